/** Who gets a key that is pressed in an entered terminal. */

/** `leave`: the page takes the keys back; `page`: it bubbles up to the deck or the demo; `copy`: the selection is copied. */
export type KeyRoute = "shell" | "leave" | "page" | "copy";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">;

/** A clicker's keys always drive the talk, and F6 always leaves; the shell gets everything else. */
export function keyRoute(event: Key): KeyRoute {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
  if (ctrlKey && shiftKey && key.toLowerCase() === "c") return "copy";
  if (ctrlKey || altKey || metaKey) return "shell";
  if (key === "F6") return "leave";
  if (key === "PageUp" || key === "PageDown") return shiftKey ? "shell" : "page";
  return "shell";
}
