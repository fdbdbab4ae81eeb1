/** The bar of the times: how long the talk has gone on, what is left, whether that is right, and what time it is. */
import { useMemo } from "react";
import { useDeck } from "../app/index.ts";
import { Button } from "../button/index.ts";
import { useConnection } from "../connection/index.ts";
import { elapsedNow, resetClock, toggleClock } from "./clock.ts";
import { clockText, wallClockText } from "./clock-text.ts";
import { countdown } from "./countdown.ts";
import { planOf } from "./pace.ts";
import { PaceText } from "./pace-text.tsx";
import styles from "./time-bar.module.css";
import { useNow } from "./use-now.ts";

/** A slide's index tells what the pace is measured by. */
export function TimeBar({ slide }: { slide: number }) {
  const deck = useDeck();
  const plan = useMemo(() => planOf(deck.slides, deck.durationMinutes), [deck]);
  const isLost = useConnection((state) => state.link === "lost" || state.link === "refused");
  return (
    <header className={styles.bar}>
      <Elapsed />
      {deck.durationMinutes === null ? null : <Left durationMinutes={deck.durationMinutes} />}
      <PaceText plan={plan} slide={slide} />
      <p className={styles.lost} role="alert">
        {isLost ? "No connection: nobody follows until it is back" : null}
      </p>
      <WallClock />
    </header>
  );
}

function Elapsed() {
  const elapsed = useNow(() => clockText(elapsedNow()));
  const isRunning = useConnection((state) => state.talk.clock.isRunning);
  const toggle = isRunning ? "Stop" : "Start";
  return (
    <div className={styles.elapsed}>
      <time role="timer" aria-label="Elapsed time" data-running={isRunning}>
        {elapsed}
      </time>
      <span className={styles.buttons}>
        <ClockButton name={`${toggle} the clock`} text={toggle} shortcut="s" onPress={toggleClock} />
        <ClockButton name="Reset the clock" text="Reset" shortcut="t" onPress={resetClock} />
      </span>
    </div>
  );
}

/** Announced when it turns, not each second. */
function Left({ durationMinutes }: { durationMinutes: number }) {
  const { time, words, tone } = countdown(durationMinutes, elapsedNow());
  useNow(() => countdown(durationMinutes, elapsedNow()).time);
  return (
    <p className={styles.left} data-tone={tone}>
      <strong role="timer" aria-label={tone === "over" ? "Over time by" : "Time left"}>
        {time}
      </strong>{" "}
      <span role="status">{words}</span>
    </p>
  );
}

function WallClock() {
  const now = useNow(() => wallClockText(new Date()));
  return (
    <p className={styles.wall}>
      <time role="timer" aria-label="Time of day">
        {now}
      </time>
    </p>
  );
}

interface ClockButtonProps {
  name: string;
  text: string;
  shortcut: string;
  onPress(): void;
}

function ClockButton({ name, text, shortcut, onPress }: ClockButtonProps) {
  return (
    <Button title={`${name} (${shortcut})`} name={name} aria-keyshortcuts={shortcut} onPress={onPress}>
      {text}
    </Button>
  );
}
