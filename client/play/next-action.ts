/** What the one big button of a demo does now, and what stands beside it. */
import type { ConnectionState, TerminalInfo } from "../connection/index.ts";
import type { DemoProgress, StepRow } from "./progress.ts";

/** All that the button and the words beside it show. */
export interface NextAction {
  label: "Next step" | "Continue the talk";
  /** What pressing it does; null while it has to wait. */
  does: { play: number } | "finish" | null;
  /** Why it waits, else how the last step went; in words, may be empty. */
  status: string;
  tone: "plain" | "wait" | "bad";
}

type Known = Pick<ConnectionState, "link" | "lab" | "obstacle" | "asked">;

/** Decides by what the page knows; `paused` is the server's reason to wait for a person. */
export function nextAction(
  known: Known,
  progress: DemoProgress,
  terminal: TerminalInfo | null,
  paused: string | null,
): NextAction {
  if (known.obstacle || progress.rows.length === 0) {
    return { label: "Continue the talk", does: "finish", status: "", tone: "plain" };
  }
  if (progress.isOver) return { label: "Continue the talk", does: "finish", ...outcome(progress.last) };
  const reason = whyWait(known, progress, terminal);
  if (reason !== null) return { label: "Next step", does: null, status: reason, tone: "plain" };
  const does = progress.next === null ? null : { play: progress.next };
  if (paused) return { label: "Next step", does, status: paused, tone: "wait" };
  return { label: "Next step", does, ...outcome(progress.last) };
}

function whyWait(known: Known, progress: DemoProgress, terminal: TerminalInfo | null): string | null {
  if (known.link !== "open") return "Waits for the connection";
  if (progress.isPlaying) return playing(progress.current);
  if (known.asked) return "The step begins…";
  if (known.lab.state === "failed") return "The lab did not start";
  if (known.lab.state === "ended") return "The lab has ended";
  if (terminal?.state === "exited") return "The shell has ended; reset the lab";
  if (!terminal || known.lab.state !== "ready") return "The lab is starting…";
  return null;
}

function playing(row: StepRow | null): string {
  if (!row) return "A step is being prepared…";
  return row.report.state === "typing"
    ? `Step ${row.number} is being typed…`
    : `Step ${row.number} is running…`;
}

function outcome(last: StepRow | null): Pick<NextAction, "status" | "tone"> {
  if (!last) return { status: "", tone: "plain" };
  return {
    status: `Step ${last.number} ${last.report.state}`,
    tone: last.report.state === "failed" ? "bad" : "plain",
  };
}
