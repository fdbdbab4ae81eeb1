/** All slides at a glance, over the whole window. */
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { currentAddress, goTo, useDeck } from "../app/index.ts";
import { Sheet } from "../sheet/index.ts";
import { cellOfSlide, cellsOf, slideWithNumber } from "./cells.ts";
import styles from "./overview.module.css";
import { type GridPlace, type OverviewCommand, overviewCommand, withDigit } from "./overview-key.ts";
import { changeSize, useSettings } from "./settings.ts";
import { SlideGrid } from "./slide-grid.tsx";
import { Toolbar } from "./toolbar.tsx";

/** Begins at the slide that is shown; Enter, a click or a tap goes to another. */
export function Overview({ onClose }: { onClose(): void }) {
  const id = useId();
  const place = useRef<GridPlace | null>(null);
  const deck = useDeck();
  const isFolded = useSettings((settings) => settings.isFolded);
  const [here] = useState(() => currentAddress().slide);
  const [slide, setSlide] = useState(here);
  const [digits, setDigits] = useState("");
  const cells = useMemo(() => cellsOf(deck.slides, isFolded), [deck, isFolded]);
  const [isOpen, setOpen] = useState(false);

  const select = (index: number) => setSlide(index);
  const go = (index: number) => {
    onClose();
    if (index !== currentAddress().slide) goTo({ slide: index });
  };
  const typeNumber = (typed: string) => {
    setDigits(typed);
    const found = typed === "" ? null : slideWithNumber(deck.slides, Number(typed));
    if (found !== null) select(found);
  };
  const on: { [K in OverviewCommand["type"]]: (command: Extract<OverviewCommand, { type: K }>) => void } = {
    select: ({ cell }) => select(cells[cell]?.slide ?? slide),
    digit: ({ digit }) => typeNumber(withDigit(digits, digit, deck.total)),
    delete: () => typeNumber(digits.slice(0, -1)),
    size: ({ by }) => changeSize(by),
    go: () => go(slide),
    close: onClose,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = place.current && overviewCommand(event.nativeEvent, place.current);
    const isOnButton = event.target instanceof Element && event.target.closest("button, label") !== null;
    if (!command || (isOnButton && command.type === "go")) return;
    event.preventDefault();
    if (command.type !== "digit" && command.type !== "delete" && command.type !== "size") setDigits("");
    (on[command.type] as (command: OverviewCommand) => void)(command);
  };

  return (
    <Sheet
      className={styles.overview}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onOpen={() => setOpen(true)}
      onClose={onClose}
    >
      <Toolbar titleId={id} slides={deck.slides} digits={digits} onClose={onClose} />
      {isOpen ? (
        <SlideGrid
          cells={cells}
          selected={cellOfSlide(cells, slide)}
          current={cellOfSlide(cells, here)}
          place={place}
          onChoose={(cell) => go(cell.slide)}
        />
      ) : null}
    </Sheet>
  );
}
