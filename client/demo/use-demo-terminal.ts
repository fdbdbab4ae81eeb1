/** Which of a demo's terminals is in sight: that of the step that counts now, until a person picks another. */
import { useEffect, useState } from "react";
import type { Demo } from "../../server/protocol.ts";
import { terminalOn, useConnection } from "../connection/index.ts";
import { useProgress } from "../play/index.ts";

export interface DemoTerminal {
  /** Those that the demo plays on, in the order of its steps; there is a choice when there are two or more. */
  nodes: readonly string[];
  node: string | null;
  /** The terminal's number; null until it is there, and where there is but one node. */
  terminal: number | null;
  choose(node: string): void;
}

/** The next step on another node brings its terminal into sight again. */
export function useDemoTerminal(demo: Demo): DemoTerminal {
  const { rows, current, last } = useProgress(demo);
  const nodes = [...new Set(rows.map(({ step }) => step.node))];
  const played = (current ?? last)?.step.node ?? null;
  const [node, choose] = useState(played);
  useEffect(() => choose(played), [played]);
  const shown = useConnection((state) =>
    nodes.length > 1 && node !== null
      ? (terminalOn(state, { kind: "demo", demo: demo.name }, node)?.terminal ?? null)
      : null,
  );
  return { nodes, node, terminal: shown, choose };
}
