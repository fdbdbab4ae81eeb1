/** A lab's coming end, in words. */
import type { Lease } from "../connection/index.ts";

/** Minutes and seconds, as on a clock; a second that has begun counts. */
export function timeLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const reasons: Record<Lease["why"], string> = {
  idle: "nobody has used it for a while",
  lifetime: "it is as old as a lab may get; take what you need",
};

/** Why it ends. */
export const leaseReason = (why: Lease["why"]): string => reasons[why];
