/** A demo over the whole window: steps on one side, the terminal on the other. */
import { useEffect, useRef } from "react";
import { useConnection } from "../connection/index.ts";
import type { TerminalEntry } from "../terminal/index.ts";
import { sentence } from "../terminal/index.ts";
import { useDemo } from "./demo-data.ts";
import { DemoHeader } from "./demo-header.tsx";
import { DemoSplit } from "./demo-split.tsx";
import styles from "./demo-view.module.css";
import { NextBar } from "./next-bar.tsx";
import { demoProgress } from "./progress.ts";
import { Steps } from "./steps.tsx";
import { useDemoKeys } from "./use-demo-keys.ts";
import { useNext } from "./use-next.ts";

export interface DemoViewProps {
  demo: string;
  /** The slide it was opened from. */
  slide: number;
  onClose(): void;
  /** The last step was played and the talk goes on. */
  onFinished(): void;
}

export function DemoView({ demo: name, onClose, onFinished }: DemoViewProps) {
  const main = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entry = useRef<TerminalEntry>(null);
  const data = useDemo(name);
  const report = useConnection((state) => state.demos[name]);
  const demo =
    data.state === "ready" ? data.demo : { name, title: name, text: [], nodes: [], acts: [], problems: [] };
  const progress = demoProgress(demo, report);
  const [action, next] = useNext(name, data.state, progress, report?.paused ?? null, onFinished);
  useEffect(() => main.current?.focus(), []);
  useDemoKeys({ next, close: onClose, enter: () => entry.current?.enter() });

  return (
    <main className={styles.view} ref={main} tabIndex={-1} aria-label={`Demo: ${demo.title}`}>
      <DemoHeader title={demo.title} progress={progress} onClose={onClose} />
      {data.state === "failed" ? (
        <div className={styles.failed} role="alert">
          <h2>This demo cannot be shown</h2>
          <p>{sentence(data.error)}</p>
          <p>{sentence(data.remedy)}</p>
        </div>
      ) : (
        <DemoSplit
          demo={name}
          entry={entry}
          onLeave={() => button.current?.focus()}
          steps={
            <div className={styles.side}>
              <Steps demo={demo} progress={progress} isLoading={data.state === "loading"} />
              <NextBar action={action} onPress={next} button={button} />
            </div>
          }
        />
      )}
    </main>
  );
}
