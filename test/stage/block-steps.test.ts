/** What a slide's block becomes before it is typed into a root shell. */
import { expect, test } from "vitest";
import { blockSteps } from "../../server/stage/block-steps.ts";

const block = {
  block: 0,
  lines: ["ip link set master <bridge> dev <port>", "echo <bridge>"],
  placeholders: ["bridge", "port"],
};

function lines(values: Record<string, string>): string[] | string {
  const steps = blockSteps(block, values);
  return typeof steps === "string" ? steps : steps.flatMap((step) => step.lines);
}

test("each placeholder is filled in wherever it stands, a value's own angle brackets left alone", () => {
  expect(lines({ bridge: "<port>", port: "eth1" })).toEqual([
    "ip link set master <port> dev eth1",
    "echo <port>",
  ]);
});

test("a value that is missing is asked for by its name", () => {
  expect(lines({ bridge: "br0" })).toBe("a value is missing for <port>");
  expect(lines({ bridge: "br0", port: "  " })).toBe("a value is missing for <port>");
});

test("a value cannot smuggle in a line end or a key", () => {
  for (const value of ["eth0\rreboot", "eth0\nreboot", "\x03", "\x1b[A"])
    expect(lines({ bridge: "br0", port: value })).toBe("the value for <port> holds a control character");
});
