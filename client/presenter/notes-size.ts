/** How large the notes are, remembered on this machine. */
import { create } from "zustand";
import { remembered } from "../storage/index.ts";

/** In CSS pixels: from what fits a phone to what is read at arm's length. */
export const notesSizesPx: readonly number[] = [14, 16, 18, 20, 22, 25, 28, 32, 36, 42, 48];
const usualPx = 20;
const key = "shelldeck.notes";

/** The size as it is. */
export const useNotesSize = create<{ px: number }>(() => ({ px: knownSize(remembered.read(key)) }));

/** Takes the next larger (1) or smaller (-1) size; the ends hold. */
export function changeNotesSize(by: 1 | -1): void {
  const px = sizeBeside(useNotesSize.getState().px, by);
  useNotesSize.setState({ px });
  remembered.write(key, String(px));
}

/** The size beside this one. */
export function sizeBeside(px: number, by: 1 | -1): number {
  return notesSizesPx[notesSizesPx.indexOf(px) + by] ?? px;
}

/** What was remembered, if it is one of the sizes. */
export function knownSize(text: string | null): number {
  const px = Number(text);
  return notesSizesPx.includes(px) ? px : usualPx;
}
