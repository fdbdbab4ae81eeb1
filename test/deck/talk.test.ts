/** The bundled deck, which is the reason the tool exists. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compiler } from "./compiler.ts";

const bytes = readFileSync(join(import.meta.dirname, "../../slides/container-networking.md"));
const demos = ["demo1-linux-bridge", "demo2-podman-networking"];
const deck = compiler.compile(bytes.toString("utf8"), { demos: new Set([demos[0] ?? ""]) });

describe("the talk", () => {
  test("is the author's text, unchanged", () => {
    const checksum = createHash("sha256").update(bytes).digest("hex");
    expect(checksum).toBe("e9faab381830dd6d78c72544bcd080a3530d7b5166e1354b722911651873ffb1");
  });

  test("has twenty slides, numbered from 1", () => {
    expect(deck.slides.map((slide) => slide.index)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(deck.slides.map((slide) => slide.number)).toEqual(deck.slides.map((slide) => slide.index));
    expect(deck.total).toBe(20);
    expect(deck.title).toBe("Container Networking");
  });

  test("opens with a centred title and its links without bullets", () => {
    const [first] = deck.slides;
    expect(first?.classes).toEqual(["middle", "center"]);
    const last = first?.content.at(-1);
    expect(last?.slice(0, 2)).toEqual(["div", { className: "nodecoration" }]);
    expect(JSON.stringify(last)).toContain("http://oddbit.com/container-networking-slides/");
  });

  test("has a title for every slide", () => {
    expect(deck.slides.map((slide) => slide.title)).toEqual([
      "Container Networking",
      "Overview",
      "What's a container?",
      "What's a namespace?",
      "Namespaces: Tools we will use",
      "Namespaces: Tools we will use",
      "Look, it's a container! (ip netns)",
      "Look, it's a container! (unshare)",
      "Running a process in a namespace with nsenter",
      "Physical networking",
      "Virtual networking",
      "Demo 1: Network namespaces and bridge devices",
      "Demo 2: Networking in Podman",
      "Bridge devices",
      "Creating bridges devices",
      "Adding interfaces to a bridge",
      "Getting information about a bridge",
      "Veth devices",
      "Creating a veth device",
      "Using a veth device",
    ]);
  });

  test("runs its commands, without prompts and output", () => {
    const runnable = deck.slides.flatMap(({ index, blocks }) =>
      blocks.map(({ block, lines, placeholders }) => [index, block, lines, placeholders]),
    );
    expect(runnable).toEqual([
      [7, 0, ["ip netns add example", "ip netns exec example bash"], []],
      [8, 0, ["unshare --net"], []],
      [8, 1, ["unshare -R /srv/alpine --mount --pid --net --fork --mount-proc /bin/sh"], []],
      [9, 0, ["nsenter -t <pid> -n"], ["pid"]],
      [15, 0, ["ip link add name <bridge_device> type bridge"], ["bridge_device"]],
      [15, 1, ["ip link add name br-example type bridge"], []],
      [16, 0, ["ip link set master <bridge_device> dev <interface>"], ["bridge_device", "interface"]],
      [16, 1, ["ip link set master br-example dev eth0"], []],
      [17, 0, ["ip link show type bridge"], []],
      [17, 1, ["ip link show master <bridge_device>"], ["bridge_device"]],
      [19, 0, ["ip link add name left type veth peer name right"], []],
      [19, 1, ["ip link show type veth"], []],
    ]);
  });

  test("shows the long listing of slide 19 as a session of 111 columns", () => {
    const block = deck.slides[18]?.content.at(-1);
    expect(block?.slice(0, 2)).toEqual([
      "code-block",
      { language: null, block: 1, kind: "session", columns: 111 },
    ]);
  });

  test("links to its demos, and says that the second is not there yet", () => {
    expect(deck.slides.flatMap((slide) => slide.demos)).toEqual(demos);
    expect(deck.slides[11]?.content).toContainEqual([
      "p",
      {},
      ["run-demo", { demo: "demo1-linux-bridge", missing: false, title: "Demo 1" }, "Demo 1"],
    ]);
    expect(deck.problems.map(({ severity, message }) => [severity, message])).toEqual([
      ["error", 'the demo "demo2-podman-networking" does not exist'],
    ]);
  });

  test("follows definitions and links to its references", () => {
    expect(JSON.stringify(deck.slides[1]?.content)).toContain('"href":"https://podman.io/"');
    expect(JSON.stringify(deck.slides[17]?.content)).toContain(
      '"href":"https://man7.org/linux/man-pages/man4/veth.4.html"',
    );
  });
});
