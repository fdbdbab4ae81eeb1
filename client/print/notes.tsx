/** The speaker's notes of a slide, below it. */
import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { Slide } from "../../server/protocol.ts";
import { renderNodes } from "../content/index.ts";
import { fitNotes } from "./fit-notes.ts";
import styles from "./notes.module.css";

const components = { "code-block": Code, "run-demo": Demo };

export function Notes({ slide }: { slide: Slide }) {
  const notes = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = notes.current;
    if (!element) return;
    const onFonts = () => fitNotes(element);
    onFonts();
    document.fonts.addEventListener("loadingdone", onFonts);
    return () => document.fonts.removeEventListener("loadingdone", onFonts);
  }, []);
  return (
    <div className={styles.notes} role="note" aria-label={`Notes of slide ${slide.number}`} ref={notes}>
      {renderNodes(slide.notes, components)}
    </div>
  );
}

function Code({ children }: { children?: ReactNode }) {
  return (
    <pre>
      <code>{children}</code>
    </pre>
  );
}

function Demo({ children }: { children?: ReactNode }) {
  return <em>{children}</em>;
}
