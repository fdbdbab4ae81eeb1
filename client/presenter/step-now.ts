/** Where a demo is for its speaker: the step that is talked about, and the one that the next press plays. */
import type { useProgress } from "../play/index.ts";

type Progress = ReturnType<typeof useProgress>;
type Row = Progress["rows"][number];

/** `now`: the step that plays or was played last; null before the first. */
export function stepNow({ rows, current, last, isPlaying }: Progress): { now: Row | null; next: Row | null } {
  if (!isPlaying) return { now: last, next: current };
  return { now: current, next: rows[current?.number ?? rows.length] ?? null };
}
