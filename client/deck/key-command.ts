/** What a pressed key asks of the deck: remark's keys and some more, taken only where nobody types. */

/** Where the keyboard's focus is: `page` nothing special, `control` a button or link, `widget` something with arrow keys of its own. */
export type Focus = "page" | "control" | "widget" | "text" | "terminal";

/** What goes on and off again by the same key. */
export type Switch =
  | "blackout"
  | "help"
  | "theme"
  | "fullScreen"
  | "overview"
  | "search"
  | "mirror"
  | "laser"
  | "ink"
  | "clock";

export type KeyCommand =
  | { type: "move"; to: "next" | "previous" | "first" | "last" }
  | { type: "digit"; digit: string }
  | { type: "go" }
  | { type: "toggle"; what: Switch }
  /** Takes the newest stroke off the slide, or all of them. */
  | { type: "erase"; all: boolean }
  | { type: "resetClock" }
  /** Goes to that view, and from it back to the stage. */
  | { type: "visit"; view: "presenter" | "read" }
  /** Brings the stage's window up; the presenter view's. */
  | { type: "showStage" }
  /** Makes the notes larger or smaller; the presenter view's. */
  | { type: "notesSize"; by: 1 | -1 }
  | { type: "clone" }
  | { type: "close" };

/** The parts of a KeyboardEvent that decide. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing"
>;

const next: KeyCommand = { type: "move", to: "next" };
const previous: KeyCommand = { type: "move", to: "previous" };
const toggle = (what: Switch): KeyCommand => ({ type: "toggle", what });

/** Clickers send these, so they drive the deck from inside a terminal too. */
const clickerKeys: Record<string, KeyCommand> = { PageDown: next, PageUp: previous };

/** Keys that a focused button or link leaves free. */
const letterKeys: Record<string, KeyCommand> = {
  j: next,
  k: previous,
  b: toggle("blackout"),
  ".": toggle("blackout"),
  h: toggle("help"),
  "?": toggle("help"),
  d: toggle("theme"),
  f: toggle("fullScreen"),
  o: toggle("overview"),
  "/": toggle("search"),
  g: toggle("search"),
  m: toggle("mirror"),
  l: toggle("laser"),
  i: toggle("ink"),
  u: { type: "erase", all: false },
  Delete: { type: "erase", all: true },
  s: toggle("clock"),
  t: { type: "resetClock" },
  p: { type: "visit", view: "presenter" },
  r: { type: "visit", view: "read" },
  w: { type: "showStage" },
  "+": { type: "notesSize", by: 1 },
  "-": { type: "notesSize", by: -1 },
  c: { type: "clone" },
  Escape: { type: "close" },
};

const arrowKeys: Record<string, KeyCommand> = {
  ArrowRight: next,
  ArrowDown: next,
  ArrowLeft: previous,
  ArrowUp: previous,
  Home: { type: "move", to: "first" },
  End: { type: "move", to: "last" },
};

/** Null when the key is not the deck's: while typing, with Ctrl, Alt or Meta, or when the focused thing uses it. */
export function keyCommand(press: KeyPress, focus: Focus): KeyCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || focus === "text") return null;
  const clicker = own(clickerKeys, press.key);
  if (focus === "terminal") return press.shiftKey ? null : clicker;
  if (clicker) return clicker;
  if (press.key === " ") return focus === "page" ? (press.shiftKey ? previous : next) : null;
  if (/^[0-9]$/.test(press.key)) return { type: "digit", digit: press.key };
  if (press.key === "Enter") return { type: "go" };
  if (focus !== "widget") {
    const arrow = own(arrowKeys, press.key);
    if (arrow) return arrow;
  }
  return own(letterKeys, press.key.length === 1 ? press.key.toLowerCase() : press.key);
}

function own(keys: Record<string, KeyCommand>, key: string): KeyCommand | null {
  return Object.hasOwn(keys, key) ? (keys[key] ?? null) : null;
}
