/** Draws the sheets a few at a time, so that a long deck can be followed, and tells when the last is complete. */
import { useEffect, useState } from "react";
import { loadSlides } from "../app/index.ts";
import type { Sheet } from "./sheets.ts";
import { whenComplete } from "./when-complete.ts";

/** As many as are drawn in a moment. */
const batch = 32;

export interface Drawing {
  /** Sheets that are drawn. */
  drawn: number;
  isReady: boolean;
  failure: string | null;
}

/** `<html data-print-ready>` says that all sheets are drawn, with their typefaces and pictures; `data-print-drawn` how many are. */
export function useDrawing(sheets: readonly Sheet[], page: HTMLElement = document.documentElement): Drawing {
  const [drawing, setDrawing] = useState<Drawing & { of: readonly Sheet[] | null }>(nothing);
  useEffect(() => {
    let isCurrent = true;
    const show = (state: Partial<Drawing>) => {
      if (!isCurrent) return;
      setDrawing((before) => ({ ...(before.of === sheets ? before : nothing), ...state, of: sheets }));
      page.dataset.printDrawn = String(state.drawn ?? page.dataset.printDrawn ?? 0);
    };
    const draw = async () => {
      for (let drawn = 0; drawn < sheets.length && isCurrent; ) {
        const next = Math.min(drawn + batch, sheets.length);
        await loadSlides(sheets[drawn]?.slide ?? 1, sheets[next - 1]?.slide ?? 1);
        drawn = next;
        show({ drawn });
        await nextTurn();
      }
      await whenComplete();
      if (!isCurrent) return;
      show({ isReady: true });
      page.dataset.printReady = "";
    };
    draw().catch((error: unknown) =>
      show({ failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
      delete page.dataset.printReady;
      delete page.dataset.printDrawn;
    };
  }, [sheets, page]);
  return drawing.of === sheets ? drawing : nothing;
}

const nothing: Drawing & { of: null } = { drawn: 0, isReady: false, failure: null, of: null };

/** Lets the browser draw, also where the window is not seen. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
