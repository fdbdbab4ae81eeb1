/** Where a fenced block of code begins and ends, line by line (CommonMark 0.31, 4.5; and right behind `.class[`). */

/** The run of backticks or tildes that opens or closes a fence. */
export interface Fence {
  mark: "`" | "~";
  length: number;
  /** Of the run, in its line. */
  column: number;
  /** The info string. */
  info: string;
}

const container = String.raw`[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*[ \t]*`;
const opener = new RegExp(`^(${container})(\`{3,}(?=[^\`]*$)|~{3,})(.*)$`);
const openerInClass = /(?:\.[A-Za-z_-][\w-]*)\[[ \t]*(`{3,}(?=[^`\]]*$)|~{3,}(?=[^\]]*$))(.*)$/;
/** In characters; a fence behind a class on a longer line is not looked for, since the search is not linear. */
const longestClassLine = 1000;
const closer = /^[ \t>]*(`{3,}|~{3,})[ \t]*(\]|$)/;

/** The fence that a line opens, or null. */
export function openingFence(line: string): Fence | null {
  if (!line.includes("```") && !line.includes("~~~")) return null;
  const atStart = opener.exec(line);
  if (atStart) return fence(atStart[2] ?? "", (atStart[1] ?? "").length, atStart[3] ?? "");
  const inClass = line.length <= longestClassLine ? openerInClass.exec(line) : null;
  if (!inClass) return null;
  const run = inClass[1] ?? "";
  const info = inClass[2] ?? "";
  return fence(run, line.length - info.length - run.length, info);
}

/** The fence that a line closes, or null; `beforeBracket` when a `]` follows, which closes only inside a class. */
export function closingFence(line: string): (Fence & { beforeBracket: boolean }) | null {
  if (!line.includes("```") && !line.includes("~~~")) return null;
  const match = closer.exec(line);
  if (!match) return null;
  const run = match[1] ?? "";
  return { ...fence(run, line.indexOf(run), ""), beforeBracket: match[2] === "]" };
}

function fence(run: string, column: number, info: string): Fence {
  return { mark: run.startsWith("~") ? "~" : "`", length: run.length, column, info: info.trim() };
}
