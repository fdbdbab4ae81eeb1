/** How far a demo is, from its script and the server's report. */
import type { Act, Demo, Step, StepReport } from "../../server/protocol.ts";
import type { DemoReport } from "../connection/index.ts";

/** A step that is shown, with its report. */
export interface StepRow {
  step: Step;
  /** Counted among the steps that are shown, from 1. */
  number: number;
  report: StepReport;
  /** The act that begins with this step. */
  act: Act | null;
}

/** Everything that the view shows of a demo's state. */
export interface DemoProgress {
  /** Without the hidden steps. */
  rows: StepRow[];
  /** The row that plays, else the one that would play next; null after the last. */
  current: StepRow | null;
  /** The row that was played last. */
  last: StepRow | null;
  /** How many were played or are being played. */
  played: number;
  isPlaying: boolean;
  /** The step to ask for. */
  next: number | null;
  isOver: boolean;
  /** The title of the act that the talk is in. */
  act: string;
}

const idle: StepReport = { state: "idle", exit: null, durationMs: null, why: null };

/** Before the server has reported, nothing is played and the first step is the next. */
export function demoProgress(demo: Demo, report: DemoReport | undefined): DemoProgress {
  const rows = rowsOf(demo, report);
  const steps = demo.acts.flatMap((act) => act.steps);
  const isPlaying = steps.some((step) => holdsUp(step, report?.steps[step.step]));
  const playing = rows.find((row) => holdsUp(row.step, row.report));
  const next = report ? report.next : (rows[0]?.step.step ?? null);
  const coming = next === null ? undefined : rows.find(({ step }) => step.step >= next);
  const last = rows.findLast(({ report: { state } }) => state !== "idle") ?? null;
  const current = playing ?? coming ?? null;
  return {
    rows,
    current,
    last,
    played: rows.filter(({ report: { state } }) => state !== "idle").length,
    isPlaying,
    next,
    isOver: next === null && !isPlaying,
    act: actOf(demo, (current ?? last)?.step ?? null),
  };
}

/** Whether the demo waits for a step to end; one in the background goes on while the next is played. */
function holdsUp({ background }: Step, report: StepReport = idle): boolean {
  return report.state === "typing" || (report.state === "running" && !background);
}

function rowsOf(demo: Demo, report: DemoReport | undefined): StepRow[] {
  const rows: StepRow[] = [];
  for (const act of demo.acts) {
    const shown = act.steps.filter((step) => !step.hidden);
    for (const step of shown) {
      rows.push({
        step,
        number: rows.length + 1,
        report: report?.steps[step.step] ?? idle,
        act: step === shown[0] ? act : null,
      });
    }
  }
  return rows;
}

function actOf(demo: Demo, step: Step | null): string {
  return demo.acts.find((act) => step !== null && act.steps.includes(step))?.title ?? "";
}
