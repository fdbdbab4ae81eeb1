/** How long a slide should take: its property `duration`. */
import type { Property } from "./lexer/index.ts";
import type { Report } from "./problem.ts";

/** Seconds of `90s`, `2m30s`, `1h` or a number of minutes; null when it is something else. */
function paceSeconds(duration: string): number | null {
  if (/^\d{1,4}(?:\.\d{1,4})?$/.test(duration)) return positive(Math.round(Number(duration) * 60));
  const parts = /^(?:(\d{1,2})h)?\s?(?:(\d{1,4})m(?:in)?)?\s?(?:(\d{1,5})s)?$/.exec(duration);
  if (!parts) return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return positive((hours * 60 + minutes) * 60 + seconds);
}

function positive(seconds: number): number | null {
  return seconds > 0 ? seconds : null;
}

/** The pace that a slide sets for itself; a value that is no time is reported. */
export function readPace(duration: Property | undefined, report: Report): number | null {
  if (!duration || duration.value === "") return null;
  const seconds = paceSeconds(duration.value);
  if (seconds === null) {
    report(
      "warning",
      duration.offset,
      `duration cannot be "${duration.value.slice(0, 40)}"`,
      "write a time such as 90s, 2m, 2m30s or 1h, or a number of minutes",
    );
  }
  return seconds;
}
