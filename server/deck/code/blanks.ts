/** `<names>` in commands that a person fills in before the commands are typed. */

const candidate = /<([a-z](?:[a-z0-9_ -]*[a-z0-9_-])?)>/gi;

/** One `<name>` in a line. */
export interface Blank {
  name: string;
  start: number;
  end: number;
}

/** The blanks of a line of commands; redirections, here-documents and HTML elements with an end tag are none. */
export function blanksOf(line: string): Blank[] {
  const blanks: Blank[] = [];
  for (const match of line.matchAll(candidate)) {
    const [whole, name = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    const before = line[start - 1] ?? " ";
    const isRedirection = before === "<" || (/[\s\d]/.test(before) && /[\w$&>]/.test(line[end] ?? ""));
    if (isRedirection || line.includes(`</${name}>`)) continue;
    blanks.push({ name, start, end });
  }
  return blanks;
}

/** Names of all blanks in order of appearance, each once. */
export function blankNames(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => blanksOf(line).map((blank) => blank.name)))];
}

/** Lines with their blanks filled in; control characters in a value are dropped, a missing value leaves its blank. */
export function fillBlanks(lines: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return lines.map((line) => {
    let filled = "";
    let cursor = 0;
    for (const { name, start, end } of blanksOf(line)) {
      if (!Object.hasOwn(values, name)) continue;
      const value = (values[name] ?? "").replace(/[\u0000-\u001f\u007f-\u009f]/g, "");
      filled += line.slice(cursor, start) + value;
      cursor = end;
    }
    return filled + line.slice(cursor);
  });
}
