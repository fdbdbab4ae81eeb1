/** What was filled in for placeholders, by name, for the page's life: a bridge is named once. */
const values = new Map<string, string>();

/** The last values of these names, empty where there was none. */
export function recall(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? ""]));
}

/** Keeps these for the next form that asks for the same names. */
export function remember(filled: Record<string, string>): void {
  for (const [name, value] of Object.entries(filled)) values.set(name, value);
}

/** A block's lines with the values in place; a name without a value stays as it is. */
export function fillIn(lines: readonly string[], filled: Record<string, string>): string[] {
  return lines.map((line) =>
    line.replace(/<([^<>]+)>/g, (all, name: string) => (Object.hasOwn(filled, name) && filled[name]) || all),
  );
}
