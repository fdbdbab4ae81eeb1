/** What a section says: the slide's content as it flows, its picture, its notes. */
import { useRef } from "react";
import type { Slide } from "../../server/protocol.ts";
import { backgroundStyle, SlideContent } from "../slide/index.ts";
import { SectionNotes } from "./section-notes.tsx";
import styles from "./section-text.module.css";
import type { Section } from "./sections.ts";
import { useScrollable } from "./use-scrollable.ts";

/** The look of text, lists and code is the slides' own (`.slide-body`); the slide's classes are not: they place it on a canvas. */
export function SectionText({ section, slide }: { section: Section; slide: Slide }) {
  const { first, last, number } = section;
  const body = useRef<HTMLDivElement>(null);
  useScrollable(body, slide);
  const background = backgroundStyle(slide.properties);
  return (
    <>
      <a className={styles.number} href={`#${first}`} aria-label={`Link to slide ${number}`}>
        {number}
      </a>
      {background ? (
        <div
          className={styles.background}
          data-kind={background.backgroundImage ? "picture" : "colour"}
          style={background}
          aria-hidden="true"
        />
      ) : null}
      <div
        ref={body}
        className={`slide-body ${styles.body}`}
        data-kind={kindOf(slide)}
        data-align={alignmentOf(slide)}
      >
        <SlideContent slide={slide} />
      </div>
      <SectionNotes first={first} last={last} />
    </>
  );
}

/** The deck's opening, and the slides that lead into a demo, have a look of their own. */
function kindOf({ index, classes, demos }: Slide): "title" | "demo" | undefined {
  if (index === 1 && classes.includes("center") && classes.includes("middle")) return "title";
  return demos.length > 0 ? "demo" : undefined;
}

function alignmentOf({ classes }: Slide): "center" | "right" | undefined {
  return (["center", "right"] as const).find((alignment) => classes.includes(alignment));
}
