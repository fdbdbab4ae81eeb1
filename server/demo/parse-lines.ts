/** Cuts a script into its comment lines, `#:` directives, `#?` notes, empty lines and paragraphs of commands. */
import type { Problem } from "../deck/index.ts";
import { CommandScanner, type OpenConstruct } from "./parse-bash.ts";

/** A piece of a script; line and column count from 1 and point at the text. */
export interface Piece {
  /** `broken`: commands that are left out because something in them is not closed. */
  kind: "text" | "directive" | "note" | "blank" | "commands" | "broken";
  line: number;
  column: number;
  text: string;
}

/** The pieces of a script in order; the second part is what is wrong with its lines. */
export function parseLines(script: string): [Piece[], Problem[]] {
  const problems: Problem[] = [];
  const lines = script.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const pieces: Piece[] = [];
  checkLineEnds(script, problems);
  checkShebang(lines[0] ?? "", problems);
  for (let row = lines[0]?.startsWith("#!") ? 1 : 0; row < lines.length; ) {
    const piece = commentPiece(lines[row] ?? "", row, problems);
    if (piece) {
      if (piece !== "ignored") pieces.push(piece);
      row++;
    } else row = takeParagraph(lines, row, pieces, problems);
  }
  for (const piece of pieces) checkCharacters(piece, problems);
  return [pieces, problems];
}

function checkShebang(firstLine: string, problems: Problem[]): void {
  if (/^#!.*\bbash\b/.test(firstLine)) return;
  problems.push({
    severity: "warning",
    line: 1,
    column: 1,
    message: firstLine.startsWith("#!") ? "the script is not for bash" : "no shebang on the first line",
    remedy: "begin the script with #!/usr/bin/env bash",
  });
}

function checkLineEnds(script: string, problems: Problem[]): void {
  const end = script.indexOf("\r\n");
  if (end === -1) return;
  const before = script.slice(0, end).split("\n");
  problems.push({
    severity: "warning",
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: "lines end in CR LF, which bash takes as part of a command",
    remedy: "save the script with Unix line ends",
  });
}

/** Reads a line that is empty or a comment; null for a command. */
function commentPiece(line: string, row: number, problems: Problem[]): Piece | "ignored" | null {
  const at = (kind: Piece["kind"], skipped: number): Piece => {
    const rest = line.slice(skipped);
    const text = kind === "text" ? rest : rest.trim();
    return { kind, line: row + 1, column: skipped + 1 + rest.indexOf(text), text };
  };
  const mark = /^\s*(?:$|#(?:[:?]|\s|$)?)/.exec(line)?.[0];
  if (mark === undefined) return null;
  if (mark.trim() === "") return at("blank", line.length);
  if (mark.endsWith(":")) return at("directive", mark.length);
  if (mark.endsWith("?")) return at("note", mark.length);
  if (/^\s*# shellcheck \w+=/.test(line)) return "ignored";
  if (!mark.endsWith("#") || line.trim() === "#") return at("text", mark.length);
  const heading = /^\s*(##+) ?(.*)/.exec(line);
  if (heading?.[2]) {
    problems.push({
      severity: "warning",
      line: row + 1,
      column: line.indexOf("#") + 1,
      message: `"${line.trim()}" is not shown`,
      remedy: `write "# ${line.trim()}" for a heading in the text`,
    });
  }
  return "ignored";
}

/** Takes commands up to an empty line or a comment that stands outside of every open construct; gives the next row. */
function takeParagraph(lines: string[], start: number, pieces: Piece[], problems: Problem[]): number {
  const scanner = new CommandScanner();
  let end = start;
  let open: OpenConstruct | null = null;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    if (!open && /^\s*(#|$)/.test(line)) break;
    scanner.feed(line);
    open = scanner.open;
  }
  if (open) {
    problems.push({
      severity: "error",
      line: start + open.row + 1,
      column: open.column + 1,
      message: `${open.name} is not closed`,
      remedy: "close it; the commands around it are left out",
    });
    pieces.push({ kind: "broken", line: start + 1, column: 1, text: "" });
    const empty = lines.findIndex((line, row) => row >= start + (open?.row ?? 0) && line.trim() === "");
    return empty === -1 ? lines.length : empty;
  }
  pieces.push({ kind: "commands", line: start + 1, column: 1, text: lines.slice(start, end).join("\n") });
  return end;
}

/** A shell reads control characters as keys: a tab completes a word, for one. */
function checkCharacters(piece: Piece, problems: Problem[]): void {
  if (piece.kind !== "commands") return;
  for (const [row, line] of piece.text.split("\n").entries()) {
    const column = line.search(/[\x00-\x1f\x7f]/);
    if (column === -1) continue;
    const code = line.charCodeAt(column);
    problems.push({
      severity: "error",
      line: piece.line + row,
      column: column + 1,
      message: `${code === 9 ? "tab" : "control character"} in a command`,
      remedy: "write spaces, or an escape such as $'\\t'; typed into a shell it is a key of its own",
    });
  }
}
