/** A lab's plan as JSON, for people and programs. */
import type { LabPlan } from "../../lab/index.ts";

/** Files that are no text are in base64. */
export function planText(plan: LabPlan): string {
  return JSON.stringify(plan, readable, 2);
}

function readable(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Record<string, unknown>)[key];
  return own instanceof Uint8Array ? { base64: Buffer.from(own).toString("base64") } : value;
}
