/** Links between slides lead to their sheets. */
import type { DeckHead } from "../../server/protocol.ts";
import { resolveHash } from "../app/index.ts";
import { type Sheet, sheetFor } from "./sheets.ts";

/** The id of a sheet, by its place from 0. */
export function sheetId(at: number): string {
  return `sheet-${at + 1}`;
}

/** Turns `#7` and `#name` below `element` into the addresses of sheets; links within a slide stay as they are. */
export function linkSheets(element: HTMLElement, deck: DeckHead, sheets: readonly Sheet[]): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.dataset.to ??= link.getAttribute("href") ?? "";
    const address = link.dataset.to === "#" ? null : resolveHash(link.dataset.to, deck.slides);
    if (address) link.setAttribute("href", `#${sheetId(sheetFor(address.slide, sheets))}`);
  }
}
