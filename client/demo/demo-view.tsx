/** A demo over the whole window: steps on one side, the terminal on the other. */
import { useEffect, useMemo, useRef } from "react";
import type { Demo } from "../../server/protocol.ts";
import { playStep } from "../connection/index.ts";
import { nextActionNow, useDemo } from "../play/index.ts";
import { sentence, type TerminalEntry } from "../terminal/index.ts";
import { DemoHeader } from "./demo-header.tsx";
import { DemoSplit } from "./demo-split.tsx";
import styles from "./demo-view.module.css";
import { LabNotices } from "./lab-notices.tsx";
import { NextBar } from "./next-bar.tsx";
import { Steps } from "./steps.tsx";
import { useDemoKeys } from "./use-demo-keys.ts";

/** Which demo, and where it leads. */
export interface DemoViewProps {
  /** The script's name. */
  demo: string;
  /** The slide it was opened from. */
  slide: number;
  onClose(): void;
  /** The last step was played and the talk goes on. */
  onFinished(): void;
}

/** Plays nothing by itself: each step is asked for by a press. */
export function DemoView({ demo: name, onClose, onFinished }: DemoViewProps) {
  const main = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entry = useRef<TerminalEntry>(null);
  const data = useDemo(name);
  const empty = useMemo(() => emptyDemo(name), [name]);
  const demo = data.state === "ready" ? data.demo : empty;
  const next = () => {
    if (data.state === "loading") return;
    const { does } = nextActionNow(demo);
    if (does === "finish") onFinished();
    else if (does) playStep(name, does.play);
  };
  useEffect(() => main.current?.focus(), []);
  useDemoKeys({ next, close: onClose, enter: () => entry.current?.enter() });

  return (
    <main className={styles.view} ref={main} tabIndex={-1} aria-label={`Demo: ${demo.title}`}>
      <DemoHeader demo={demo} onClose={onClose} />
      {data.state === "failed" ? (
        <div className={styles.failed} role="alert">
          <h2>This demo cannot be shown</h2>
          <p>{sentence(data.error)}</p>
          <p>{sentence(data.remedy)}</p>
        </div>
      ) : (
        <DemoSplit
          demo={demo}
          entry={entry}
          onLeave={() => button.current?.focus()}
          steps={
            <div className={styles.side}>
              <LabNotices demo={demo} />
              <Steps demo={demo} isLoading={data.state === "loading"} />
              <NextBar demo={demo} isLoading={data.state === "loading"} onPress={next} button={button} />
            </div>
          }
        />
      )}
    </main>
  );
}

/** Stands in while the demo is fetched; the terminal does not wait for that. */
function emptyDemo(name: string): Demo {
  return { name, title: name, text: [], nodes: [], acts: [], problems: [] };
}
