/** One cell of the overview: the slide's picture, and its number and title as text. */
import { type CSSProperties, memo } from "react";
import { slideLabel } from "../slide/index.ts";
import type { Cell } from "./cells.ts";
import styles from "./grid-item.module.css";
import { optionId } from "./option-id.ts";
import { Thumbnail } from "./thumbnail.tsx";

interface GridItemProps {
  cell: Cell;
  /** From 0. */
  position: number;
  count: number;
  total: number;
  left: number;
  top: number;
  width: number;
  pictureHeight: number;
  isSelected: boolean;
  /** It is the slide on the stage. */
  isCurrent: boolean;
}

/** Its keys and clicks are the list's. */
export const GridItem = memo(function GridItem(props: GridItemProps) {
  const { cell, position, count, total, left, top, width, pictureHeight, isSelected, isCurrent } = props;
  const steps = stepText(cell);
  const id = optionId(position);
  return (
    <div
      role="option"
      id={id}
      className={styles.item}
      style={{ width, transform: `translate(${left}px, ${top}px)` } as CSSProperties}
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected}
      aria-current={isCurrent ? "true" : undefined}
      aria-label={slideLabel(cell, total)}
      aria-describedby={steps ? `${id}-steps` : undefined}
      aria-posinset={position + 1}
      aria-setsize={count}
      data-cell={position}
      data-steps={cell.steps > 1 ? "folded" : cell.step !== null && cell.step > 1 ? "continued" : undefined}
    >
      <span className={styles.picture} style={{ height: pictureHeight }}>
        <Thumbnail slide={cell.shown} width={width - 2} />
      </span>
      <span className={styles.caption}>
        <span className={styles.number}>{cell.number}</span>
        <span className={styles.title}>{cell.title}</span>
        {steps ? (
          <span className={styles.steps} id={`${id}-steps`}>
            {steps}
          </span>
        ) : null}
      </span>
    </div>
  );
});

function stepText({ steps, step }: Cell): string | null {
  if (steps > 1) return `${steps} steps`;
  return step === null ? null : `step ${step}`;
}
