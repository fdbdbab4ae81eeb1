/** The deck on paper: all slides one after another, for the browser's print dialog and for `pdf`. */
import { type CSSProperties, useEffect, useMemo, useState } from "react";
import { slideAt, useDeck } from "../app/index.ts";
import { Bar } from "./bar.tsx";
import { readOptions, type Switch, writeOptions } from "./options.ts";
import { pageStyle, paperFor } from "./paper.ts";
import styles from "./print-page.module.css";
import { SheetPage } from "./sheet-page.tsx";
import { sheetsOf } from "./sheets.ts";
import { useDrawing } from "./use-drawing.ts";
import { useZoom } from "./use-zoom.ts";

export function PrintPage() {
  const deck = useDeck();
  const [options, setOptions] = useState(() => readOptions(location.search));
  const { steps, final, from, to } = options;
  const sheets = useMemo(
    () => sheetsOf(deck.slides, { steps, final, from, to }),
    [deck, steps, final, from, to],
  );
  const { drawn, isReady, failure } = useDrawing(sheets);
  const paper = paperFor(deck.ratio, options.notes);
  const zoom = useZoom(paper.width);
  useEffect(() => {
    document.title = deck.title;
  }, [deck]);

  const change = (name: Switch, isOn: boolean) => {
    const next = { ...options, [name]: isOn };
    setOptions(next);
    history.replaceState(null, "", `${location.pathname}${writeOptions(next)}`);
  };
  const hasNotes = sheets.slice(0, drawn).some(({ slide }) => (slideAt(slide)?.notes.length ?? 0) > 0);
  const changes: Record<Switch, boolean> = {
    steps: deck.slides.some((slide) => slide.steps > 0),
    final: deck.slides.some((slide) => slide.continued),
    notes: hasNotes,
    dark: true,
    stage: false,
  };
  const switches = (Object.keys(changes) as Switch[]).filter((name) => changes[name] || options[name]);
  const style = {
    "--paper-width": `${paper.width}px`,
    "--paper-height": `${paper.height}px`,
    "--paper-slide-height": `${paper.slideHeight}px`,
    "--zoom": zoom,
  } as CSSProperties;
  const status = failure ?? (isReady ? pages(sheets.length) : `drawing ${drawn} of ${pages(sheets.length)}`);
  return (
    <>
      <style>{pageStyle(paper, options.dark)}</style>
      <Bar
        title={deck.title}
        status={status}
        options={options}
        switches={switches}
        canPrint={isReady}
        onChange={change}
      />
      <main
        className={styles.sheets}
        data-paper={options.dark ? "dark" : "light"}
        data-as={options.stage ? "stage" : "paper"}
        style={style}
      >
        {sheets.slice(0, drawn).map((sheet, at) => (
          <SheetPage
            key={`${sheet.slide}/${sheet.step}`}
            sheet={sheet}
            at={at}
            sheets={sheets}
            withNotes={options.notes}
          />
        ))}
      </main>
    </>
  );
}

function pages(count: number): string {
  return count === 1 ? "1 page" : `${count} pages`;
}
