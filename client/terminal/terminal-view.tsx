/** A terminal on the page: it takes the keys only when it was entered, says so, and is left with F6. */
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from "react";
import type { Purpose } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";
import { Ask } from "./ask.tsx";
import { useTerminalSettings } from "./settings.ts";
import { TerminalHint } from "./terminal-hint.tsx";
import styles from "./terminal-view.module.css";
import { useScreen, useTerminalSize } from "./use-screen.ts";

/** Ways into a terminal from elsewhere on the page. */
export interface TerminalEntry {
  /** Gives the keys to the shell. */
  enter(): void;
  /** Gives the focus to the region, where Enter enters. */
  focus(): void;
}

/** Which terminal it shows, and how it is entered and left. */
export interface TerminalViewProps {
  purpose: Purpose;
  /** Which of the purpose's terminals, for the life of the view; null shows the newest. */
  wanted: number | null;
  /** The number of the terminal that is shown, once there is one. */
  terminal: number | null;
  node: string;
  /** Moves the focus after F6. */
  onLeave(): void;
  entry?: Ref<TerminalEntry>;
}

/** The region `Terminal: NODE`. */
export function TerminalView({ purpose, wanted, terminal, node, onLeave, entry }: TerminalViewProps) {
  const region = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const hint = useId();
  const { screen, handle, isEntered, link, question, setQuestion } = useScreen(
    host,
    purpose,
    wanted,
    onLeave,
  );
  const hasControl = useConnection((state) => (terminal === null ? undefined : state.controls[terminal]));
  const screenReader = useTerminalSettings((settings) => settings.screenReader);
  useTerminalSize(screen, terminal);
  const hasEnded = useConnection(
    (state) => terminal !== null && state.terminals[terminal]?.state === "exited",
  );
  useEffect(() => {
    if (hasEnded) screen.current?.leave();
  }, [screen, hasEnded]);
  useEffect(() => screen.current?.setScreenReaderMode(screenReader), [screen, screenReader]);
  useImperativeHandle(
    entry,
    () => ({ enter: () => screen.current?.enter(), focus: () => region.current?.focus() }),
    [screen],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget) return;
    event.preventDefault();
    screen.current?.enter();
  };
  return (
    <section
      ref={region}
      className={styles.terminal}
      data-entered={isEntered}
      aria-label={`Terminal: ${node}`}
      aria-describedby={hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter on it gives the keys to the shell
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.screen} ref={host} />
      <TerminalHint
        id={hint}
        isEntered={isEntered}
        hasControl={hasControl}
        link={link}
        onTakeControl={() => handle.current?.takeControl()}
      />
      {question ? (
        <Ask
          title={question.lines === 1 ? "Paste and run a line?" : `Paste and run ${question.lines} lines?`}
          yes="Paste"
          onYes={() => {
            setQuestion(null);
            question.paste();
          }}
          onNo={() => setQuestion(null)}
        >
          <p>The program in this terminal takes each line as soon as it comes.</p>
        </Ask>
      ) : null}
    </section>
  );
}
