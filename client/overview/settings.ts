/** How a person wants to see the overview; remembered. */
import { create } from "zustand";
import { remembered } from "../storage/index.ts";
import { sizesPx } from "./grid-layout.ts";

interface Settings {
  /** Index into `sizesPx`. */
  size: number;
  /** Whether the steps of a slide are one cell. */
  isFolded: boolean;
}

const key = "shelldeck.overview";
const standard: Settings = { size: 2, isFolded: true };

/** This window's settings. */
export const useSettings = create<Settings>(() => ({ ...standard, ...recall() }));

/** Makes the slides larger or smaller; the ends hold. */
export function changeSize(by: 1 | -1): void {
  const size = Math.min(Math.max(0, useSettings.getState().size + by), sizesPx.length - 1);
  choose({ size });
}

/** Shows steps as slides of their own, or folds them. */
export const fold = (isFolded: boolean): void => choose({ isFolded });

function choose(change: Partial<Settings>): void {
  useSettings.setState(change);
  remembered.write(key, JSON.stringify(useSettings.getState()));
}

function recall(): Partial<Settings> {
  try {
    const { size, isFolded } = JSON.parse(remembered.read(key) ?? "{}") as Record<string, unknown>;
    return {
      ...(typeof size === "number" && sizesPx[size] !== undefined ? { size } : {}),
      ...(typeof isFolded === "boolean" ? { isFolded } : {}),
    };
  } catch {
    return {};
  }
}
