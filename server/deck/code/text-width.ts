/** How many columns a line takes in a fixed-width face. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** As in the style sheet (`tab-size`). */
const tabColumns = 4;

/** Columns of a line; tabs reach to the next multiple of four, East Asian wide characters take two. */
export function textWidth(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === "\t") columns += tabColumns - (columns % tabColumns);
    else if (wide.test(character)) columns += 2;
    else if (!/\p{Mn}/u.test(character)) columns += 1;
  }
  return columns;
}
