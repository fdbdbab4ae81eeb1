/** Times as a speaker reads them off at a glance. */

const secondMs = 1000;

/** `4:05`, `1:02:03`; what is less than a second is not shown. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / secondMs);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** The time of day as people here write it, to the minute. */
export function wallClockText(now: Date, locale?: string): string {
  return now.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
}
