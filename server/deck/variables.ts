/** Replaces `{{ key }}` by a slide's properties, and `{{content}}` in a layout by a slide's own content. */
import type { Piece, TextPiece } from "./lexer/index.ts";
import type { Report } from "./problem.ts";

/** Bounds how much text inheritance and variables may add, since both can double it with every slide. */
export interface Budget {
  /** Takes characters for something at an offset; false when there are too few left, which is reported. */
  take(characters: number, offset: number): boolean;
  /** Takes what was taken before for the same thing; false when there are too few left. */
  takeAgain(characters: number): boolean;
  /** Characters taken so far. */
  taken(): number;
  /** Whether there was never too little. */
  wasEnough(): boolean;
}

/** Characters that inheritance and variables may add to a deck besides twice its own length. */
const mostAdded = 10_000_000;

/** What a piece costs besides its text, in characters. */
const pieceCost = 32;

/** A budget for one deck of a length in characters. */
export function createBudget(deckLength: number, report: Report): Budget {
  const most = mostAdded + 2 * deckLength;
  let left = most;
  let isReported = false;
  const takeAgain = (characters: number) => {
    if (characters > left) return false;
    left -= characters;
    return true;
  };
  return {
    takeAgain,
    taken: () => most - left,
    wasEnough: () => !isReported,
    take(characters, offset) {
      if (takeAgain(characters)) return true;
      if (isReported) return false;
      isReported = true;
      report(
        "error",
        offset,
        `layouts, continued slides and variables make the deck longer by more than ${most} characters`,
        "look for a {{variable}} or {{content}} that repeats itself, or for many -- in a row",
      );
      return false;
    },
  };
}

const variable = /(\\)?\{\{([^}\n]+)\}\}/g;

/** A layout's content with `{{content}}` replaced by `own`, or `own` behind it when there is none. */
export function inLayout(
  layout: readonly Piece[],
  own: readonly Piece[],
  offset: number,
  budget: Budget,
): readonly Piece[] {
  if (!budget.take(lengthOf(layout), offset)) return own;
  if (!holdVariables(layout)) return [...layout, ...own];
  const ownLength = lengthOf(own);
  let replaced = false;
  const content = mapText(layout, (piece) =>
    replaceVariables(piece, (key) => {
      if (key !== "content") return null;
      const isFirst = !replaced;
      replaced = true;
      return isFirst || budget.take(ownLength, offset) ? own : [];
    }),
  );
  return replaced ? content : [...content, ...own];
}

/** Content with its variables' values; an unknown variable stays, `\{{key}}` loses its backslash. */
export function expandVariables(
  content: readonly Piece[],
  properties: ReadonlyMap<string, string>,
  budget: Budget,
): readonly Piece[] {
  if (!holdVariables(content)) return content;
  return mapText(content, (piece) =>
    replaceVariables(
      piece,
      (key, offset) => {
        if (key === "content") return [];
        const value = properties.get(key);
        if (value === undefined || !budget.take(value.length, offset)) return null;
        return [{ type: piece.type, text: value, offset, still: true }];
      },
      "unescape",
    ),
  );
}

/** Pieces in a text's place; null when it stays as it is. */
function replaceVariables(
  piece: TextPiece,
  lookUp: (key: string, offset: number) => readonly Piece[] | null,
  escapes?: "unescape",
): Piece[] | null {
  const { type, text, offset, still } = piece;
  if (!text.includes("{{")) return null;
  const out: Piece[] = [];
  let cursor = 0;
  const keep = (end: number) => {
    if (end <= cursor) return;
    out.push({ type, text: text.slice(cursor, end), offset: still ? offset : offset + cursor, still });
  };
  for (const match of text.matchAll(variable)) {
    const [whole, backslash, key = ""] = match;
    if (backslash) {
      if (!escapes) continue;
      keep(match.index);
      cursor = match.index + 1;
      continue;
    }
    const value = lookUp(key.trim(), still ? offset : offset + match.index);
    if (!value) continue;
    keep(match.index);
    append(out, value);
    cursor = match.index + whole.length;
  }
  if (cursor === 0 && out.length === 0) return null;
  keep(text.length);
  return out;
}

/** Copies a tree of pieces with its texts replaced; without recursion, since nesting has no small limit. */
function mapText(pieces: readonly Piece[], replace: (piece: TextPiece) => Piece[] | null): Piece[] {
  const root: Piece[] = [];
  const work: { from: readonly Piece[]; to: Piece[] }[] = [{ from: pieces, to: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    for (const piece of next.from) {
      if (piece.type === "text" || piece.type === "code") {
        const replaced = replace(piece);
        if (replaced) append(next.to, replaced);
        else next.to.push(piece);
      } else if (piece.type === "class") {
        const { type, classes, offset } = piece;
        const children: Piece[] = [];
        next.to.push({ type, classes, children, offset });
        work.push({ from: piece.children, to: children });
      } else next.to.push(piece);
    }
  }
  return root;
}

function holdVariables(pieces: readonly Piece[]): boolean {
  const work: Piece[] = [...pieces];
  for (let piece = work.pop(); piece; piece = work.pop()) {
    if (piece.type === "class") append(work, piece.children);
    else if ((piece.type === "text" || piece.type === "code") && piece.text.includes("{{")) return true;
  }
  return false;
}

function lengthOf(pieces: readonly Piece[]): number {
  let length = 0;
  const work: Piece[] = [...pieces];
  for (let piece = work.pop(); piece; piece = work.pop()) {
    if (piece.type === "class") append(work, piece.children);
    else length += "text" in piece ? piece.text.length : piece.raw.length;
    length += pieceCost;
  }
  return length;
}

/** `push(...items)` for lists of any length. */
function append<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
}
