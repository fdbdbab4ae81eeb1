/** What a pressed key asks of the reading view. */

export type ReadingCommand =
  | "next"
  | "previous"
  | "top"
  | "search"
  | "contents"
  | "theme"
  | "present"
  | "help";

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing">;

const commands: Record<string, ReadingCommand> = {
  j: "next",
  n: "next",
  k: "previous",
  p: "previous",
  t: "top",
  "/": "search",
  g: "search",
  c: "contents",
  d: "theme",
  r: "present",
  "?": "help",
  h: "help",
};

/** What has keys of its own. */
const busy = 'input:not([type="checkbox"]), textarea, select, [contenteditable], .xterm, dialog';

/** Null where somebody types, and for all keys that scroll. */
export function readingCommand(
  { key, ctrlKey, altKey, metaKey, isComposing }: Press,
  target: { closest(selector: string): unknown } | null,
): ReadingCommand | null {
  if (ctrlKey || altKey || metaKey || isComposing || target?.closest(busy)) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return (Object.hasOwn(commands, pressed) && commands[pressed]) || null;
}

/** What the help says. */
export const readingKeys: readonly { does: string; keys: readonly string[] }[] = [
  { does: "Next section", keys: ["j", "n"] },
  { does: "Section before", keys: ["k", "p"] },
  { does: "To the top", keys: ["t"] },
  { does: "Search", keys: ["/", "g"] },
  { does: "Contents", keys: ["c"] },
  { does: "Terminal beside the text", keys: ["`"] },
  { does: "Light or dark", keys: ["d"] },
  { does: "Back to the slides", keys: ["r"] },
  { does: "This help", keys: ["?", "h"] },
];
