/** Which slides are in the document: the current one, and its neighbours as soon as there is time for them. */
import { startTransition, useEffect, useState } from "react";
import { whenIdle } from "../connection/index.ts";
import { roundOf } from "./round.ts";

/** Indices in order. A neighbour that is not there yet never keeps the current slide waiting. */
export function useRound(index: number, count: number): number[] {
  const [settled, setSettled] = useState<number | null>(null);
  useEffect(() => whenIdle(() => startTransition(() => setSettled(index))), [index]);
  return roundOf(index, settled, count);
}
