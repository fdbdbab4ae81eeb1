/** The bar above the overview: how many slides there are, and how they are shown. */
import type { SlideEntry } from "../../server/protocol.ts";
import { hasSteps } from "./cells.ts";
import { sizesPx } from "./grid-layout.ts";
import { changeSize, fold, useSettings } from "./settings.ts";
import styles from "./toolbar.module.css";

interface ToolbarProps {
  titleId: string;
  slides: readonly SlideEntry[];
  /** The number being typed. */
  digits: string;
  onClose(): void;
}

/** The switch is there only for decks with slides in steps. */
export function Toolbar({ titleId, slides, digits, onClose }: ToolbarProps) {
  const { size, isFolded } = useSettings();
  return (
    <header className={styles.bar}>
      <h2 id={titleId}>Overview</h2>
      <p className={styles.count}>
        {digits ? (
          <output>
            Slide <strong>{digits}</strong> <kbd>Return</kbd>
          </output>
        ) : (
          `${slides.length} ${slides.length === 1 ? "slide" : "slides"}`
        )}
      </p>
      {hasSteps(slides) ? (
        <label className={styles.switch}>
          <input type="checkbox" checked={!isFolded} onChange={(event) => fold(!event.target.checked)} />
          Every step
        </label>
      ) : null}
      <button
        type="button"
        aria-label="Smaller slides"
        title="Smaller slides (-)"
        aria-disabled={size === 0}
        onClick={() => changeSize(-1)}
      >
        −
      </button>
      <button
        type="button"
        aria-label="Larger slides"
        title="Larger slides (+)"
        aria-disabled={size === sizesPx.length - 1}
        onClick={() => changeSize(1)}
      >
        +
      </button>
      <button type="button" aria-label="Close" title="Close (Esc)" onClick={onClose}>
        ×
      </button>
    </header>
  );
}
