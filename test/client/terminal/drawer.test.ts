import { expect, test } from "vitest";
import type { TerminalInfo } from "../../../client/connection/index.ts";
import { percentAfterKey, percentAt } from "../../../client/terminal/drawer-size.ts";
import { shellForRun } from "../../../client/terminal/drawer-store.ts";

const shells = (...states: TerminalInfo["state"][]) => ({
  terminals: Object.fromEntries(
    states.map((state, index) => [
      index + 1,
      {
        terminal: index + 1,
        epoch: `e${index}`,
        purpose: { kind: "slides" as const },
        node: "node1",
        columns: 80,
        rows: 24,
        state,
      },
    ]),
  ),
});

test("a block that is run shows the shell that it is typed into", () => {
  expect(shellForRun(shells("prompt", "busy")), "the older one waits for a command").toBe(1);
  expect(shellForRun(shells("prompt", "busy", "prompt")), "the newest does").toBeNull();
  expect(shellForRun(shells("busy", "busy")), "a new one will be opened").toBeNull();
  expect(shellForRun(shells("exited"))).toBeNull();
});

test("the drawer's edge follows the pointer, and leaves room for slide and terminal", () => {
  expect(percentAt(600, 1000)).toBe(40);
  expect(percentAt(10, 1000)).toBe(75);
  expect(percentAt(990, 1000)).toBe(20);
});

test("arrow keys move the edge the way they point; Home and End go to its ends", () => {
  expect(percentAfterKey(40, "ArrowLeft")).toBe(44);
  expect(percentAfterKey(40, "ArrowRight")).toBe(36);
  expect(percentAfterKey(40, "Home")).toBe(75);
  expect(percentAfterKey(40, "End")).toBe(20);
  expect(percentAfterKey(20, "ArrowRight")).toBe(20);
  expect(percentAfterKey(40, "Tab")).toBeNull();
});
