/** How the panes share the window, in percent, remembered on this machine. */
import { create } from "zustand";
import { remembered } from "../storage/index.ts";

/** `across`: the current slide's part of the width; `along`: the next slide's part of the height beside it. */
export type PaneSizes = Record<"across" | "along", number>;

/** Room for what is on both sides. */
export const limitsPercent: Record<keyof PaneSizes, readonly [smallest: number, largest: number]> = {
  across: [35, 80],
  along: [15, 80],
};
const usual: PaneSizes = { across: 66, along: 42 };
const stepPercent = 3;
const key = "shelldeck.panes";

/** The sizes as they are; changed by `setPane`. */
export const usePaneSizes = create<PaneSizes>(() => knownSizes(remembered.read(key)));

/** Gives a pane its size, within its limits. */
export function setPane(pane: keyof PaneSizes, percent: number): void {
  usePaneSizes.setState({ [pane]: clampPane(pane, percent) });
  remembered.write(key, JSON.stringify(usePaneSizes.getState()));
}

/** The size that is nearest within the limits. */
export function clampPane(pane: keyof PaneSizes, percent: number): number {
  const [smallest, largest] = limitsPercent[pane];
  return Math.min(Math.max(Math.round(percent * 10) / 10, smallest), largest);
}

/** After a key on the handle: arrows move it, Home and End take it to its ends; null for other keys. */
export function paneAfterKey(pane: keyof PaneSizes, percent: number, pressed: string): number | null {
  const [smallest, largest] = limitsPercent[pane];
  if (pressed === "Home") return smallest;
  if (pressed === "End") return largest;
  if (pressed === (pane === "across" ? "ArrowLeft" : "ArrowUp"))
    return clampPane(pane, percent - stepPercent);
  if (pressed === (pane === "across" ? "ArrowRight" : "ArrowDown"))
    return clampPane(pane, percent + stepPercent);
  return null;
}

/** What was remembered, as far as it makes sense. */
export function knownSizes(text: string | null): PaneSizes {
  try {
    const { across, along } = JSON.parse(text ?? "{}") as Partial<Record<keyof PaneSizes, unknown>>;
    return {
      across: typeof across === "number" ? clampPane("across", across) : usual.across,
      along: typeof along === "number" ? clampPane("along", along) : usual.along,
    };
  } catch {
    return usual;
  }
}
