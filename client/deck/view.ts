/** What lies over the deck at the moment, and the digits typed so far. */
import { create } from "zustand";
import { leaveTool } from "../pointer/index.ts";
import "./mirror.css";

export interface View {
  /** This screen is black; the live room keeps it as the room's screens are. */
  blackout: boolean;
  help: boolean;
  overview: boolean;
  search: boolean;
  /** The stage is mirrored, for those who look at it through one. */
  mirror: boolean;
  /** Digits waiting for Return. */
  digits: string;
}

/** The state of this window. */
export const useView = create<View>(() => ({
  blackout: false,
  help: false,
  overview: false,
  search: false,
  mirror: false,
  digits: "",
}));

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

/** From the topmost on: what Escape closes. */
const layers: readonly ((view: View) => boolean)[] = [
  ({ help, overview, search }) => {
    useView.setState({ help: false, overview: false, search: false });
    return help || overview || search;
  },
  ({ digits }) => {
    useView.setState({ digits: "" });
    return digits !== "";
  },
  ({ blackout }) => {
    if (blackout) toggleBlackout();
    return blackout;
  },
  () => leaveTool(),
];

/** Closes the topmost thing that lies over the deck; false when there was nothing. */
export function closeTop(): boolean {
  return layers.some((close) => close(useView.getState()));
}

/** Whether this screen is black. */
export const isBlack = (): boolean => useView.getState().blackout;

/** Makes this screen black, or shows the slide again. */
export const setBlackout = (on: boolean): void => useView.setState({ blackout: on });

/** Blackout and back, for the whole room if this window may say so (client/live). */
export const toggleBlackout = (): void => setBlackout(!isBlack());

/** Calls back when this screen went black or shows the slide again. */
export const onBlackout = (listener: () => void): (() => void) =>
  useView.subscribe((view, before) => view.blackout !== before.blackout && listener());

/** One of them at a time: they are dialogs. */
function toggleDialog(which: "help" | "overview" | "search"): void {
  useView.setState((view) => ({ help: false, overview: false, search: false, [which]: !view[which] }));
}

/** Shows or hides the list of keys. */
export const toggleHelp = (): void => toggleDialog("help");

/** Shows or hides all slides at a glance. */
export const toggleOverview = (): void => toggleDialog("overview");

/** Shows or hides the search. */
export const toggleSearch = (): void => toggleDialog("search");

/** Mirrors the stage of this window, or shows it as it is (mirror.css). */
export function toggleMirror(page: Pick<Element, "toggleAttribute"> = document.documentElement): void {
  const mirror = !useView.getState().mirror;
  useView.setState({ mirror });
  page.toggleAttribute("data-mirror", mirror);
}
