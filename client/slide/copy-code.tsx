/** The button that copies a block of code. */
import { type RefObject, useEffect, useState } from "react";
import styles from "./copy-code.module.css";
import { copyText } from "./copy-text.ts";

interface CopyCodeProps {
  block: RefObject<HTMLElement | null>;
  /** What would be typed; null copies the block as it stands. */
  typed: readonly string[] | null;
}

/** As long as a glance takes, in ms. */
const saidMs = 1500;

/** Says whether it worked, in the place of its name. */
export function CopyCode({ block, typed }: CopyCodeProps) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), saidMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const isCopied = await copyText((typed ?? linesOf(block.current)).join("\n"));
    setSaid(isCopied ? "Copied" : "Not copied");
  };
  return (
    <>
      <button
        type="button"
        className={typed ? styles.copy : `${styles.copy} ${styles.alone}`}
        data-said={said ?? undefined}
        onClick={() => void copy()}
      >
        {said ?? "Copy"}
      </button>
      <span role="status" className={styles.unseen}>
        {said}
      </span>
    </>
  );
}

function linesOf(block: HTMLElement | null): string[] {
  return [...(block?.querySelectorAll(".line") ?? [])].map((line) => line.textContent ?? "");
}
