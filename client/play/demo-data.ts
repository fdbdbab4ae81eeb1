/** Demos as the server has parsed them, fetched once and again when asked. */
import { useEffect } from "react";
import { create } from "zustand";
import type { Demo } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";

/** A demo on its way, here, or why not. */
export type DemoData =
  | { state: "loading" }
  | { state: "ready"; demo: Demo }
  | { state: "failed"; error: string; remedy: string };

const loading: DemoData = { state: "loading" };
const useDemos = create<Record<string, DemoData>>(() => ({}));

/** Fetches a demo unless it is there or on its way. */
export function loadDemo(name: string): void {
  const known = useDemos.getState()[name];
  if (known && known.state !== "failed") return;
  useDemos.setState({ [name]: loading });
  void fetchDemo(name).then((data) => useDemos.setState({ [name]: data }));
}

/** A demo, fetched again with every new look at it and whenever its script was saved; the old one is shown meanwhile. */
export function useDemo(name: string): DemoData {
  const saves = useConnection((state) => state.talk.saved.scripts[name] ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved script is another one
  useEffect(() => {
    if (useDemos.getState()[name]?.state !== "ready") return loadDemo(name);
    let isOver = false;
    void fetchDemo(name).then(
      (data) => !isOver && data.state === "ready" && useDemos.setState({ [name]: data }),
    );
    return () => {
      isOver = true;
    };
  }, [name, saves]);
  return useDemos((demos) => demos[name]) ?? loading;
}

async function fetchDemo(name: string): Promise<DemoData> {
  try {
    const response = await fetch(`/api/demos/${encodeURIComponent(name)}`);
    const answer: unknown = await response.json();
    if (response.ok) return { state: "ready", demo: answer as Demo };
    const { error, remedy } = answer as { error?: unknown; remedy?: unknown };
    return {
      state: "failed",
      error: String(error ?? `the server answered ${response.status}`),
      remedy: String(remedy ?? "try again"),
    };
  } catch {
    return {
      state: "failed",
      error: "the server cannot be reached",
      remedy: "see whether it still runs, then try again",
    };
  }
}
