/** Says the new slide, and what a click changes on it, to those who hear the page. */
import { useEffect, useRef, useState } from "react";
import type { Slide } from "../../server/protocol.ts";
import { sayStep } from "../slide/index.ts";
import styles from "./announcer.module.css";

interface AnnouncerProps {
  index: number;
  /** The slide's name. */
  label: string;
  slide: Slide | null;
  /** Clicks taken on it. */
  step: number;
}

/** Silent until the place changes: the first slide is read with the page. */
export function Announcer({ index, label, slide, step }: AnnouncerProps) {
  const last = useRef({ index, step });
  const [said, setSaid] = useState("");
  useEffect(() => {
    const before = last.current;
    last.current = { index, step };
    if (index !== before.index) setSaid((old) => unlike(old, label));
    else if (step !== before.step && slide) setSaid(sayStep(slide.content, before.step, step));
  }, [index, label, slide, step]);
  return (
    <div role="status" aria-live="polite" className={styles.announcer}>
      {said}
    </div>
  );
}

/** What is said twice is heard only when the text changes; a blank at its end is not heard. */
function unlike(old: string, text: string): string {
  return text === old ? `${text}\u00a0` : text;
}
