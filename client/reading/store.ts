/** What the reading view shows at the moment. */
import { create } from "zustand";

interface Reading {
  /** Position of the section that is being read. */
  current: number;
  /** What lies over the text. */
  open: "search" | "contents" | "help" | null;
  /** Position of the section where the reader left off last time, while that is offered to be undone. */
  resumed: number | null;
}

/** This window's. */
export const useReading = create<Reading>(() => ({ current: 0, open: null, resumed: null }));

/** Opens one thing over the text, or none. */
export const show = (open: Reading["open"]): void => useReading.setState({ open });

/** The offer stands until the reader has gone on. */
const nearSections = 2;

/** Another section is being read. */
export function setCurrent(current: number): void {
  useReading.setState((state) => {
    if (state.current === current) return state;
    const { resumed } = state;
    const isFar = resumed !== null && Math.abs(current - resumed) > nearSections;
    return { current, resumed: isFar ? null : resumed };
  });
}
