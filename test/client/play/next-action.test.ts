import { expect, test } from "vitest";
import type { TerminalInfo } from "../../../client/connection/index.ts";
import { nextAction } from "../../../client/play/next-action.ts";
import { demoProgress } from "../../../client/play/progress.ts";
import type { LabState } from "../../../server/protocol.ts";
import { demo, report } from "../demo/demo.ts";

const ready: LabState = { state: "ready", lab: "a", nodes: ["node1"], usedBy: [] };
const known = { link: "open", lab: ready, obstacle: null, asked: null } as const;
const terminal: TerminalInfo = {
  terminal: 1,
  epoch: "e1",
  purpose: { kind: "demo", demo: "demo1" },
  node: "node1",
  columns: 80,
  rows: 24,
  state: "prompt",
};
const first = demoProgress(demo, report(["idle", "idle", "idle", "idle", "idle"], 1));
const middle = demoProgress(demo, report(["done", "done", "failed", "idle", "idle"], 4));
const over = demoProgress(demo, report(["done", "done", "done", "done", "done"], null));

test("plays the step that the server names", () => {
  expect(nextAction(known, first, terminal, null)).toMatchObject({
    label: "Next step",
    does: { play: 1 },
    status: "",
  });
});

test("tells how the last step went; a failed one does not hold up the talk", () => {
  const action = nextAction(known, middle, terminal, null);
  expect(action).toEqual({ label: "Next step", does: { play: 4 }, status: "Step 2 failed", tone: "bad" });
});

test("waits while a step plays, and says which", () => {
  const typing = demoProgress(demo, report(["done", "typing", "idle", "idle", "idle"], 2));
  expect(nextAction(known, typing, terminal, null)).toMatchObject({
    does: null,
    status: "Step 1 is being typed…",
  });
  const running = demoProgress(demo, report(["done", "running", "idle", "idle", "idle"], 2));
  expect(nextAction(known, running, terminal, null)).toMatchObject({
    does: null,
    status: "Step 1 is running…",
  });
});

test("a second press before the server has answered asks for nothing", () => {
  const asked = { demo: "demo1", step: 1 };
  expect(nextAction({ ...known, asked }, first, terminal, null).does).toBeNull();
});

test("waits for connection, lab and shell, and says for which", () => {
  expect(nextAction({ ...known, link: "lost" }, first, terminal, null)).toMatchObject({
    does: null,
    status: "Waits for the connection",
  });
  expect(nextAction({ ...known, lab: { state: "starting" } }, first, null, null)).toMatchObject({
    does: null,
    status: "The lab is starting…",
  });
  expect(nextAction(known, first, { ...terminal, state: "exited" }, null)).toMatchObject({
    does: null,
    status: "The shell has ended; reset the lab",
  });
});

test("a demo that waits for a person says why, and goes on when asked", () => {
  expect(nextAction(known, middle, terminal, "you typed")).toMatchObject({
    does: { play: 4 },
    status: "you typed",
    tone: "wait",
  });
});

test("after the last step, and where labs cannot run, it goes on with the talk", () => {
  expect(nextAction(known, over, terminal, null)).toMatchObject({
    label: "Continue the talk",
    does: "finish",
  });
  const obstacle = { reason: "no crun", remedy: "install it" };
  expect(nextAction({ ...known, obstacle }, first, null, null)).toMatchObject({
    label: "Continue the talk",
    does: "finish",
  });
});
