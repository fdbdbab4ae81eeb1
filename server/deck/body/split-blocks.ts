/** Cuts Markdown where whatever stands before cannot reach over: the parts give the same nodes as the whole. */

/** A stretch of a text, `end` excluded; blank lines round it belong to none. */
export interface Block {
  start: number;
  end: number;
}

/** Footnotes, definitions and HTML reach over everything. */
const reachesOver = /\[\^|\]:|<[a-z/!?]|\uFEFF/i;
const fence = /^(?:(`{3,})[^`]*|(~{3,})[\s\S]*)$/;
const heading = /^#{1,6}(?:[ \t]|$)/;
/** An address takes in what looks like a code span. */
const addressBeforeCode = /(?:https?:|www\.|@)[^\s`]*`/i;
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const indentedFence = /^ {0,3}\t?(?:`{3}|~{3})/;
const itemFence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3}|~{3})/;

/** Cuts a text into parts that are independent of each other; often just one. */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  /**
   * The part that lines are added to; `isList`: lines behind a blank one may belong to it, too; `itemColumn`: what is
   * indented as far belongs to its last item.
   */
  let open: { block: Block; isCode: boolean; isList: boolean; itemColumn: number } | null = null;
  let inFence: string | null = null;
  let isAfterBlank = true;
  /** A line to the left of a list's item would end the fence that is open in it. */
  let isItemFenceOpen = false;
  /** A code span may be open that began on a line before. */
  let inCode = false;

  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    if (inFence !== null && open) {
      open.block.end = end;
      if (closes(line, inFence)) {
        inFence = null;
        open = null;
      }
      continue;
    }
    if (isBlank(line)) {
      isAfterBlank = true;
      inCode = false;
      // The parser takes blanks behind indented code for more of it.
      if (open?.isCode && line !== "") open.block.end = Math.min(end + 1, text.length);
      continue;
    }
    const first: string = line[0] ?? "";
    const opened: RegExpExecArray | null = first === "`" || first === "~" ? fence.exec(line) : null;
    if (!opened) {
      if (reachesOver.test(inCode ? line : withoutCode(line))) return [{ start: 0, end: text.length }];
      inCode ||= withoutCode(line).includes("`");
    }
    const isHeading = first === "#" && heading.test(line);
    const marker: string | undefined = listMarker.exec(line)?.[0];
    const isItem = marker !== undefined;
    const isIndented = first === " " || first === "\t";
    const isFence = isIndented && indentedFence.test(line);
    const isLeftOfItem = blanks(line) < (open?.itemColumn ?? Number.POSITIVE_INFINITY);
    if (isLeftOfItem && (isFence || isItemFenceOpen)) return [{ start: 0, end: text.length }];
    if ((isIndented || isItem) && itemFence.test(line)) isItemFenceOpen = !isItemFenceOpen;
    const begins: boolean =
      open === null ||
      opened !== null ||
      isHeading ||
      (isAfterBlank && !isIndented && !(isItem && open.isList));
    if (begins) {
      const isCode = /^(?: {4}| {0,3}\t)/.test(line);
      const itemColumn = Number.POSITIVE_INFINITY;
      open = { block: { start, end }, isCode, isList: isItem || isIndented, itemColumn };
      blocks.push(open.block);
    } else if (open) {
      open.block.end = end;
      open.isList ||= isItem || isIndented;
    }
    if (open && !isIndented)
      open.itemColumn = marker === undefined ? Number.POSITIVE_INFINITY : columnOfItem(line, marker.length);
    isAfterBlank = false;
    if (opened) inFence = opened[1] ?? opened[2] ?? null;
    else if (isHeading) open = null;
  }
  if ((inFence !== null || isItemFenceOpen) && open) open.block.end = text.length;
  return blocks;
}

/** Whether a line of a fenced block ends it. */
function closes(line: string, opening: string): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return run !== undefined && run[0] === opening[0] && run.length >= opening.length;
}

/** How far what belongs to a list item is indented at most; an empty item may end with its line, a rule is none. */
function columnOfItem(line: string, markerLength: number): number {
  if (/^(?:[-*_ \t]+|\S+[ \t]*|\S+ *\t[\s\S]*)$/.test(line)) return Number.POSITIVE_INFINITY;
  const spaces = blanks(line.slice(markerLength));
  return markerLength + (spaces > 4 ? 1 : spaces);
}

/** Spaces at the start of a line; a tab counts as none. */
function blanks(line: string): number {
  let count = 0;
  while (line[count] === " ") count++;
  return count;
}

function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (line[at] !== " " && line[at] !== "\t") return false;
  return true;
}

/** A backquote that may begin or end no code span, or a longer one. */
const oddBackquote = /``|\\`/;

/** A line without its code spans, as far as that is plain, and without addresses in angle brackets. */
function withoutCode(line: string): string {
  if (oddBackquote.test(line) || addressBeforeCode.test(line)) return line;
  const rest = line.includes("`") ? line.replace(/`[^`]*`/g, "") : line;
  return rest.includes("<") ? rest.replace(/<https?:\/\/[^\s<>]*>/g, "") : rest;
}
