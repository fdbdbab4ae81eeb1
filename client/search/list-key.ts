/** What a key does to the choice in a list below a field; left, right, Home and End are the field's own. */

/** As many as one sees at once. */
const page = 8;

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  PageDown: (at, count) => Math.min(at + page, count - 1),
  PageUp: (at) => Math.max(at - page, 0),
};

/** The new position, or null when the key is not the list's. */
export function afterKey(
  { key, ctrlKey, altKey, metaKey }: Pick<globalThis.KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">,
  at: number,
  count: number,
): number | null {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!move || count === 0 || ctrlKey || altKey || metaKey) return null;
  return move(at, count);
}
