/** Durations as a person writes them. */

const unitMs: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/** Longer than any step of a talk; keeps a slip of the pen from hanging a rehearsal. */
const maxDurationMs = 60 * 60_000;

/** The remedy for a text that is no duration. */
export const durationRemedy = "write a number and a unit, such as 500ms, 10s or 2m; at most 60m";

/** Milliseconds in `500ms`, `10s`, `1.5s` or `2m`; null when it is no duration above zero and up to an hour. */
export function parseDurationMs(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text);
  if (!match) return null;
  const durationMs = Math.round(Number(match[1]) * (unitMs[match[2] ?? ""] ?? 0));
  return durationMs > 0 && durationMs <= maxDurationMs ? durationMs : null;
}
