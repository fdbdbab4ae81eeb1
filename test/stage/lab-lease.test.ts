/** A lab's lease as its user hears of it: the warning, what takes it off, and the end. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ServerMessage } from "../../server/protocol.ts";
import { LabLease } from "../../server/stage/lab-lease.ts";

const terms = { idleMs: 900_000, lifetimeMs: 3_600_000, warningMs: 60_000 };
let said: ServerMessage[];
let ends: string[];
let lease: LabLease;
beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  ends = [];
  const listener = {
    tell: (message: ServerMessage) => said.push(message),
    over: (why: string) => ends.push(why),
  };
  lease = new LabLease(terms, listener);
});
afterEach(() => {
  lease.end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);
const warning = (endsInMs: number, why: string) => ({ type: "lease", endsInMs, why });
const off = { type: "lease", endsInMs: null, why: "idle" };

describe("a lab that is not used", () => {
  test("is warned of once, and ends when it was said", () => {
    lease.begin("1");
    minutes(13.9);
    expect(said).toEqual([]);
    minutes(0.1);
    expect(said).toEqual([warning(60_000, "idle")]);
    minutes(0.9);
    expect(ends).toEqual([]);
    minutes(0.1);
    expect(ends).toEqual(["the lab ended after 15 minutes without use"]);
    expect(said).toEqual([warning(60_000, "idle"), off]);
    minutes(60);
    expect(ends).toHaveLength(1);
  });

  test("is told to who comes during the warning, with what is left", () => {
    lease.begin("1");
    expect(lease.message()).toEqual(off);
    minutes(14.5);
    expect(lease.message()).toEqual(warning(30_000, "idle"));
  });

  test("ends at the same time whatever the clock on the wall says", () => {
    lease.begin("1");
    vi.setSystemTime(Date.now() + 24 * 3_600_000);
    minutes(13.9);
    expect(said).toEqual([]);
    vi.setSystemTime(Date.now() - 48 * 3_600_000);
    minutes(1.1);
    expect(ends).toHaveLength(1);
  });
});

describe("use", () => {
  test("puts the end off, and takes the warning off at once", () => {
    lease.begin("1");
    minutes(14.5);
    lease.used();
    expect(said).toEqual([warning(60_000, "idle"), off]);
    minutes(13.9);
    expect(said).toHaveLength(2);
    minutes(1.1);
    expect(ends).toHaveLength(1);
  });

  test("that goes on keeps the lab, until it is too old", () => {
    lease.begin("1");
    for (let minute = 0; minute < 59; minute += 1) {
      lease.used();
      minutes(1);
    }
    expect(said).toEqual([warning(60_000, "lifetime")]);
    lease.used();
    expect(said).toHaveLength(1);
    minutes(1);
    expect(ends).toEqual(["the lab ended after 1 hour, as every lab does"]);
  });

  test("within the warning of both ends tells of the one that it cannot put off", () => {
    lease.begin("1");
    for (const wait of [13, 13, 13, 5.5]) {
      minutes(wait);
      lease.used();
    }
    minutes(14.5);
    expect(said).toEqual([warning(60_000, "idle")]);
    lease.used();
    expect(said.at(-1)).toEqual(warning(60_000, "lifetime"));
  });

  test("without a lab is nothing", () => {
    lease.used();
    minutes(60);
    expect([said, ends]).toEqual([[], []]);
  });
});

describe("another lab", () => {
  test("begins anew, while the same one that is said again does not", () => {
    lease.begin("1");
    minutes(10);
    lease.begin("1");
    minutes(4.5);
    expect(said).toEqual([warning(60_000, "idle")]);
    lease.end();
    expect(said.at(-1)).toEqual(off);
    lease.begin("2");
    minutes(13.9);
    expect(said).toHaveLength(2);
    expect(ends).toEqual([]);
  });
});
