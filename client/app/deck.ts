/** The deck as the page has it: its head, and the slides that were fetched so far. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { DeckHead, DeckTexts, PageData, Slide, SlideChunk } from "../../server/protocol.ts";
import { keepUnchanged } from "./keep-unchanged.ts";

interface DeckState {
  head: DeckHead;
  /** By index. */
  slides: ReadonlyMap<number, Slide>;
  /** Those of the deck before it was saved: what did not change is not drawn again. */
  former: ReadonlyMap<number, Slide>;
}

const store = createStore<DeckState>(() => read(document));
/** Chunks on their way, by version and number. */
const coming = new Map<string, Promise<void>>();

/** All of the deck but its slides' content. */
export const useDeck = (): DeckHead => useStore(store, ({ head }) => head);

/** The same outside of React. */
export const deckHead = (): DeckHead => store.getState().head;

/** A slide's content; null while it is fetched, which `loadSlides` starts. */
export const useSlide = (index: number): Slide | null =>
  useStore(store, ({ slides }) => slides.get(index) ?? null);

/** The same outside of React. */
export const slideAt = (index: number): Slide | null => store.getState().slides.get(index) ?? null;

/** Calls back when the deck or its slides change. */
export const onDeckChange = (listener: () => void): (() => void) => store.subscribe(listener);

/** Makes sure that the slides of these indices are there; those outside of the deck are left out. */
export async function loadSlides(from: number, to: number): Promise<void> {
  const { head, slides } = store.getState();
  const wanted = new Set<number>();
  for (let index = Math.max(1, from); index <= Math.min(to, head.slides.length); index += 1) {
    if (!slides.has(index)) wanted.add(Math.floor((index - 1) / head.slidesPerChunk));
  }
  await Promise.all([...wanted].map((chunk) => loadChunk(head.version, chunk)));
}

/** The last of the reloads, which are done one after the other: what was asked for first may come last, and be old. */
let reloading: Promise<void> = Promise.resolve();

/** Takes the saved deck in the old one's place, with the slides round `index` at once. */
export function reloadDeck(index: number): Promise<void> {
  const reload = reloading.then(() => takeDeck(index));
  reloading = reload.catch(() => {});
  return reload;
}

async function takeDeck(index: number): Promise<void> {
  const head = (await fetchJson("/api/deck")) as DeckHead;
  const near = Math.max(1, Math.min(index, head.slides.length));
  const number = Math.floor((near - 1) / head.slidesPerChunk);
  const chunk: SlideChunk =
    head.slides.length > 0
      ? ((await fetchJson(`/api/slides/${number}?version=${head.version}`)) as SlideChunk)
      : { version: head.version, slides: [] };
  if (chunk.version !== head.version) return await takeDeck(index);
  if (head.version === store.getState().head.version) return;
  store.setState(({ slides, former: old }) => {
    const former = new Map([...old, ...slides]);
    return { head, slides: keepUnchanged(former, chunk.slides), former };
  });
}

/** The words of all slides, for a search. */
export async function fetchTexts(): Promise<DeckTexts> {
  return (await fetchJson("/api/texts")) as DeckTexts;
}

function loadChunk(version: string, chunk: number): Promise<void> {
  const key = `${version}/${chunk}`;
  const known = coming.get(key);
  if (known) return known;
  const promise = fetchJson(`/api/slides/${chunk}?version=${version}`)
    .then(async (answer) => {
      const { version: is, slides } = answer as SlideChunk;
      if (is !== store.getState().head.version) return await reloadDeck(slides[0]?.index ?? 1);
      store.setState((state) => ({
        slides: new Map([...state.slides, ...keepUnchanged(state.former, slides)]),
      }));
    })
    .finally(() => coming.delete(key));
  coming.set(key, promise);
  return promise;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${path}: reload the page`);
  return await response.json();
}

function read(page: Document): DeckState {
  const text = page.getElementById("deck-data")?.textContent ?? "";
  try {
    const { head, slides } = JSON.parse(text) as PageData;
    const former = new Map<number, Slide>();
    return { head, slides: keepUnchanged(former, slides), former };
  } catch {
    throw new Error("this page came without its deck: open it through the server's URL");
  }
}
