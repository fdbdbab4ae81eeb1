/** What all who follow the talk have in common, as the server last told it. */
import type { Place, Point, ServerMessage, Stroke } from "../../server/protocol.ts";

type TalkMessage =
  | "place"
  | "blackout"
  | "clock"
  | "laser"
  | "stroke"
  | "drawing"
  | "deck"
  | "script"
  | "style"
  | "picture";

export interface TalkState {
  /** Where the talk is, and the seat that took it there; a new object with each word of it. */
  place: { place: Place; by: string } | null;
  /** Whether the room's screens are black, and the seat that said so; a new object with each word of it. */
  blackout: { on: boolean; by: string };
  /** `atMs`: when this was true, by `performance.now()`. */
  clock: { elapsedMs: number; isRunning: boolean; atMs: number };
  laser: { at: Point; by: string } | null;
  /** Strokes by the slide's index. */
  drawings: Readonly<Record<number, readonly Stroke[]>>;
  saved: {
    /** Null: not since the page came. */
    deck: { version: string; edited: number | null } | null;
    /** How often each demo's script was saved. */
    scripts: Readonly<Record<string, number>>;
    /** How often the deck's style sheet was saved. */
    style: number;
    /** How often each picture was saved, by its path in the deck's folder. */
    pictures: Readonly<Record<string, number>>;
  };
}

export const freshTalk: TalkState = {
  place: null,
  blackout: { on: false, by: "" },
  clock: { elapsedMs: 0, isRunning: false, atMs: 0 },
  laser: null,
  drawings: {},
  saved: { deck: null, scripts: {}, style: 0, pictures: {} },
};

/** The talk when the server welcomes this page anew: it tells all else right after, and what it tells first need not flicker. */
export function talkAnew(
  { saved, clock }: TalkState,
  { place, blackout: on }: Pick<Extract<ServerMessage, { type: "welcome" }>, "place" | "blackout">,
): TalkState {
  return { ...freshTalk, saved, clock, place: place && { place, by: "" }, blackout: { on, by: "" } };
}

/** What each message changes. */
export const receiveTalk: {
  [K in TalkMessage]: (
    talk: TalkState,
    message: Extract<ServerMessage, { type: K }>,
    now?: () => number,
  ) => Partial<TalkState>;
} = {
  place: (_, { place, by }) => ({ place: { place, by } }),
  blackout: (_, { on, by }) => ({ blackout: { on, by } }),
  clock: (_, { elapsedMs, isRunning }, now = () => performance.now()) => ({
    clock: { elapsedMs, isRunning, atMs: now() },
  }),
  laser: (_, { at, by }) => ({ laser: at && { at, by } }),
  stroke: ({ drawings }, { slide, id, points, by }) => ({
    drawings: { ...drawings, [slide]: withPoints(drawings[slide] ?? [], `${by}/${id}`, points) },
  }),
  drawing: ({ drawings }, { slide, strokes }) => ({ drawings: { ...drawings, [slide]: strokes } }),
  deck: ({ saved }, { version, edited }) => ({ saved: { ...saved, deck: { version, edited } } }),
  script: ({ saved }, { demo }) => ({
    saved: { ...saved, scripts: { ...saved.scripts, [demo]: (saved.scripts[demo] ?? 0) + 1 } },
  }),
  picture: ({ saved }, { path }) => ({
    saved: { ...saved, pictures: { ...saved.pictures, [path]: (saved.pictures[path] ?? 0) + 1 } },
  }),
  style: ({ saved }) => ({ saved: { ...saved, style: saved.style + 1 } }),
};

function withPoints(strokes: readonly Stroke[], id: string, points: Point[]): Stroke[] {
  const known = strokes.find((stroke) => stroke.id === id);
  if (!known) return [...strokes, { id, points }];
  return strokes.map((stroke) => (stroke === known ? { id, points: [...stroke.points, ...points] } : stroke));
}
