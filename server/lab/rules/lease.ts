/** How long a lab may go on: when it ends for want of use or of old age, and when its user is warned. Knows no clock. */
import type { LabRules } from "../limits.ts";
import { timeInWords } from "./amount.ts";

/** Whose lab it is. */
export type LabUser = "presenter" | "reader";

/** A lab's end: not used for too long, or too old, which no use puts off. */
export type LeaseEnd = "idle" | "lifetime";

export interface LeaseTerms {
  idleMs: number;
  lifetimeMs: number;
  warningMs: number;
}

/** When a lab's user got it and last used it, in ms on a clock that never goes back. */
export interface LeaseTimes {
  since: number;
  usedAt: number;
}

/** `quiet`: nothing to say; `warning`: the end is near; `over`: it has come. */
export interface Lease {
  phase: "quiet" | "warning" | "over";
  /** The end that comes first. */
  why: LeaseEnd;
  endsInMs: number;
  /** When the phase changes if nobody uses the lab; 0 when it is over. */
  changesInMs: number;
}

/** The terms for a lab of this user. */
export function leaseTerms(rules: LabRules, user: LabUser): LeaseTerms {
  const { readerIdleMs, presenterIdleMs, lifetimeMs, warningMs } = rules;
  return { idleMs: user === "presenter" ? presenterIdleMs : readerIdleMs, lifetimeMs, warningMs };
}

/** How a lab's lease stands. */
export function leaseAt(terms: LeaseTerms, { since, usedAt }: LeaseTimes, now: number): Lease {
  const idleInMs = usedAt + terms.idleMs - now;
  const lifetimeInMs = since + terms.lifetimeMs - now;
  const why = idleInMs < lifetimeInMs ? "idle" : "lifetime";
  const endsInMs = Math.max(0, Math.min(idleInMs, lifetimeInMs));
  if (endsInMs === 0) return { phase: "over", why, endsInMs, changesInMs: 0 };
  const quietMs = endsInMs - terms.warningMs;
  if (quietMs > 0) return { phase: "quiet", why, endsInMs, changesInMs: quietMs };
  return { phase: "warning", why, endsInMs, changesInMs: endsInMs };
}

/** Why a lab has ended, for its user. */
export function leaseEndText(why: LeaseEnd, { idleMs, lifetimeMs }: LeaseTerms): string {
  if (why === "idle") return `the lab ended after ${timeInWords(idleMs)} without use`;
  return `the lab ended after ${timeInWords(lifetimeMs)}, as every lab does`;
}
