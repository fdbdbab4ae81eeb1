/** The one short message at the window's foot, with something to press when there is something to do about it. */
import { create } from "zustand";

export interface Toast {
  /** Tells two messages with the same words apart. */
  id: number;
  text: string;
  action: { name: string; act(): void } | null;
  /** How long it stays. */
  lastsMs: number;
}

/** Null: nothing to say. */
export const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }));

/** Long enough to press what it offers. */
const undoMs = 8000;
/** To be read to its end while speaking. */
const readMs = 12_000;

/** Takes the place of the last message. */
export function showToast(text: string, action: Toast["action"] = null): void {
  useToast.setState(({ toast }) => ({
    toast: { id: (toast?.id ?? 0) + 1, text, action, lastsMs: action ? undoMs : readMs },
  }));
}

/** Takes the message away. */
export const dismissToast = (): void => useToast.setState({ toast: null });
