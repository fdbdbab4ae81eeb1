/** Steps and terminal side by side, or one above the other where the window is narrow; sizes are remembered. */
import type { ReactNode, Ref } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import type { Demo } from "../../server/protocol.ts";
import { remembered } from "../storage/index.ts";
import { type TerminalEntry, TerminalPane, useWideWindow } from "../terminal/index.ts";
import styles from "./demo-split.module.css";
import { NodeTabs } from "./node-tabs.tsx";
import { useDemoTerminal } from "./use-demo-terminal.ts";

interface DemoSplitProps {
  demo: Demo;
  entry: Ref<TerminalEntry>;
  onLeave(): void;
  steps: ReactNode;
}

/** The terminal comes with it; the steps are given. */
export function DemoSplit({ demo, entry, onLeave, steps }: DemoSplitProps) {
  const isWide = useWideWindow();
  const choice = useDemoTerminal(demo);
  const terminal = (
    <div className={styles.place}>
      <TerminalPane
        purpose={{ kind: "demo", demo: demo.name }}
        wanted={choice.terminal}
        entry={entry}
        onLeave={onLeave}
      >
        <NodeTabs {...choice} />
      </TerminalPane>
    </div>
  );
  return isWide ? <Wide steps={steps} terminal={terminal} /> : <Narrow steps={steps} terminal={terminal} />;
}

interface Halves {
  steps: ReactNode;
  terminal: ReactNode;
}

function Wide({ steps, terminal }: Halves) {
  const layout = useDefaultLayout({ id: "shelldeck.demo.wide", storage });
  return (
    <Group className={styles.split} orientation="horizontal" {...layout}>
      <Panel id="steps" defaultSize="38%" minSize="280px">
        {steps}
      </Panel>
      <Separator className={styles.separator} aria-label="Size of the terminal" />
      <Panel id="terminal" minSize="320px">
        {terminal}
      </Panel>
    </Group>
  );
}

function Narrow({ steps, terminal }: Halves) {
  const layout = useDefaultLayout({ id: "shelldeck.demo.narrow", storage });
  return (
    <Group className={styles.split} orientation="vertical" {...layout}>
      <Panel id="terminal" defaultSize="46%" minSize="140px">
        {terminal}
      </Panel>
      <Separator className={styles.separator} aria-label="Size of the terminal" />
      <Panel id="steps" minSize="180px">
        {steps}
      </Panel>
    </Group>
  );
}

const storage = { getItem: remembered.read, setItem: remembered.write };
