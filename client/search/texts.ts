/** The words of all slides, fetched once for each version of the deck. */
import { useEffect } from "react";
import { create } from "zustand";
import type { DeckTexts } from "../../server/protocol.ts";
import { fetchTexts, useDeck } from "../app/index.ts";

/** On their way, here, or not to be had. */
export type Texts =
  | { state: "loading" }
  | { state: "ready"; texts: DeckTexts["texts"] }
  | { state: "failed" };

interface Held {
  /** Of the deck that the last fetch was for. */
  version: string | null;
  texts: Texts;
}

const loading: Texts = { state: "loading" };
const useHeld = create<Held>(() => ({ version: null, texts: loading }));

/** Of the deck as it is now; a fetch that failed is tried again with the next search. */
export function useTexts(): Texts {
  const { version } = useDeck();
  useEffect(() => void load(version), [version]);
  const held = useHeld();
  return held.version === version ? held.texts : loading;
}

async function load(version: string): Promise<void> {
  const held = useHeld.getState();
  if (held.version === version && held.texts.state !== "failed") return;
  useHeld.setState({ version, texts: loading });
  const texts = await fetchTexts().then(
    ({ version, texts }): Held => ({ version, texts: { state: "ready", texts } }),
    (): Held => ({ version, texts: { state: "failed" } }),
  );
  if (useHeld.getState().version === version) useHeld.setState(texts);
}
