/** Every command on the talk's slides does in a lab what its slide says, typed into a shell as the page types it. */
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDeckCompiler, type Deck, fillBlanks, type SlideNode } from "../../server/deck/index.ts";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { runInLab } from "./lab-run.ts";
import { LabTerminal } from "./lab-terminal.ts";

const text = readFileSync(new URL("../../slides/container-networking.md", import.meta.url), "utf8");
const deck: Deck = (await createDeckCompiler()).compile(text, { demos: new Set<string>(), name: "talk" });
const blocks = deck.slides.flatMap(({ title, blocks }) =>
  blocks.map(({ lines, placeholders }) => ({ title, lines, placeholders })),
);

let engine: LabEngine;
let lab: Lab;
const terminals: LabTerminal[] = [];
beforeAll(async () => {
  engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(async () => {
  for (const terminal of terminals) terminal.close();
  await engine?.dispose();
});

const output = (script: string) => runInLab(lab, script);
const links = "ip -o link | grep -c .";

/** A terminal on node1 in which a block of the slides was run with these values. */
async function run(command: string, values: Record<string, string> = {}): Promise<LabTerminal> {
  const block = blocks.find(({ lines }) => lines.at(-1) === command);
  if (!block) throw new Error(`no slide has the command ${command}`);
  expect(Object.keys(values)).toEqual(block.placeholders);
  const terminal = await LabTerminal.open(lab, terminals.length.toString(16).padStart(32, "0"));
  terminals.push(terminal);
  for (const line of fillBlanks(block.lines, values)) await terminal.type(line, "\n");
  return terminal;
}

/** What a shell says to a command, be it bash or busybox. */
async function answer(terminal: LabTerminal, command: string): Promise<string> {
  const said = await terminal.type(`echo be''gin; ${command}; echo e''nd`, "end\r\n");
  const lines = stripVTControlCharacters(said).replaceAll("\r", "").split("\n");
  return lines.slice(lines.indexOf("begin") + 1, lines.lastIndexOf("end")).join("\n");
}

describe("what the slides run", () => {
  test("is all tried here", () => {
    expect(blocks.map(({ lines }) => lines.join("\n"))).toEqual([
      "ip netns add example\nip netns exec example bash",
      "unshare --net",
      "unshare -R /srv/alpine --mount --pid --net --fork --mount-proc /bin/sh",
      "nsenter -t <pid> -n",
      "ip link add name <bridge_device> type bridge",
      "ip link add name br-example type bridge",
      "ip link set master <bridge_device> dev <interface>",
      "ip link set master br-example dev eth0",
      "ip link show type bridge",
      "ip link show master <bridge_device>",
      "ip link add name left type veth peer name right",
      "ip link show type veth",
    ]);
  });

  test("ip netns exec: a shell with an isolated network namespace", async () => {
    const shell = await run("ip netns exec example bash");
    expect(await answer(shell, "ip -br link | cut -d' ' -f1")).toBe("lo");
    expect(await answer(shell, "ip netns identify $$")).toBe("example");
    expect(await answer(shell, "hostname; ls /sys/class/net")).toBe("node1\nlo");
    await shell.type("exit", "exit");
    expect(await answer(shell, "ip netns; ls -1 /sys/class/net")).toBe("example\neth0\neth1\nlo");
  });

  test("unshare --net: a shell with an isolated network namespace, which has no name", async () => {
    const shell = await run("unshare --net");
    expect(await answer(shell, links)).toBe("1");
    expect(await answer(shell, 'echo "[$(ip netns identify $$)]"')).toBe("[]");
  });

  test("unshare -R, and nsenter with its process id: a container, and a shell in its network alone", async () => {
    const container = await run("unshare -R /srv/alpine --mount --pid --net --fork --mount-proc /bin/sh");
    expect(await answer(container, "echo $$; ls /")).toMatch(/^1\n[\s\S]*\bbin\b[\s\S]*\busr\b/);
    expect(await answer(container, "ps -o pid,args | sed -n 2p")).toMatch(/^ *1 \/bin\/sh$/);
    expect(await answer(container, "ip link | grep -c mtu")).toBe("1");
    await answer(container, "ip link add inside type bridge");

    const pid = (await output("pgrep -xn sh")).trim();
    const shell = await run("nsenter -t <pid> -n", { pid });
    expect(await answer(shell, "ip -br link | cut -d' ' -f1")).toBe("lo\ninside");
    expect(await answer(shell, `test -d /srv/alpine && ps -o comm= -p ${pid}`)).toBe("sh");
  });

  test("bridge devices are made, get interfaces, and are shown", async () => {
    await run("ip link add name <bridge_device> type bridge", { bridge_device: "br0" });
    await run("ip link add name br-example type bridge");
    await run("ip link set master <bridge_device> dev <interface>", {
      bridge_device: "br0",
      interface: "eth1",
    });
    await run("ip link set master br-example dev eth0");
    const names = "grep -oP '^\\d+: \\K[^:@]+'";
    const bridges = await run("ip link show type bridge");
    expect(await answer(bridges, `ip link show type bridge | ${names}`)).toBe("br0\nbr-example");
    await bridges.until("br-example: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN");
    const ports = await run("ip link show master <bridge_device>", { bridge_device: "br-example" });
    await ports.until("eth0@");
    expect(await answer(ports, `ip link show master br-example | ${names}`)).toBe("eth0");
    expect(await answer(ports, "bridge link | grep -oE 'eth.*master [^ ]+' | cut -d' ' -f1,4-")).toMatch(
      /eth0@[\s\S]*master br-example[\s\S]*eth1@[\s\S]*master br0/,
    );
    await output("ip link delete br0; ip link delete br-example");
  });

  test("a veth device is a pair", async () => {
    await run("ip link add name left type veth peer name right");
    const shown = await run("ip link show type veth");
    await shown.until("right@left: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT");
    await shown.until("left@right: <BROADCAST,MULTICAST,M-DOWN> mtu 1500");
  });
});

describe("what the slides name", () => {
  const named = [...new Set(deck.slides.flatMap(({ content }) => inlineCode(["div", {}, ...content])))];

  test("are commands of a lab, but for systemd-nspawn, which the talk only mentions", async () => {
    expect(named.sort()).toEqual([
      "/proc",
      "bridge",
      "ip",
      "ip link",
      "nsenter",
      "systemd-nspawn",
      "unshare",
      "veth",
    ]);
    for (const command of ["bridge", "ip", "nsenter", "unshare"])
      expect(await output(`command -v ${command}`)).toMatch(/^\/usr\/s?bin\//);
  });

  test.each(
    "bash ip iptables nft ping curl socat tcpdump jq strace nsenter unshare podman whoami ss sysctl".split(
      " ",
    ),
  )("%s is there", async (command) => {
    expect(await output(`command -v ${command}`)).toMatch(new RegExp(`^/[\\w/]+/${command}\n$`));
  });

  test("strace sees system calls, jq reads JSON", async () => {
    expect(
      await output("strace -f -e trace=clone,unshare unshare --net true 2>&1 | grep -o '^unshare.*'"),
    ).toBe("unshare(CLONE_NEWNET)                   = 0\n");
    expect(await output("ip -j -4 address show eth0 | jq -r '.[0].addr_info[0].local'")).toBe(
      "192.168.121.11\n",
    );
  });
});

/** Texts of the code in lines, not in blocks. */
function inlineCode(node: SlideNode): string[] {
  if (typeof node === "string") return [];
  const [tag, , ...children] = node;
  if (tag === "pre") return [];
  if (tag === "code") return [children.join("")];
  return children.flatMap(inlineCode);
}
