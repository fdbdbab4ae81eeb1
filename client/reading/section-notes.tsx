/** The speaker's notes below a section, for those who get them. */
import type { SlideNode } from "../../server/protocol.ts";
import { slideAt, useSlide } from "../app/index.ts";
import { renderNodes } from "../content/index.ts";
import { notesOfSteps } from "./notes-of-steps.ts";
import styles from "./section-notes.module.css";

/** A disclosure with the notes of all the section's slides; nothing where there are none. */
export function SectionNotes({ first, last }: { first: number; last: number }) {
  useSlide(first);
  useSlide(last);
  const indices = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const notes: SlideNode[][] = notesOfSteps(indices.map((index) => slideAt(index)?.notes ?? []));
  if (notes.length === 0) return null;
  return (
    <details className={styles.notes}>
      <summary>Notes</summary>
      {notes.map((nodes) => (
        <div key={JSON.stringify(nodes)} className={`slide-body ${styles.text}`}>
          {renderNodes(nodes)}
        </div>
      ))}
    </details>
  );
}
