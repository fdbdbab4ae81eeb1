/** What kind of thing has the keyboard's focus. */
import type { Focus } from "./key-command.ts";

/**
 * First match wins. xterm.js takes its keys through a textarea, so terminals come before text fields; the keys in a
 * dialog other than the deck's own help are for what it asks; a slide that scrolls needs the arrows itself.
 */
const kinds: readonly (readonly [Focus, string])[] = [
  ["terminal", ".xterm"],
  [
    "text",
    'input:not([type="button"], [type="checkbox"]), textarea, select, [contenteditable]:not([contenteditable="false"]), dialog:not(#keys)',
  ],
  [
    "widget",
    '[role="separator"], [role="slider"], [role="listbox"], [role="menu"], [role="tab"], .slide-body[tabindex="0"]',
  ],
  ["control", 'button, a[href], summary, input, [role="button"]'],
];

/** Tells by the focused element and what is round it. */
export function focusOf(target: { closest(selector: string): unknown } | null): Focus {
  return kinds.find(([, selector]) => target?.closest(selector))?.[0] ?? "page";
}
