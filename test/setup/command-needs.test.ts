/** What a command makes set-up look for, and build. */
import { expect, test } from "vitest";
import { needsOf, targetsOf } from "../../setup/command-needs.js";

test.each([["outline"], ["check"], ["pdf"], ["doctor"], ["--help"]])("%s needs no labs", (command) => {
  expect(needsOf([command, "slides/x.md"])).toEqual([]);
});

test.each([[[]], [["slides/x.md"]], [["present", "slides/x.md"]], [["lab", "--", "ip", "a"]]])(
  "presenting and labs need them: %j",
  (words) => {
    expect(needsOf(words)).toEqual(["labs"]);
  },
);

test("only what shows pages wants them built", () => {
  const built = (...words: string[]) => targetsOf(words).map(({ name }) => name);
  expect(built()).toEqual(["server", "client"]);
  expect(built("check", "a.md")).toEqual(["server", "client"]);
  for (const command of ["lab", "doctor", "outline"]) expect(built(command)).toEqual(["server"]);
});
