/** An engine for a machine, or a wish, without labs: the deck presents, and each demo says why it cannot run. */
import { type LabEngine, LabError } from "./lab.ts";

export function noLabs(reason: string, remedy: string): LabEngine {
  return {
    obstacle: { reason, remedy },
    plan: () => {
      throw new LabError(reason, remedy);
    },
    create: () => Promise.reject(new LabError(reason, remedy)),
    dispose: () => Promise.resolve(),
  };
}
