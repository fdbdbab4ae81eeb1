/** Knows where a bash command ends; judges nothing else: what bash would refuse, it lets pass. */
import { type BashState, frameNames, initialState, joined, rulesFor } from "./parse-bash-rules.ts";

/** What is still open at the end of a line, in words; row and column count from 0. */
export interface OpenConstruct {
  name: string;
  row: number;
  column: number;
}

/** Reads commands a line at a time. */
export class CommandScanner {
  private readonly state: BashState = initialState();

  /** Takes the next line; afterwards `open` tells whether the command goes on. */
  feed(line: string): void {
    const state = this.state;
    state.row++;
    if (isInHereDocument(state, line)) return;
    if (state.dangling?.name === joined) state.dangling = null;
    else state.expectsCommand = true;
    state.column = 0;
    while (state.column < line.length) state.column += takeOne(state, line);
  }

  /** The innermost thing that is open after the last line; null when the command is complete. */
  get open(): OpenConstruct | null {
    const { documents, frames, dangling } = this.state;
    const document = documents[0];
    if (document) return { ...document, name: `here-document "${document.delimiter}"` };
    const frame = frames.at(-1);
    return frame ? { ...frame, name: frameNames[frame.kind] } : dangling;
  }
}

/** Whether the line is a here-document's; its closing line is too, and ends it. */
function isInHereDocument(state: BashState, line: string): boolean {
  const document = state.documents[0];
  if (!document || document.row === state.row) return false;
  const text = document.stripsTabs ? line.replace(/^\t+/, "") : line;
  if (text === document.delimiter) state.documents.shift();
  return true;
}

/** Applies the first rule that fits here; gives how many characters it took. */
function takeOne(state: BashState, line: string): number {
  for (const rule of rulesFor(state)) {
    rule.pattern.lastIndex = state.column;
    const match = rule.pattern.exec(line);
    if (!match) continue;
    rule.take(state, match);
    return match[0].length;
  }
  return 1;
}
