/** What is left of the time that the talk was given. */
import { clockText } from "./clock-text.ts";

const minuteMs = 60_000;
/** From here on a speaker comes to the end, in minutes. */
const soonMinutes = 5;

export interface Countdown {
  /** `12:34`. */
  time: string;
  /** What the time is, in words. */
  words: string;
  tone: "plain" | "soon" | "over";
}

/** Counts whole seconds, so that what has passed and what is left add up on the screen. */
export function countdown(durationMinutes: number, elapsedMs: number): Countdown {
  const leftMs = durationMinutes * minuteMs - Math.floor(elapsedMs / 1000) * 1000;
  if (leftMs < 0) return { time: clockText(-leftMs), words: "over time", tone: "over" };
  if (leftMs < soonMinutes * minuteMs)
    return { time: clockText(leftMs), words: `left, under ${soonMinutes} minutes`, tone: "soon" };
  return { time: clockText(leftMs), words: "left", tone: "plain" };
}
