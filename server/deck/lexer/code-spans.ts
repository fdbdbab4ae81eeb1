/** Finds the code spans of a paragraph (CommonMark 0.31, 6.1): a run of backticks up to the next run as long. */

/** Where the code span that a run of backticks at `start` opens ends, or null when none closes it. */
export type CodeSpanEnd = (start: number, length: number) => number | null;

/** Prepares a paragraph for looking up its code spans from left to right. */
export function findCodeSpans(paragraph: string): CodeSpanEnd {
  const runs = new Map<number, number[]>();
  for (const run of paragraph.matchAll(/`+/g)) {
    const starts = runs.get(run[0].length);
    if (starts) starts.push(run.index);
    else runs.set(run[0].length, [run.index]);
  }
  const cursors = new Map<number, number>();
  return (start, length) => {
    const starts = runs.get(length) ?? [];
    let cursor = cursors.get(length) ?? 0;
    while (cursor < starts.length && (starts[cursor] ?? 0) < start + length) cursor++;
    cursors.set(length, cursor);
    const closing = starts[cursor];
    return closing === undefined ? null : closing + length;
  };
}
