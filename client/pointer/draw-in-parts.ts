/** Says a stroke's points to all who follow, in parts that the protocol takes. */
import type { Point } from "../../server/protocol.ts";
import { say } from "../connection/index.ts";

/** As the protocol has it (server/protocol.ts). */
const mostPoints = 256;

/** False when nobody heard. */
export function drawInParts(slide: number, id: string, points: readonly Point[]): boolean {
  let isHeard = true;
  for (let from = 0; from < points.length; from += mostPoints)
    isHeard = say({ type: "draw", slide, id, points: points.slice(from, from + mostPoints) }) && isHeard;
  return isHeard;
}
