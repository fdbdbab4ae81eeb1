/** The bundled Demo 1 is a good script for Shelldeck, for shellcheck, and for a room that reads along. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { formatProblem, parseDemo } from "../../server/demo/index.ts";

const path = fileURLToPath(new URL("../../demos/demo1-linux-bridge.sh", import.meta.url));
const demo = parseDemo("demo1-linux-bridge", readFileSync(path, "utf8"), (markdown) => [markdown]);
const steps = demo.acts.flatMap((act) => act.steps);

describe("Demo 1", () => {
  test("has no mistakes", () => {
    expect(demo.problems.map((problem) => formatProblem(path, problem))).toEqual([]);
  });

  test("has five acts", () => {
    expect(demo.acts.map((act) => act.title)).toEqual([
      "Two namespaces on one switch",
      "Reaching the host",
      "Reaching the internet",
      "A published service",
      "The same by a proxy",
    ]);
  });

  test("explains every step that is seen", () => {
    const unexplained = steps.filter((step) => !step.hidden && step.text.length === 0);
    expect(unexplained.map((step) => step.line)).toEqual([]);
  });

  test("shows in every act what does not work yet, and expects it to fail", () => {
    const withoutFailure = demo.acts.filter((act) =>
      act.steps.every((step) => step.hidden || step.expect.exit === "zero"),
    );
    expect(withoutFailure.map((act) => act.title)).toEqual([]);
  });

  test("has lines that fit a terminal on a projector", () => {
    const long = steps.flatMap((step) => step.lines).filter((line) => line.length > 90);
    expect(long).toEqual([]);
  });

  test("passes shellcheck", () => {
    const { stdout, status } = spawnSync("shellcheck", [path], { encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
});
