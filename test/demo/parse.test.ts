/** What an author of a demo writes, and what becomes of it. */
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProblem, parseDemo, type Step } from "../../server/demo/index.ts";

const parse = (...lines: string[]) =>
  parseDemo("sample", ["#!/usr/bin/env bash", ...lines, ""].join("\n"), (markdown) => [markdown]);
const steps = (...lines: string[]): Step[] => parse(...lines).acts.flatMap((act) => act.steps);
const complaints = (...lines: string[]) =>
  parse("# # T", ...lines).problems.map((problem) => formatProblem("demos/x.sh", problem));

describe("a demo's titles and texts", () => {
  const demo = parse(
    "# # Network namespaces",
    "#",
    "# From nothing to a service.",
    "#: lab nodes=node1,node2",
    "",
    "# ## First act",
    "#",
    "# What it is about.",
    "",
    "# Look at `br0`.",
    "#",
    "# - and at this",
    "#? Ask the room.",
    "ip link add br0 type bridge",
    "ip link show br0",
    "",
    "# ## Second act",
    "echo two",
  );

  test("come from headings of level 1 and 2 and what stands below them", () => {
    expect(demo).toMatchObject({
      name: "sample",
      title: "Network namespaces",
      text: ["From nothing to a service."],
      nodes: ["node1", "node2"],
      problems: [],
    });
    expect(demo.acts.map(({ title, text }) => ({ title, text }))).toEqual([
      { title: "First act", text: ["What it is about."] },
      { title: "Second act", text: [] },
    ]);
  });

  test("leave each step the comment right above it, its notes, and its commands as they stand", () => {
    expect(demo.acts[0]?.steps).toEqual([
      {
        step: 0,
        text: ["Look at `br0`.\n\n- and at this"],
        notes: ["Ask the room."],
        lines: ["ip link add br0 type bridge", "ip link show br0"],
        node: "node1",
        expect: { exit: "zero", output: null, timeoutMs: 30_000 },
        background: false,
        interruptAfterMs: null,
        hidden: false,
        line: 15,
      },
    ]);
  });

  test("number the steps through all acts", () => {
    expect(demo.acts[1]?.steps.map((step) => step.step)).toEqual([1]);
  });

  test("may be left out: the demo is called by its name and is one act", () => {
    const plain = parse("echo one");
    expect(plain).toMatchObject({ title: "sample", text: [], nodes: ["node1"], acts: [{ title: "sample" }] });
  });

  test("are not taken from inside a fenced block", () => {
    const [step] = steps("# ```sh", "# # a comment in an example", "# ```", "echo one");
    expect(step?.text).toEqual(["```sh\n# a comment in an example\n```"]);
  });
});

describe("a step", () => {
  test("ends at an empty line, and at the comment of the next one", () => {
    expect(steps("a", "b", "", "c", "# text", "d").map((step) => step.lines)).toEqual([
      ["a", "b"],
      ["c"],
      ["d"],
    ]);
  });

  test("keeps the empty lines and comments inside a here-document, a quote and a compound command", () => {
    const commands = [
      "cat << 'END'",
      "",
      "# not a comment",
      "END",
      'echo "one',
      "",
      'two"',
      "for i in 1 2; do",
      "",
      "  # twice",
      "  echo $i",
      "done",
    ];
    expect(steps(...commands, "", "last").map((step) => step.lines)).toEqual([commands, ["last"]]);
  });

  test("takes comments apart from its commands into its text", () => {
    expect(steps("a", "", "# One.", "", "# Two.", "b")[1]?.text).toEqual(["One.\n\nTwo."]);
  });

  test("shows neither ordinary comments nor those for shellcheck", () => {
    expect(steps("# Text.", "#not this", "# shellcheck disable=SC2016", "a")[0]?.text).toEqual(["Text."]);
  });

  test("can be told what to expect, where to run, and how", () => {
    const [step] = steps(
      "# # T",
      "#: lab nodes=node1,remotehost",
      "",
      "# Text.",
      "#: expect exit=nonzero /a b\\/[/]c/im timeout=1.5s",
      "#: node remotehost",
      "#: interrupt-after 500ms",
      "#: background",
      "#: hidden",
      "sleep 9",
    );
    expect(step).toMatchObject({
      text: ["Text."],
      node: "remotehost",
      expect: { exit: "nonzero", output: { source: "a b\\/[/]c", flags: "im" }, timeoutMs: 1500 },
      interruptAfterMs: 500,
      background: true,
      hidden: true,
    });
  });

  test.each([
    ["exit=0", "zero"],
    ["exit=nonzero", "nonzero"],
    ["exit=any", "any"],
    ["exit=7", 7],
  ])("with %s is judged by that", (written, exit) => {
    expect(steps(`#: expect ${written}`, "a")[0]?.expect.exit).toBe(exit);
  });
});

describe("a mistake", () => {
  test("is reported with its file, line and column, and what was probably meant", () => {
    const [problem] = parse("# # T", "#: expcet exit=0", "a").problems;
    expect(problem && formatProblem("demos/x.sh", problem)).toBe('demos/x.sh:3:4 unknown directive "expcet"');
    expect(problem?.remedy).toBe(
      'did you mean "expect"? known: background, expect, hidden, interrupt-after, lab, node',
    );
  });

  test.each([
    ["ndoe", 'did you mean "node"? '],
    ["Hidden", 'did you mean "hidden"? '],
    ["wiat", ""],
  ])("such as %s is only explained where it is close to something known", (name, guess) => {
    expect(parse("# # T", `#: ${name}`, "a").problems[0]?.remedy).toBe(
      `${guess}known: background, expect, hidden, interrupt-after, lab, node`,
    );
  });

  test("does not hide the others, nor the steps", () => {
    const demo = parse("#: wiat 3", "a", "", "#: expect exit=256", "b", "", "# ## Act", 'echo "', "", "c");
    expect(demo.problems.map(({ line, message }) => [line, message])).toEqual([
      [1, "the demo has no title"],
      [2, 'unknown directive "wiat"'],
      [5, '"256" is not an exit status'],
      [9, 'quote " is not closed'],
    ]);
    expect(demo.acts.flatMap((act) => act.steps).map((step) => step.lines)).toEqual([["a"], ["b"], ["c"]]);
  });

  test.each<[string, string[], string]>([
    [
      "a regular expression",
      ["#: expect /ok/ /a(/", "a"],
      "3:16 invalid regular expression: /a(/: Unterminated group",
    ],
    [
      "a regular expression's end",
      ["#: expect /a b", "a"],
      "3:11 regular expression /a b is empty or has no end",
    ],
    ["a flag", ["#: expect /a/g", "a"], '3:14 unknown flag in "g"'],
    ["a second regular expression", ["#: expect /a/ /b/", "a"], '3:15 "/b/" is one too many'],
    ["an expectation's name", ["#: expect exti=0", "a"], '3:11 unknown expectation "exti"'],
    ["an expectation", ["#: expect", "a"], "3:10 nothing is expected"],
    ["a time", ["#: expect timeout=10", "a"], '3:19 "10" is not a duration'],
    ["a time of nothing", ["#: expect timeout=0s", "a"], '3:19 "0s" is not a duration'],
    ["an interrupt", ["#: interrupt-after soon", "a"], '3:20 "soon" is not a duration'],
    [
      "an interrupt that comes too late",
      ["#: interrupt-after 30s", "a"],
      "3:4 the interrupt comes after the step's timeout of 30 s",
    ],
    ["a node's name", ["#: node Node_1", "a"], '3:9 "Node_1" cannot name a node'],
    ["a node", ["#: node node2", "a"], '3:9 node "node2" is not in the lab'],
    ["a lab", ["#: lab nodes=", "", "a"], '3:8 "" cannot name a node'],
    ["a lab's node", ["#: lab nodes=node1,node1", "", "a"], '3:8 node "node1" is named twice'],
    ["a lab's key", ["#: lab node=node1", "", "a"], '3:8 cannot read lab "node=node1"'],
    ["a late lab", ["a", "", "#: lab nodes=node1", "b"], "5:4 lab stands below a step"],
    ["an argument", ["#: hidden yes", "a"], '3:11 unexpected "yes" after "hidden"'],
    ["a second directive", ["#: hidden", "#: hidden", "a"], '4:4 second "hidden"'],
    ["an empty directive", ["#:", "a"], "3:3 directive without a name"],
    ["a directive without a step", ["a", "", "#: hidden"], '5:4 directive "hidden" without a step'],
    ["a note without a step", ["a", "", "#? note"], "5:4 note without a step"],
    ["a text without a step", ["a", "", "# text", "# ## Act", "b"], "5:3 text without a step"],
    ["an act without steps", ["# ## Empty", "", "# ## Act", "b"], "3:3 the act has no steps"],
    ["a second title", ["a", "", "# # Title", "b"], '5:3 second title "Title"'],
    ["a heading", ["## Act", "a"], '3:1 "## Act" is not shown'],
    ["a tab", ["if a; then", "\tb", "fi"], "4:1 tab in a command"],
    ["a here-document's end", ["a", "", "cat << END", "x"], '5:5 here-document "END" is not closed'],
    ["a script without commands", [], "1:1 the demo has no steps"],
  ])("in %s is found", (_, lines, complaint) => {
    expect(complaints(...lines)).toEqual([`demos/x.sh:${complaint}`]);
  });

  test.each([
    ["#!/bin/sh\n# # T\na\n", "1:1 the script is not for bash"],
    ["# # T\na\n", "1:1 no shebang on the first line"],
    ["#!/bin/bash\r\n# # T\r\na\r\n", "1:12 lines end in CR LF, which bash takes as part of a command"],
  ])("in the first line or in all line ends is found", (text, complaint) => {
    const demo = parseDemo("sample", text, () => []);
    expect(demo.problems.map((problem) => formatProblem("demos/x.sh", problem))).toEqual([
      `demos/x.sh:${complaint}`,
    ]);
    expect(demo.acts[0]?.steps[0]?.lines).toEqual(["a"]);
  });
});

test("no script, however broken, stops the reader or makes commands appear that are not in it", () => {
  const fragments = [
    "# text",
    "# ## Act",
    "#: expect /a",
    "#: lab",
    "echo",
    "cat << E",
    "E",
    "'",
    '"$(',
    "`",
    ")",
  ];
  const line = constantFrom(...fragments, "case x in", "esac", "if a; then", "fi", "((", "\\", "", "{");
  assert(
    property(array(line.chain((text) => string({ maxLength: 3 }).map((more) => text + more))), (lines) => {
      const text = lines.join("\n");
      const demo = parseDemo("sample", text, (markdown) => [markdown]);
      for (const { lines: commands } of demo.acts.flatMap((act) => act.steps)) {
        expect(text).toContain(commands.join("\n"));
      }
    }),
    { numRuns: 300 },
  );
});
