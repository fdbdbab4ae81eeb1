/** What lies over the deck at the moment, and the digits typed so far. */
import { create } from "zustand";

export interface View {
  blackout: boolean;
  help: boolean;
  /** Digits waiting for Return. */
  digits: string;
}

/** The state of this window; nothing of it is shared with other seats. */
export const useView = create<View>(() => ({ blackout: false, help: false, digits: "" }));

/** Longer numbers are no slide. */
const mostDigits = 4;

/** Adds a digit to the number being typed. */
export function typeDigit(digit: string): void {
  useView.setState(({ digits }) => ({ digits: (digits + digit).slice(-mostDigits) }));
}

/** The number typed so far, or null; it starts anew after that. */
export function takeNumber(): number | null {
  const { digits } = useView.getState();
  if (digits !== "") useView.setState({ digits: "" });
  return digits === "" ? null : Number(digits);
}

/** Closes what lies over the deck; false when there was nothing. */
export function closeAll(): boolean {
  const { blackout, help, digits } = useView.getState();
  useView.setState({ blackout: false, help: false, digits: "" });
  return blackout || help || digits !== "";
}

/** Blackout and back. */
export function toggleBlackout(): void {
  useView.setState(({ blackout }) => ({ blackout: !blackout }));
}

/** Shows or hides the list of keys. */
export function toggleHelp(): void {
  useView.setState(({ help }) => ({ help: !help }));
}
