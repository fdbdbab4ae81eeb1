/** How `lab` understands its words, connects a command, and ends. */
import { spawnSync } from "node:child_process";
import type { ArgsDef } from "citty";
import { describe, expect, test } from "vitest";
import { mistakeInWords, ownWords } from "../../server/commands/index.ts";
import { signalStatus } from "../../server/commands/lab/exit-status.ts";
import { shellScript } from "../../server/commands/lab/more-shells.ts";
import { planText } from "../../server/commands/lab/plan-text.ts";
import { banner, connect, terminalVariables } from "../../server/commands/lab/streams.ts";
import { commandIn, wishedNodes } from "../../server/commands/lab/words.ts";
import type { LabPlan } from "../../server/lab/index.ts";

const known = ["node1", "node2", "remotehost"];

describe("the nodes", () => {
  test.each([
    [undefined, undefined, { nodes: ["node1"], node: "node1" }],
    ["node1", undefined, { nodes: ["node1"], node: "node1" }],
    ["node2", undefined, { nodes: ["node1", "node2"], node: "node2" }],
    [undefined, "node2,node1", { nodes: ["node2", "node1"], node: "node2" }],
    ["remotehost", "node1,remotehost", { nodes: ["node1", "remotehost"], node: "remotehost" }],
  ])("of --node %s and --nodes %s", (node, nodes, expected) => {
    expect(wishedNodes(node, nodes, known)).toEqual(expected);
  });

  test.each([
    ["nod2", undefined, 'lab: --node: there is no node "nod2": did you mean "node2"?'],
    [undefined, "node1,x", 'lab: --nodes: there is no node "x": known: node1, node2, remotehost'],
    [undefined, "node1,", 'lab: --nodes: there is no node ""'],
    [undefined, "node1,node1", "lab: --nodes: node1 is named twice: name each node once"],
    ["node2", "node1", "lab: --node node2: this lab has node1: name it in --nodes, too"],
  ])("of --node %s and --nodes %s are told to be a mistake, with status 125", (node, nodes, message) => {
    expect(() => wishedNodes(node, nodes, known)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), status: 125 }),
    );
  });
});

describe("the words", () => {
  const args: ArgsDef = { node: { type: "string" }, keep: { type: "boolean" } };

  test("behind the first -- are the command, whatever they look like", () => {
    expect(commandIn(["--keep", "--", "ls", "--help", "--", "x"])).toEqual(["ls", "--help", "--", "x"]);
    expect(ownWords(["--keep", "--", "ls", "--help"])).toEqual(["--keep"]);
  });

  test.each([[[]], [["--keep"]], [["--"]]])("%j ask for a shell", (words) => {
    expect(commandIn(words)).toBe(null);
  });

  test("that stand where no command can stand are told where one goes", () => {
    expect(mistakeInWords("lab", ["ip", "a"], args, true)).toBe(
      'lab: "ip": a command goes behind --: lab -- ip',
    );
    expect(mistakeInWords("lab", ["--node", "node1", "--keep"], args, true)).toBe(null);
  });
});

describe("a command's streams", () => {
  test("are a terminal of its own when one is on both ends", () => {
    expect(connect([true, true, true])).toEqual({ terminal: true, stdio: ["inherit", "inherit", "inherit"] });
    expect(connect([true, true, false]).terminal).toBe(true);
  });

  test("are handed on as they are, but of a terminal the bytes alone", () => {
    expect(connect([false, false, false])).toEqual({
      terminal: false,
      stdio: ["inherit", "inherit", "inherit"],
    });
    expect(connect([true, false, true])).toEqual({ terminal: false, stdio: ["pipe", "inherit", "pipe"] });
    expect(connect([false, true, true])).toEqual({ terminal: false, stdio: ["inherit", "pipe", "pipe"] });
  });

  test("on a terminal come with what programs want to know of it, and nothing else", () => {
    const environment = { TERM: "foot", COLORTERM: "truecolor", SECRET: "x" };
    expect(terminalVariables(environment)).toEqual({ TERM: "foot", COLORTERM: "truecolor" });
    expect(terminalVariables({ TERM: "" })).toEqual({ TERM: "xterm-256color" });
  });
});

test("a shell's first line says where one is and how it ends", () => {
  expect(banner(["node1"], "node1")).toBe(
    "A fresh lab: node1. You are root; exit ends it and leaves nothing.",
  );
  expect(banner(["node1", "node2", "remotehost"], "node2")).toMatch(
    /^A fresh lab: node2, beside node1 and remotehost\. /,
  );
});

test("a signal is a status as a shell has it", () => {
  expect([signalStatus("SIGHUP"), signalStatus("SIGINT"), signalStatus("SIGTERM")]).toEqual([129, 130, 143]);
});

describe("the line for more shells", () => {
  const print = (name: string) => ({
    name,
    command: {
      file: "printf",
      args: ["%s|", name, "it's", "$HOME", "two\nlines"],
      env: { PATH: process.env.PATH ?? "" },
    },
  });
  const script = shellScript([print("node1"), print("node2")], "node2");
  const run = (...args: string[]) => spawnSync("bash", ["-c", script, "bash", ...args], { encoding: "utf8" });

  test("runs the command of a node, every word as it is", () => {
    expect(run().stdout).toBe("node2|it's|$HOME|two\nlines|");
    expect(run("node1").stdout).toBe("node1|it's|$HOME|two\nlines|");
  });

  test("knows its nodes", () => {
    const { status, stderr } = run("node3");
    expect([status, stderr]).toEqual([125, "there is no node node3: known: node1, node2\n"]);
  });
});

test("a plan is JSON that people can read, with files that are no text in base64", () => {
  const files = [
    { path: "etc/hostname", kind: "file", content: "node1\n" },
    { path: "bin/x", kind: "file", content: Buffer.from([0, 255]) },
    { path: "bin/y", kind: "file", content: Uint8Array.of(1) },
  ];
  const text = planText({ id: "1", nodes: ["node1"], containers: [{ files }] } as unknown as LabPlan);
  expect(JSON.parse(text).containers[0].files.map(({ content }: { content: unknown }) => content)).toEqual([
    "node1\n",
    { base64: "AP8=" },
    { base64: "AQ==" },
  ]);
});
