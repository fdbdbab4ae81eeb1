/** What is kept of a program that set-up runs. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect, it } from "vitest";
import { excerpt, run, runLogged } from "../../setup/run.js";

const shell = (script: string) => ({ file: "bash", args: ["-c", script] });

it("keeps the log of a program that failed", async () => {
  const result = await runLogged("trial", shell("echo begun; echo wrong >&2; exit 3"));
  expect(result).toMatchObject({ status: 3, text: "begun\nwrong\n" });
  expect(readFileSync(result.log, "utf8")).toBe(result.text);
  rmSync(dirname(result.log), { recursive: true });
});

it("shows the start and the end of a long log, and all of a short one", () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  const shown = excerpt(`${lines.join("\n")}\n`).split("\n");
  expect(shown.slice(0, 2)).toEqual(["line 0", "line 1"]);
  expect(shown.slice(-2)).toEqual(["line 98", "line 99"]);
  expect(shown).toContain("...");
  expect(shown.length).toBeLessThan(40);
  expect(excerpt("one\ntwo\n")).toBe("one\ntwo");
});

it("keeps no log of a program that went well", async () => {
  const result = await runLogged("trial", shell("echo fine"));
  expect(result).toMatchObject({ status: 0, text: "fine\n" });
  expect(existsSync(dirname(result.log))).toBe(false);
});

it("gives a shell's status to a program that does not exist", async () => {
  expect(await run({ file: "/nowhere/program", args: [] }, "ignore")).toBe(127);
});
