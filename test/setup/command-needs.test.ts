/** What a command makes set-up look for. */
import { expect, test } from "vitest";
import { needsOf } from "../../setup/command-needs.js";

test.each([["outline"], ["check"], ["pdf"], ["--help"]])("%s needs no labs", (command) => {
  expect(needsOf([command, "slides/x.md"])).toEqual([]);
});

test.each([[[]], [["slides/x.md"]], [["present", "slides/x.md"]]])("presenting needs them: %j", (words) => {
  expect(needsOf(words)).toEqual(["labs"]);
});
