/** The slides round the current one. */

/** The current slide, and those of its neighbours that are neighbours of the place where there was time last, too; in order. */
export function roundOf(index: number, settled: number | null, count: number): number[] {
  return [index - 1, index, index + 1].filter((each) => {
    if (each === index) return true;
    return each >= 1 && each <= count && settled !== null && Math.abs(each - settled) <= 1;
  });
}
