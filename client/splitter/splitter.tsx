/** The line between two parts of the page: dragged, or moved with keys. */
import type { KeyboardEvent, PointerEvent } from "react";

interface SplitterProps {
  label: string;
  className: string | undefined;
  /** Its parts lie side by side, else one below the other. */
  isAcross: boolean;
  percent: number;
  smallest: number;
  largest: number;
  /** Null for keys that are not its own. */
  afterKey(key: string): number | null;
  /** The line is drawn to this point of the window. */
  at(handle: HTMLElement, point: { x: number; y: number }): number | null;
  onChange(percent: number): void;
}

/** A separator with a value, as ARIA has it for window splitters. */
export function Splitter(props: SplitterProps) {
  const { label, className, isAcross, percent, smallest, largest, afterKey, at, onChange } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  const onPointerMove = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLElement>) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const next = at(currentTarget, { x: clientX, y: clientY });
    if (next !== null) onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      className={className}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isAcross ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
