/** Which user ids a lab has. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { hostIds, rootIds, userIds } from "../../server/lab/apply/keeper-ids.ts";
import {
  idMappings,
  rootUids,
  slots,
  subordinateUids,
  uidBase,
  uidsPerLab,
} from "../../server/lab/plan/index.ts";

test("no two slots have a uid in common, and all are outside those of users, subuids and system containers", () => {
  const slot = fc.integer({ min: 0, max: slots - 1 });
  fc.assert(
    fc.property(slot, slot, (one, other) => {
      if (one !== other) expect(Math.abs(uidBase(one) - uidBase(other))).toBeGreaterThanOrEqual(uidsPerLab);
      expect(uidBase(one)).toBeGreaterThan(0x6fff_ffff);
      expect(uidBase(one) + uidsPerLab).toBeLessThanOrEqual(0x7fff_0000);
    }),
  );
});

test.each([-1, slots, 0.5, Number.NaN])("slot %s is none", (slot) => {
  expect(() => uidBase(slot)).toThrow(`lab slot ${slot} is not in 0..${slots - 1}`);
});

test("of an ordinary user's ids no two labs share one, none has the user's own, and all lie in the user's range", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1024, max: 20_000_000 }), fc.nat(), fc.nat(), (count, one, other) => {
      const pool = subordinateUids(count);
      const ids = (slot: number) =>
        idMappings(slot % pool.slots, pool).map(({ hostID, size }) => [hostID, hostID + size - 1]);
      for (const [first = 0, last = 0] of ids(one)) {
        expect(first).toBeGreaterThan(0);
        expect(last).toBeLessThanOrEqual(count);
        if (one % pool.slots === other % pool.slots) continue;
        for (const [otherFirst = 0, otherLast = 0] of ids(other))
          expect(last < otherFirst || first > otherLast).toBe(true);
      }
    }),
  );
});

test.each([
  [0, 0, 1024],
  [1023, 0, 1024],
  [65_536, 64, 1024],
  [16 * 65_536, 16, 65_536],
])("%i subordinate ids are room for %i labs of %i", (count, slots, perLab) => {
  expect(subordinateUids(count)).toEqual({ first: 1, perLab, slots });
});

test("a small range has the system's users and nobody", () => {
  expect(idMappings(2, subordinateUids(65_536))).toEqual([
    { containerID: 0, hostID: 2049, size: 1023 },
    { containerID: 65_534, hostID: 3072, size: 1 },
  ]);
});

test("the longest of a user's lines in /etc/subuid counts, by name or by number, and the shorter of both files", () => {
  const subuid = "alice:100000:1000\n# alice:1:9999999\nbob:200000:70000\n1000:300000:65536\n";
  const ids = userIds(1000, 1001, "alice", subuid, "alice:400000:10240\n");
  expect(ids.users).toEqual([
    { inside: 0, outside: 1000, count: 1 },
    { inside: 1, outside: 300_000, count: 65_536 },
  ]);
  expect(ids.groups).toEqual([
    { inside: 0, outside: 1001, count: 1 },
    { inside: 1, outside: 400_000, count: 10_240 },
  ]);
  expect(ids.pool).toEqual({ first: 1, perLab: 1024, slots: 10 });
  expect(hostIds(ids, 3)).toEqual({ first: 300_000 + 3 * 1024, count: 1024 });
  expect(userIds(1000, 1000, "alice", "", "").pool.slots).toBe(0);
});

test("root's labs have the same ids in the keeper's namespace as on the machine", () => {
  expect(hostIds(rootIds(), 5)).toEqual({ first: uidBase(5), count: rootUids.perLab });
});
