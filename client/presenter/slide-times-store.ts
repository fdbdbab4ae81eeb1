/** Keeps how long the talk has been on each slide, through reloads of this window. */
import { create } from "zustand";
import { currentAddress, onAddressChange } from "../app/index.ts";
import { connectionStore } from "../connection/index.ts";
import { type SlideTimes, turnTo } from "./slide-times.ts";
import { elapsedAt } from "./talk-clock.ts";

const key = "shelldeck.slide-times";

/** Null before the server has told the clock. */
const useSlideTimes = create<{ times: SlideTimes | null }>(() => ({ times: null }));

/** The times as they are, to be put back later. */
export const slideTimesNow = (): SlideTimes | null => useSlideTimes.getState().times;

/** Puts them back. */
export function takeSlideTimes(times: SlideTimes | null): void {
  useSlideTimes.setState({ times });
  try {
    sessionStorage.setItem(key, JSON.stringify(times));
  } catch {
    return;
  }
}

/** Counts until the answer is called. */
export function countSlideTimes(): () => void {
  const count = () => {
    const { link, talk } = connectionStore.getState();
    if (link !== "open") return;
    const times = slideTimesNow() ?? stored();
    const now = turnTo(times, currentAddress().slide, elapsedAt(talk.clock, performance.now()));
    if (now !== slideTimesNow()) takeSlideTimes(now);
  };
  const endAddress = onAddressChange(count);
  const endClock = connectionStore.subscribe((state, before) => {
    if (state.talk.clock !== before.talk.clock) count();
  });
  count();
  return () => {
    endAddress();
    endClock();
  };
}

function stored(): SlideTimes | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as SlideTimes | null;
  } catch {
    return null;
  }
}
