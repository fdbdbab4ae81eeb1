import { expect, test } from "vitest";
import type { TerminalInfo } from "../../../client/connection/index.ts";
import { labText, paneState } from "../../../client/terminal/pane-state.ts";
import type { LabState } from "../../../server/protocol.ts";

const ready = { state: "ready", lab: "a", nodes: ["node1"], usedBy: [] } satisfies LabState;
const known = {
  link: "open",
  refusal: null,
  obstacle: null,
  lab: ready as LabState,
  role: "presenter",
} as const;
const terminal: TerminalInfo = {
  terminal: 1,
  epoch: "e1",
  purpose: { kind: "demo", demo: "demo1" },
  node: "node1",
  columns: 80,
  rows: 24,
  state: "prompt",
};

test("a running shell is shown, also while the connection is lost", () => {
  expect(paneState(known, terminal)).toEqual({ kind: "live" });
  expect(paneState({ ...known, link: "lost" }, terminal)).toEqual({ kind: "live" });
});

test("a lab on its way is waited for", () => {
  const state = paneState({ ...known, lab: { state: "starting" } }, null);
  expect(state).toMatchObject({ kind: "wait", text: "Starting a fresh lab…", action: null });
});

test("a lab that failed says why, what to do, and can be tried again", () => {
  const lab: LabState = { state: "failed", error: "crun 1.8.1: cgroups are hybrid", remedy: "see doctor" };
  expect(paneState({ ...known, lab }, null)).toEqual({
    kind: "stop",
    text: "The lab did not start: crun 1.8.1: cgroups are hybrid",
    remedy: "see doctor",
    action: "retry",
  });
});

test("where labs cannot run there is nothing to press", () => {
  const obstacle = { reason: "crun is missing", remedy: "install it" };
  expect(paneState({ ...known, obstacle }, null)).toEqual({
    kind: "stop",
    text: "Labs cannot run here: crun is missing",
    remedy: "install it",
    action: null,
  });
});

test("an ended sign-in goes before everything else", () => {
  const refusal = { error: "ended", remedy: "open the link" };
  const state = paneState({ ...known, link: "refused", refusal }, terminal);
  expect(state).toMatchObject({ kind: "stop", remedy: "open the link", action: "reconnect" });
});

test("a shell that has ended leaves its screen in sight; only the slides' is opened again in the same lab", () => {
  const exited: TerminalInfo = { ...terminal, state: "exited" };
  expect(paneState(known, exited)).toMatchObject({ kind: "ended", action: null });
  expect(paneState(known, { ...exited, purpose: { kind: "slides" } })).toMatchObject({
    kind: "ended",
    action: "open",
  });
});

test("the bar tells the lab's state, and first of all a connection that is not there", () => {
  expect(labText(known)).toBe("lab ready");
  expect(labText({ ...known, lab: { state: "starting" } })).toBe("lab starting");
  expect(labText({ ...known, link: "lost" })).toBe("connection lost");
});

test("a lab that has ended says why, and that a fresh one can be had", () => {
  const lab: LabState = {
    state: "ended",
    why: "it was not used for 15 minutes",
    remedy: "start a fresh one",
  };
  expect(paneState({ ...known, lab }, null)).toEqual({
    kind: "stop",
    text: "it was not used for 15 minutes",
    remedy: "start a fresh one",
    action: "renew",
  });
  const lastScreen = paneState({ ...known, lab }, { ...terminal, state: "exited" });
  expect(lastScreen).toMatchObject({ kind: "ended", action: "renew" });
  expect(labText({ ...known, lab })).toBe("lab ended");
});
