/** A step's or block's report in a few words. */
import type { StepReport } from "../../server/protocol.ts";

/** Such as "done · exit 0 · 0.2 s"; the state's own word comes first. */
export function reportText({ state, exit, durationMs }: StepReport): string {
  const parts: string[] = [state];
  if (exit !== null) parts.push(`exit ${exit}`);
  if (durationMs !== null && state !== "typing" && state !== "running") parts.push(durationText(durationMs));
  return parts.join(" · ");
}

/** Tenths of a second, from ten on whole ones, from a minute on minutes too. */
export function durationText(durationMs: number): string {
  const tenths = Math.round(durationMs / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
