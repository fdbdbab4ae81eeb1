/** The drawer's edge: dragged, or moved with the arrow keys. */
import type { KeyboardEvent, PointerEvent } from "react";
import styles from "./drawer.module.css";
import { largestPercent, percentAfterKey, percentAt, smallestPercent } from "./drawer-size.ts";
import { chooseSetting, useTerminalSettings } from "./settings.ts";

/** A separator with a value, as ARIA has it for window splitters. */
export function DrawerHandle({ isWide }: { isWide: boolean }) {
  const percent = useTerminalSettings((settings) => settings.drawerPercent);
  const set = (drawerPercent: number) => chooseSetting({ drawerPercent });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = percentAfterKey(percent, event.key);
    if (next === null) return;
    event.preventDefault();
    set(next);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const holder = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    if (!holder) return;
    const { left, top, width, height } = holder;
    set(isWide ? percentAt(event.clientX - left, width) : percentAt(event.clientY - top, height));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-label="Size of the terminal"
      aria-orientation={isWide ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={smallestPercent}
      aria-valuemax={largestPercent}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
