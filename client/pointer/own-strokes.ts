/** What this window draws, from the first touch of the pen until the server has told it back. */
import { create } from "zustand";
import type { Point, Stroke } from "../../server/protocol.ts";
import { connectionStore } from "../connection/index.ts";
import { drawInParts } from "./draw-in-parts.ts";

interface OwnStroke {
  slide: number;
  id: string;
  points: readonly Point[];
  /** How many of them were said, and by which seat. */
  told: number;
  seat: string | null;
  /** The pen is up. */
  isOver: boolean;
}

/** Oldest first; strokes of others, and of this window after that, are the connection's. */
export const useOwnStrokes = create<{ strokes: readonly OwnStroke[] }>(() => ({ strokes: [] }));

/** A server that has not told a stroke back after this has no room for it, in ms. */
const answerMs = 3000;

let stopListening: (() => void) | null = null;

/** The pen touches the slide. */
export function beginStroke(slide: number, id: string, point: Point): void {
  stopListening ??= connectionStore.subscribe(({ talk }, before) => {
    if (talk.drawings !== before.talk.drawings) settleStrokes(talk.drawings);
  });
  const stroke = { slide, id, points: [point], told: 0, seat: null, isOver: false };
  useOwnStrokes.setState(({ strokes }) => ({ strokes: [...strokes, stroke] }));
}

/** The pen has moved on. */
export function extendStroke(id: string, points: readonly Point[]): void {
  change(id, (stroke) => ({ ...stroke, points: [...stroke.points, ...points] }));
}

/** The pen is up. */
export function endStroke(id: string): void {
  change(id, (stroke) => ({ ...stroke, isOver: true }));
  tellStrokes();
  settleStrokes(connectionStore.getState().talk.drawings);
  setTimeout(() => giveUp(id), answerMs);
}

/** Says what was not said yet; after a new connection, all that was not told back. */
export function tellStrokes(): void {
  const { seat, link } = connectionStore.getState();
  if (link !== "open") return;
  for (const stroke of useOwnStrokes.getState().strokes) {
    const from = stroke.seat === seat ? stroke.told : 0;
    const rest = stroke.points.slice(from);
    if (rest.length > 0 && drawInParts(stroke.slide, stroke.id, rest))
      change(stroke.id, (each) => ({ ...each, told: from + rest.length, seat }));
  }
}

/** Lets go of strokes that the server has told back whole: at once, for the next word may be that it was erased. */
function settleStrokes(drawings: Readonly<Record<number, readonly Stroke[]>>): void {
  const isTold = ({ slide, id, seat, points, isOver }: OwnStroke) => {
    const known = drawings[slide]?.find((stroke) => stroke.id === `${seat}/${id}`);
    return isOver && known !== undefined && known.points.length >= points.length;
  };
  const { strokes } = useOwnStrokes.getState();
  const left = strokes.filter((stroke) => !isTold(stroke));
  if (left.length < strokes.length) useOwnStrokes.setState({ strokes: left });
  if (left.length > 0) return;
  stopListening?.();
  stopListening = null;
}

/** All that is drawn on a slide: what the server told, and this window's own where it is further. */
export function allStrokes(
  told: readonly Stroke[],
  own: readonly Pick<OwnStroke, "slide" | "id" | "seat" | "points">[],
  slide: number,
): Stroke[] {
  const here = own.filter((stroke) => stroke.slide === slide);
  const ids = new Set(here.map(({ seat, id }) => `${seat}/${id}`));
  return [
    ...told.filter(({ id }) => !ids.has(id)),
    ...here.map(({ seat, id, points }) => ({ id: `${seat}/${id}`, points: [...points] })),
  ];
}

function giveUp(id: string): void {
  const isWaiting = connectionStore.getState().link !== "open";
  if (!isWaiting)
    useOwnStrokes.setState(({ strokes }) => ({ strokes: strokes.filter((stroke) => stroke.id !== id) }));
}

function change(id: string, to: (stroke: OwnStroke) => OwnStroke): void {
  useOwnStrokes.setState(({ strokes }) => ({
    strokes: strokes.map((stroke) => (stroke.id === id ? to(stroke) : stroke)),
  }));
}
