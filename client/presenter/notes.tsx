/** The speaker's notes, of the slide and in a demo of its steps, too. */
import type { RefObject } from "react";
import type { Demo, Slide } from "../../server/protocol.ts";
import { ScriptText, useDemo, useProgress } from "../play/index.ts";
import styles from "./notes.module.css";
import { changeNotesSize, notesSizesPx, useNotesSize } from "./notes-size.ts";
import { stepNow } from "./step-now.ts";

interface NotesProps {
  /** Null while it is fetched. */
  slide: Slide | null;
  demo: string | null;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
}

/** With each slide they begin at their top. */
export function Notes({ slide, demo, scroller }: NotesProps) {
  const { px } = useNotesSize();
  return (
    <aside className={styles.notes} aria-labelledby="notes-title">
      <header className={styles.header}>
        <h2 id="notes-title">Notes</h2>
        <SizeButton by={-1} name="Smaller notes" isOff={px === notesSizesPx[0]} />
        <SizeButton by={1} name="Larger notes" isOff={px === notesSizesPx.at(-1)} />
      </header>
      <section
        key={`${slide?.index}/${demo}`}
        ref={scroller}
        className={styles.text}
        style={{ fontSize: px }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with Tab
        tabIndex={0}
        aria-label="Notes on this slide"
      >
        {demo ? <DemoNotes demo={demo} /> : null}
        {slide && <SlideNotes slide={slide} isQuiet={demo !== null} />}
      </section>
    </aside>
  );
}

/** `isQuiet`: in a demo, nobody misses them. */
function SlideNotes({ slide, isQuiet }: { slide: Slide; isQuiet: boolean }) {
  if (slide.notes.length > 0) return <ScriptText nodes={slide.notes} />;
  if (isQuiet) return null;
  return (
    <div className={styles.none}>
      <p>No notes on this slide.</p>
      <p>
        In the deck, what stands below a line <code>???</code> is the slide's notes.
      </p>
    </div>
  );
}

function DemoNotes({ demo: name }: { demo: string }) {
  const data = useDemo(name);
  return data.state === "ready" ? <StepNotes demo={data.demo} /> : null;
}

/** Of the step that was played last, then of the one that comes. */
function StepNotes({ demo }: { demo: Demo }) {
  const { now, next } = stepNow(useProgress(demo));
  return [now, next].map((row) =>
    row && row.step.notes.length > 0 ? (
      <div key={row.number} className={styles.step}>
        <h3>{row === now ? `Step ${row.number}` : `Next, step ${row.number}`}</h3>
        <ScriptText nodes={row.step.notes} />
      </div>
    ) : null,
  );
}

function SizeButton({ by, name, isOff }: { by: 1 | -1; name: string; isOff: boolean }) {
  const key = by > 0 ? "+" : "-";
  return (
    <button
      type="button"
      className={styles.size}
      title={`${name} (${key})`}
      aria-label={name}
      aria-keyshortcuts={by > 0 ? "Plus" : "-"}
      aria-disabled={isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => changeNotesSize(by)}
    >
      <span data-by={by}>A</span>
    </button>
  );
}
