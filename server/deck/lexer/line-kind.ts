/** What a single line is in remark's slide syntax. */

/** `---` ends a slide and `--` continues it; alone on a line, nothing round them. */
export function separator(line: string): "---" | "--" | null {
  if (line === "---" || line === "<!-- break -->") return "---";
  return line === "--" ? "--" : null;
}

/** `???` alone on a line starts the notes. */
export function isNotesMark(line: string): boolean {
  return line === "???";
}

export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

const lineProperty = /^([-\w]+):(?!\/\/)(.*)$/;
const classOpener = /(?:\.[A-Za-z_-][\w-]*)\[/;

/** A property as it may stand at the start of a slide. */
export interface PropertyLine {
  key: string;
  value: string;
  form: "line" | "comment";
  /** How much of the line it takes: a value ends where a content class begins. */
  length: number;
}

/** The property that a line at the start of a slide sets, or null; a URL is text. */
export function propertyLine(line: string): PropertyLine | null {
  const asLine = lineProperty.exec(line);
  if (asLine) {
    const [, key = "", rest = ""] = asLine;
    const end = rest.search(classOpener);
    const value = end < 0 ? rest : rest.slice(0, end);
    if (closesBracket(value)) return null;
    return { key, value: value.trim(), form: "line", length: key.length + 1 + value.length };
  }
  const asComment = commentProperty(line.trim());
  return asComment && { ...asComment, form: "comment", length: line.length };
}

/** Whether a `]` closes what was opened before the text, which then stands in a content class, behind a separator that is text, too. */
function closesBracket(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/\\.|`[^`]*`|[[\]]/g)) {
    if (mark === "[") open++;
    if (mark === "]") open--;
    if (open < 0) return true;
  }
  return false;
}

/** The property that a whole `<!-- key: value -->` sets, or null. */
export function commentProperty(comment: string): { key: string; value: string } | null {
  if (!comment.startsWith("<!--") || comment.indexOf("-->") !== comment.length - 3) return null;
  const inside = comment.slice(4, -3).trim();
  const key = /^[-\w]+(?=:)/.exec(inside)?.[0];
  if (!key || inside.includes("\n")) return null;
  return { key, value: inside.slice(key.length + 1).trim() };
}

const definition =
  /^ *\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>\n]*)>|([^\s<]\S*))(?:[ \t]+("[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** The link definition that a line holds, or null; a footnote's is none. */
export function definitionLine(line: string): { label: string; url: string; title: string } | null {
  if (!line.includes("]:")) return null;
  const match = definition.exec(line);
  if (!match) return null;
  const [, label = "", inside, bare, title = ""] = match;
  if (label.startsWith("^") || label.trim() === "") return null;
  return { label, url: inside ?? bare ?? "", title };
}

/** The title in a line of its own that may follow a definition without one, or "". */
export function titleLine(line: string): string {
  return /^[ \t]*("[^"]*"|'[^']*'|\([^()]*\))[ \t]*$/.exec(line)?.[1] ?? "";
}

/** How deep a line's text stands, a tab reaching to the next multiple of four. */
export function indentation(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns++;
    else if (character === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

const listMarker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/** Column at which the text of a list item begins, or null when the line opens none. */
export function listItemColumn(line: string): number | null {
  return listMarker.exec(line)?.[0].length ?? null;
}

/** Whether a line is a heading of the form `# Title` or `#Title`. */
export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?!#)/.test(line);
}
