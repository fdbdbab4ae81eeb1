/** What a person may write behind `--limits`, and what they hear when they write something else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLimits } from "../../server/lab/index.ts";
import { defaultLabRules, defaultNodeLimits } from "../../server/lab/limits.ts";
import { notations, timeInWords } from "../../server/lab/rules/amount.ts";
import { type SettingName, settings } from "../../server/lab/rules/settings.ts";

const names = Object.keys(settings) as SettingName[];

describe("limits", () => {
  test("are the defaults when nothing is said", () => {
    expect(parseLimits("")).toEqual({ node: defaultNodeLimits, rules: defaultLabRules, mistakes: [] });
    expect(parseLimits("  ")).toEqual(parseLimits(""));
  });

  test("are what was said, and the defaults for the rest", () => {
    const { node, rules, mistakes } = parseLimits(
      "memory=512M, processes=256,cpus=0.5,disk=300M,inodes=4096,files=1024,namespaces=16," +
        "labs=10,labs-per-seat=1,labs-per-minute=20,idle=5m,presenter-idle=1h30m,lifetime=1d,warning=90s",
    );
    expect(mistakes).toEqual([]);
    expect(node).toEqual({
      processes: 256,
      memoryBytes: 512 * 2 ** 20,
      cpus: 0.5,
      diskBytes: 300 * 2 ** 20,
      inodes: 4096,
      openFiles: 1024,
      namespaces: 16,
    });
    expect(rules).toEqual({
      labs: 10,
      labsPerSeat: 1,
      labsPerMinute: 20,
      readerIdleMs: 300_000,
      presenterIdleMs: 5_400_000,
      lifetimeMs: 86_400_000,
      warningMs: 90_000,
    });
    expect(parseLimits("idle=20m")).toEqual({
      node: defaultNodeLimits,
      rules: { ...defaultLabRules, readerIdleMs: 1_200_000 },
      mistakes: [],
    });
  });

  test("have a setting each", () => {
    const fields = names.map((name) => settings[name].field).sort();
    expect(fields).toEqual([...Object.keys(defaultNodeLimits), ...Object.keys(defaultLabRules)].sort());
  });

  test("have defaults that one may also say", () => {
    const defaults = { ...defaultNodeLimits, ...defaultLabRules };
    const text = names
      .map((name) => `${name}=${notations[settings[name].unit].write(defaults[settings[name].field])}`)
      .join(",");
    expect(parseLimits(text)).toEqual(parseLimits(""));
  });
});

describe("a mistake", () => {
  test.each([
    ["memroy=512M", `"memroy" is no setting; did you mean "memory"? known: ${names.join(", ")}`],
    ["Memory=512M", /^"Memory" is no setting; did you mean "memory"/],
    ["512M", /^"512M" is no setting; known: memory, /],
    ["memory=512M,,", /^"" names no setting; known: memory, /],
    ["=3", /^"=3" names no setting; known: /],
    ["memory", "memory: it has no value; write an amount such as 512M or 1G, from 64M to 1T"],
    ["memory=", "memory: it has no value; write an amount such as 512M or 1G, from 64M to 1T"],
    ["memory=lots", 'memory=lots: "lots" cannot be read; write an amount such as 512M or 1G, from 64M to 1T'],
    ["memory=512", /^memory=512: too little; write .* from 64M to 1T$/],
    ["memory=9T", /^memory=9T: too much; write .* from 64M to 1T$/],
    ["processes=8", "processes=8: too little; write a whole number, from 32 to 32768"],
    ["processes=12.5", /^processes=12.5: "12.5" cannot be read; write a whole number/],
    ["processes=-1", /^processes=-1: "-1" cannot be read/],
    ["cpus=0", /^cpus=0: too little; write .* from 0.05 to 1024$/],
    ["idle=15", /^idle=15: "15" cannot be read; write a time such as 90s, 15m, 4h or 1h30m, from 5s to 7d$/],
    ["labs=1e3", /^labs=1e3: "1e3" cannot be read/],
    ["labs=5,labs=6", "labs=6: labs is there twice; keep one"],
    [
      "memory=64M,disk=128M",
      "disk=128M: files are kept in memory, and memory=64M is less; raise memory or lower disk",
    ],
    ["idle=2m,warning=2m", "warning=2m: it must be shorter than idle=2m"],
    ["labs=2,labs-per-seat=3", "labs-per-seat=3: it is more than labs=2 for all"],
  ])("in %s is told with what is allowed", (text, mistake) => {
    const { mistakes } = parseLimits(text);
    expect(mistakes[0]).toMatch(mistake);
    expect(mistakes).toHaveLength(text === "memory=512M,," ? 2 : 1);
  });

  test("does not hide the next one", () => {
    expect(parseLimits("memroy=1,processes=1,idle=x,labs=3").mistakes).toHaveLength(3);
  });

  test("of any kind makes no exception, and nothing beyond the ranges comes out", () => {
    const word = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
    const value = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.nat().map(String),
      fc.stringMatching(/^\d{1,9}[smhdKMGT]$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, value), { maxLength: 6 }), (items) => {
        const { node, rules, mistakes } = parseLimits(items.map((item) => item.join("=")).join(","));
        const all = { ...node, ...rules };
        for (const name of names) {
          const { field, least, most } = settings[name];
          if (mistakes.length > 0) continue;
          expect(all[field], name).toBeGreaterThanOrEqual(least / 2);
          expect(all[field], name).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

describe("settings that were not said", () => {
  test("follow those that were, so that they do not contradict them", () => {
    expect(parseLimits("memory=96M").node.diskBytes).toBe(64 * 2 ** 20);
    expect(parseLimits("idle=20s").rules.warningMs).toBe(10_000);
    expect(parseLimits("labs=1").rules.labsPerSeat).toBe(1);
    expect(parseLimits("memory=1G").node.diskBytes).toBe(defaultNodeLimits.diskBytes);
  });
});

describe("amounts", () => {
  test("are read as they are written", () => {
    for (const [text, ms] of [
      ["90s", 90_000],
      ["1h30m", 5_400_000],
      ["2d", 172_800_000],
    ] as const) {
      expect(notations.time.read(text)).toBe(ms);
    }
    expect(["512M", "512MiB", "512mb", "0.5G", "536870912"].map(notations.bytes.read)).toEqual(
      Array(5).fill(536_870_912),
    );
    expect(["", "m", "15m4h", "1.5h", "99999999999999999d"].map(notations.time.read)).toEqual(
      Array(5).fill(null),
    );
  });

  test("are written so that they can be read again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(notations.time.read(notations.time.write(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });

  test("of time are words in a sentence", () => {
    expect([1000, 60_000, 900_000, 5_400_000, 14_400_000, 0].map(timeInWords)).toEqual([
      "1 second",
      "1 minute",
      "15 minutes",
      "1 hour 30 minutes",
      "4 hours",
      "0 seconds",
    ]);
  });
});
