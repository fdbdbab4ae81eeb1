/** An engine that keeps to the rules: refuses labs beyond them, and gives places back however a lab ends. */
import type { Lab, LabEngine } from "../lab.ts";
import { type Place, type PlaceRules, Places } from "./places.ts";
import { LabRefused } from "./refusal.ts";

/** An engine whose labs are counted. */
export interface RuledEngine extends LabEngine {
  /**
   * The lab is this seat's from now on, or nobody's: it was kept ready and is taken, or its seat is done with it. Throws a LabError when
   * the seat has as many as it may.
   */
  assign(lab: Lab, seat: string | null): void;
}

/** `now`: ms on a clock that never goes back. */
export function ruled(
  engine: LabEngine,
  rules: PlaceRules,
  now: () => number = () => performance.now(),
): RuledEngine {
  const places = new Places(rules);
  const held = new WeakMap<Lab, Place>();
  return {
    obstacle: engine.obstacle,
    plan: (spec) => engine.plan(spec),
    dispose: () => engine.dispose(),
    create: async (spec) => {
      const place = places.take(spec.seat ?? null, now());
      if ("rule" in place) throw new LabRefused(place);
      try {
        const lab = await engine.create(spec);
        held.set(lab, place);
        const giveBack = () => places.giveBack(place);
        lab.ended.then(giveBack, giveBack);
        return lab;
      } catch (error) {
        places.giveBack(place);
        throw error;
      }
    },
    assign: (lab, seat) => {
      const place = held.get(lab);
      if (!place) throw new RangeError(`lab ${lab.id} was not made by this engine`);
      const refusal = places.assign(place, seat);
      if (refusal) throw new LabRefused(refusal);
    },
  };
}
