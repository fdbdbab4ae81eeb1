/** Whether the talk is ahead or behind, and how long it has been on its slide. */
import { useDeck } from "../app/index.ts";
import { elapsedNow } from "./clock.ts";
import { type Plan, paceText, slideTimeText } from "./pace.ts";
import { spentOn } from "./slide-times.ts";
import { slideTimesNow } from "./slide-times-store.ts";
import styles from "./time-bar.module.css";
import { useNow } from "./use-now.ts";

/** Nothing before the talk has begun, and nothing where no pace is known. */
export function PaceText({ plan, slide }: { plan: Plan | null; slide: number }) {
  const deck = useDeck();
  const place = plan?.[slide - 1];
  const pace = deck.slides[slide - 1]?.paceSeconds;
  const plannedMs = place ? place.endMs - place.startMs : pace && pace * 1000;
  const whole = useNow(() => (plan && elapsedNow() > 0 ? paceText(plan, slide, elapsedNow()) : ""));
  const here = useNow(() => {
    const times = slideTimesNow();
    return times && plannedMs ? slideTimeText(spentOn(times, slide, elapsedNow()), plannedMs) : "";
  });
  return (
    <p className={styles.pace}>
      <strong data-pace={whole.split(" ").at(-1)}>{capital(whole)}</strong> <span>{here}</span>
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
