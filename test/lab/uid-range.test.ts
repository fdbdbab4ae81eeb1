/** Which host uids a lab has. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { slots, uidBase, uidsPerLab } from "../../server/lab/plan/index.ts";

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
