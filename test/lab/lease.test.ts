/** When a lab ends for want of use or of old age, and when its user is warned. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaseAt, leaseEndText, leaseTerms } from "../../server/lab/index.ts";
import { defaultLabRules } from "../../server/lab/limits.ts";

const minuteMs = 60_000;
const terms = { idleMs: 15 * minuteMs, lifetimeMs: 60 * minuteMs, warningMs: minuteMs };
const fresh = { since: 0, usedAt: 0 };

describe("a lab", () => {
  test("that nobody uses is quiet, then its user is warned, then it is over", () => {
    expect(leaseAt(terms, fresh, 0)).toEqual({
      phase: "quiet",
      why: "idle",
      endsInMs: 15 * minuteMs,
      changesInMs: 14 * minuteMs,
    });
    expect(leaseAt(terms, fresh, 14 * minuteMs - 1).phase).toBe("quiet");
    expect(leaseAt(terms, fresh, 14 * minuteMs)).toEqual({
      phase: "warning",
      why: "idle",
      endsInMs: minuteMs,
      changesInMs: minuteMs,
    });
    expect(leaseAt(terms, fresh, 15 * minuteMs - 1)).toMatchObject({ phase: "warning", endsInMs: 1 });
    expect(leaseAt(terms, fresh, 15 * minuteMs)).toEqual({
      phase: "over",
      why: "idle",
      endsInMs: 0,
      changesInMs: 0,
    });
  });

  test("that is used goes on", () => {
    expect(leaseAt(terms, { since: 0, usedAt: 14.5 * minuteMs }, 15 * minuteMs)).toMatchObject({
      phase: "quiet",
      endsInMs: 14.5 * minuteMs,
    });
  });

  test("ends of old age whatever is done with it, and says so", () => {
    const used = { since: 0, usedAt: 59.9 * minuteMs };
    expect(leaseAt(terms, used, 59.9 * minuteMs)).toMatchObject({ phase: "warning", why: "lifetime" });
    expect(leaseAt(terms, used, 60 * minuteMs)).toMatchObject({ phase: "over", why: "lifetime" });
  });

  test("that is used in the minute before both ends is warned of the other", () => {
    const before = leaseAt(terms, { since: 0, usedAt: 44.5 * minuteMs }, 59.2 * minuteMs);
    const after = leaseAt(terms, { since: 0, usedAt: 59.2 * minuteMs }, 59.2 * minuteMs);
    expect(before).toMatchObject({ phase: "warning", why: "idle" });
    expect(after).toMatchObject({ phase: "warning", why: "lifetime" });
  });
});

test("a presenter's lab waits for hours, a reader's for minutes", () => {
  expect(leaseTerms(defaultLabRules, "presenter").idleMs).toBe(4 * 60 * minuteMs);
  expect(leaseTerms(defaultLabRules, "reader").idleMs).toBe(15 * minuteMs);
  expect(leaseEndText("idle", leaseTerms(defaultLabRules, "reader"))).toBe(
    "the lab ended after 15 minutes without use",
  );
  expect(leaseEndText("lifetime", leaseTerms(defaultLabRules, "reader"))).toBe(
    "the lab ended after 12 hours, as every lab does",
  );
});

test("at any time the phase holds until it is said to change, and no longer", () => {
  const ms = fc.integer({ min: 1, max: 10_000 });
  const given = fc.record({ idleMs: ms, lifetimeMs: ms, warningMs: ms });
  fc.assert(
    fc.property(given, fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (some, since, use, wait) => {
      const times = { since, usedAt: since + use };
      const now = times.usedAt + wait;
      const lease = leaseAt(some, times, now);
      const isOver = wait >= some.idleMs || use + wait >= some.lifetimeMs;
      expect(lease.phase === "over").toBe(isOver);
      if (isOver) return;
      expect(leaseAt(some, times, now + lease.changesInMs - 1).phase).toBe(lease.phase);
      expect(leaseAt(some, times, now + lease.changesInMs).phase).not.toBe(lease.phase);
      expect(leaseAt(some, times, now + lease.endsInMs)).toMatchObject({ phase: "over", why: lease.why });
    }),
  );
});
