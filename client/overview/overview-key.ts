/** What a pressed key asks of the overview. */

export type OverviewCommand =
  | { type: "select"; cell: number }
  | { type: "digit"; digit: string }
  | { type: "delete" }
  | { type: "size"; by: 1 | -1 }
  | { type: "go" }
  | { type: "close" };

/** Where the keys start from. */
export interface GridPlace {
  cell: number;
  count: number;
  columns: number;
  /** Rows that fit the window. */
  rowsInView: number;
}

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing">;

const moves: Record<string, (place: GridPlace) => number> = {
  ArrowRight: ({ cell }) => cell + 1,
  ArrowLeft: ({ cell }) => cell - 1,
  ArrowDown: (place) => place.cell + (isInLastRow(place) ? 0 : place.columns),
  ArrowUp: ({ cell, columns }) => (cell < columns ? cell : cell - columns),
  PageDown: ({ cell, columns, rowsInView }) => cell + columns * Math.max(1, rowsInView),
  PageUp: ({ cell, columns, rowsInView }) => cell - columns * Math.max(1, rowsInView),
  Home: () => 0,
  End: ({ count }) => count - 1,
};

const others: Record<string, OverviewCommand> = {
  Enter: { type: "go" },
  " ": { type: "go" },
  o: { type: "close" },
  O: { type: "close" },
  Backspace: { type: "delete" },
  "+": { type: "size", by: 1 },
  "=": { type: "size", by: 1 },
  "-": { type: "size", by: -1 },
  _: { type: "size", by: -1 },
};

/** Null for keys that it leaves alone; Escape is the dialog's own. */
export function overviewCommand(press: Press, place: GridPlace): OverviewCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  const move = Object.hasOwn(moves, press.key) ? moves[press.key] : undefined;
  if (move) return { type: "select", cell: Math.max(0, Math.min(move(place), place.count - 1)) };
  if (/^[0-9]$/.test(press.key)) return { type: "digit", digit: press.key };
  return (Object.hasOwn(others, press.key) && others[press.key]) || null;
}

/** The number after one more digit; it begins anew where it would be no slide's. */
export function withDigit(digits: string, digit: string, total: number): string {
  const longer = (digits + digit).replace(/^0+/, "");
  if (longer !== "" && Number(longer) <= total) return longer;
  return digit !== "0" && Number(digit) <= total ? digit : "";
}

function isInLastRow({ cell, count, columns }: GridPlace): boolean {
  return Math.floor(cell / columns) === Math.floor((count - 1) / columns);
}
