/** What a person has chosen for terminals on this machine, and remembers for them. */
import { create } from "zustand";
import { remembered } from "../storage/index.ts";

/** All of them; unknown ones in storage are dropped. */
export interface TerminalSettings {
  /** The terminal's text is there for screen readers, at some cost. */
  screenReader: boolean;
  /** The drawer's part of its place's width, or of its height where it lies below, in percent. */
  drawerPercent: number;
}

const key = "shelldeck.terminal";
const defaults: TerminalSettings = { screenReader: false, drawerPercent: 45 };

/** The choices; changed by `chooseSetting`. */
export const useTerminalSettings = create<TerminalSettings>(() => ({ ...defaults, ...recall() }));

/** Changes choices and remembers them, where storage is allowed. */
export function chooseSetting(change: Partial<TerminalSettings>): void {
  useTerminalSettings.setState(change);
  remembered.write(key, JSON.stringify(useTerminalSettings.getState()));
}

function recall(): Partial<TerminalSettings> {
  try {
    const stored: unknown = JSON.parse(remembered.read(key) ?? "{}");
    if (!stored || typeof stored !== "object") return {};
    const { screenReader, drawerPercent } = stored as Record<string, unknown>;
    return {
      ...(typeof screenReader === "boolean" ? { screenReader } : {}),
      ...(typeof drawerPercent === "number" ? { drawerPercent } : {}),
    };
  } catch {
    return {};
  }
}
