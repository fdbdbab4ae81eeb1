/** The drawer's edge: dragged, or moved with the arrow keys. */
import { Splitter } from "../splitter/index.ts";
import styles from "./drawer.module.css";
import { largestPercent, percentAfterKey, percentAt, smallestPercent } from "./drawer-size.ts";
import { chooseSetting, useTerminalSettings } from "./settings.ts";

/** It shares out what holds the drawer and the slide. */
export function DrawerHandle({ isWide }: { isWide: boolean }) {
  const percent = useTerminalSettings((settings) => settings.drawerPercent);
  return (
    <Splitter
      label="Size of the terminal"
      className={styles.handle}
      isAcross={isWide}
      percent={percent}
      smallest={smallestPercent}
      largest={largestPercent}
      afterKey={(key) => percentAfterKey(percent, key)}
      at={(handle, { x, y }) => {
        const holder = handle.parentElement?.parentElement?.getBoundingClientRect();
        if (!holder) return null;
        return isWide ? percentAt(x - holder.left, holder.width) : percentAt(y - holder.top, holder.height);
      }}
      onChange={(drawerPercent) => chooseSetting({ drawerPercent })}
    />
  );
}
