/** What a pressed key asks of the demo view. */

/** `next` plays the next step, `close` goes back to the slides and undoes nothing, `enter` gives the keys to the shell. */
export type DemoKey = "next" | "close" | "enter";

/** Where the focus is: `control` is a button or link, `widget` something with arrow keys of its own, `text` a field or a dialog. */
export type DemoFocus = "page" | "control" | "widget" | "text" | "terminal";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

const clickerKeys: Record<string, DemoKey> = { PageDown: "next", PageUp: "close" };
const letterKeys: Record<string, DemoKey> = { j: "next", n: "next", k: "close", Escape: "close" };
const arrowKeys: Record<string, DemoKey> = { ArrowRight: "next", ArrowDown: "next", ArrowLeft: "close" };
const pressKeys: Record<string, DemoKey> = { " ": "next", Enter: "enter" };

/** Null when the key is not the demo's; a clicker's keys are, even from inside the terminal. */
export function demoKey(event: Key, focus: DemoFocus): DemoKey | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (ctrlKey || altKey || metaKey || shiftKey || focus === "text") return null;
  if (Object.hasOwn(clickerKeys, key)) return clickerKeys[key] ?? null;
  if (focus === "terminal") return null;
  if (Object.hasOwn(pressKeys, key)) return focus === "page" ? (pressKeys[key] ?? null) : null;
  if (Object.hasOwn(arrowKeys, key)) return focus === "widget" ? null : (arrowKeys[key] ?? null);
  return Object.hasOwn(letterKeys, key) ? (letterKeys[key] ?? null) : null;
}

/** Tells by what is round the focused element. */
export function demoFocus(target: { closest(selector: string): unknown } | null): DemoFocus {
  if (target?.closest(".xterm")) return "terminal";
  if (target?.closest("dialog, input, textarea, select")) return "text";
  if (target?.closest('[role="separator"]')) return "widget";
  if (target?.closest("button, a[href], summary")) return "control";
  return "page";
}
