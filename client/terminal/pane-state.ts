/** What a terminal's place on the page shows: the terminal, what it waits for, or why it is not there. */
import type { ConnectionState, TerminalInfo } from "../connection/index.ts";

/** What a person can press; `reset` is Reset lab, which is there anyway. */
export type PaneAction = "reconnect" | "open" | "retry" | "renew" | null;

/** Exactly one of these at a time. */
export type PaneState =
  | { kind: "live" }
  /** Something is on its way; the button, if any, is offered when that takes long. */
  | { kind: "wait"; text: string; action: PaneAction }
  /** Nothing comes until a person does something. */
  | { kind: "stop"; text: string; remedy: string; action: PaneAction }
  /** Like `stop`, but what the shell showed last stays in sight. */
  | { kind: "ended"; text: string; remedy: string; action: PaneAction };

type Known = Pick<ConnectionState, "link" | "refusal" | "obstacle" | "lab">;

/** Decides by what the page knows; a lost connection keeps the screen as long as there was one. */
export function paneState(known: Known, terminal: TerminalInfo | null): PaneState {
  const { link, refusal, obstacle, lab } = known;
  if (link === "refused" && refusal) {
    return { kind: "stop", text: refusal.error, remedy: refusal.remedy, action: "reconnect" };
  }
  if (obstacle) {
    return {
      kind: "stop",
      text: `Labs cannot run here: ${obstacle.reason}`,
      remedy: obstacle.remedy,
      action: null,
    };
  }
  if (lab.state === "ended") {
    return { kind: terminal ? "ended" : "stop", text: lab.why, remedy: lab.remedy, action: "renew" };
  }
  if (terminal?.state === "exited") return exited(terminal);
  if (terminal) return { kind: "live" };
  if (link === "lost") return { kind: "wait", text: "Connecting to the server…", action: "reconnect" };
  if (link !== "open") return { kind: "wait", text: "Connecting…", action: null };
  if (lab.state === "failed") {
    return { kind: "stop", text: `The lab did not start: ${lab.error}`, remedy: lab.remedy, action: "retry" };
  }
  if (lab.state === "ready") return { kind: "wait", text: "Opening a shell…", action: "open" };
  return { kind: "wait", text: "Starting a fresh lab…", action: lab.state === "none" ? "open" : null };
}

function exited({ purpose }: TerminalInfo): PaneState {
  const text = "The shell has ended.";
  return purpose.kind === "demo"
    ? { kind: "ended", text, remedy: "Reset lab gives this demo a fresh one.", action: null }
    : { kind: "ended", text, remedy: "The lab goes on: open another shell in it.", action: "open" };
}

/** The lab's state in a word or two. */
export function labText({ link, lab }: Pick<Known, "link" | "lab">): string {
  if (link === "lost") return "connection lost";
  if (link === "refused") return "signed out";
  if (link !== "open") return "connecting";
  if (lab.state === "ready") return "lab ready";
  if (lab.state === "failed" || lab.state === "ended") return `lab ${lab.state}`;
  return lab.state === "starting" ? "lab starting" : "no lab";
}
