/** One slide as a section of the text; filled while it is near the window. */
import { type CSSProperties, memo } from "react";
import { currentAddress, followTo } from "../app/index.ts";
import { followFootnote, slideLabel } from "../slide/index.ts";
import { openedHere } from "./demo-layer.tsx";
import styles from "./section.module.css";
import { SectionInside } from "./section-inside.tsx";
import type { Section as SectionData } from "./sections.ts";

interface SectionProps {
  section: SectionData;
  /** The number of the deck's last slide. */
  total: number;
  isFilled: boolean;
  /** Its height when it was last filled. */
  heightPx: number | null;
}

/** A region with the slide's name. There can be thousands, so that an empty one is one element and its title. */
export const Section = memo(function Section({ section, total, isFilled, heightPx }: SectionProps) {
  const { title } = section;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only listens to what the buttons in it do
    <section
      className={styles.section}
      aria-label={slideLabel(section, total)}
      tabIndex={-1}
      data-empty={isFilled ? undefined : ""}
      style={!isFilled && heightPx ? ({ "--height": `${heightPx}px` } as CSSProperties) : undefined}
      onClickCapture={() => beHere(section)}
      onClick={(event) => {
        followFootnote(event, "center");
        if (currentAddress().demo) openedHere();
      }}
    >
      {isFilled ? <SectionInside section={section} /> : title}
    </section>
  );
}, isSame);

/** Sections are made anew with the deck; most are as they were. */
function isSame(before: SectionProps, after: SectionProps): boolean {
  const { section: one, ...old } = before;
  const { section: other, ...now } = after;
  if (one.first !== other.first || one.last !== other.last) return false;
  if (one.number !== other.number || one.title !== other.title) return false;
  return old.total === now.total && old.isFilled === now.isFilled && old.heightPx === now.heightPx;
}

/** What is pressed belongs to this slide, also when another one stands at the top of the window. */
function beHere({ first, last }: SectionData): void {
  const { slide } = currentAddress();
  if (slide < first || slide > last) followTo({ slide: first });
}
