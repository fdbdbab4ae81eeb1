/**
 * The one wire protocol, and the only file of the server that the client imports.
 * JSON text frames carry the two closed unions below; binary frames carry terminal bytes (see `encodeBytes`).
 */
import * as v from "valibot";

export type { Deck, Problem, RunnableBlock, Slide, SlideElement, SlideNode } from "./deck/slide.ts";
export type { DeckHead, DeckTexts, PageData, SlideChunk, SlideEntry } from "./delivery/delivered.ts";
export type { Act, Demo, Step } from "./demo/demo.ts";

/** Raised whenever a message changes its meaning; both ends refuse another version. */
export const protocolVersion = 3;

/** The largest frame either end accepts, in bytes. */
export const maxFrameBytes = 256 * 1024;

export type Role = "presenter" | "audience" | "reader";

/** Whom a terminal serves: a demo, by its name, or the blocks on the slides. */
export const PurposeSchema = v.variant("kind", [
  v.object({ kind: v.literal("demo"), demo: v.pipe(v.string(), v.maxLength(100)) }),
  v.object({ kind: v.literal("slides") }),
]);
export type Purpose = v.InferOutput<typeof PurposeSchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const cells = v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(1000));
const text = v.pipe(v.string(), v.maxLength(4096));
const fraction = v.pipe(v.number(), v.minValue(-0.5), v.maxValue(1.5));

/** A point on a slide, as fractions of its canvas from the top left; a little outside is allowed. */
export const PointSchema = v.tuple([fraction, fraction]);
export type Point = v.InferOutput<typeof PointSchema>;
/** Points of one message; longer strokes come in parts. */
const points = v.pipe(v.array(PointSchema), v.maxLength(256));
const strokeId = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

/** A line drawn on a slide, named by the drawing seat, a slash, and that seat's id for it. */
export const StrokeSchema = v.object({ id: v.string(), points: v.array(PointSchema) });
export type Stroke = v.InferOutput<typeof StrokeSchema>;

/** Where the talk is: the slide's index, the clicks taken on it, and the demo that is open on it. */
export const PlaceSchema = v.object({
  slide: v.pipe(count, v.minValue(1)),
  step: count,
  demo: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});
export type Place = v.InferOutput<typeof PlaceSchema>;

/** What a seat says. */
export const ClientMessageSchema = v.variant("type", [
  /** The first frame of every connection; `ticket` comes from POST /api/ticket and works once. */
  v.object({ type: v.literal("hello"), version: v.number(), ticket: text }),
  /** Makes sure there is a lab and in it a terminal for this purpose; answered by `lab` and `terminal`. */
  v.object({ type: v.literal("open"), purpose: PurposeSchema }),
  /** Subscribes to a terminal's bytes from `offset` of `epoch`; first join, late join and reconnect alike. */
  v.object({ type: v.literal("attach"), terminal: count, epoch: v.nullable(text), offset: count }),
  /** Ends the subscription. */
  v.object({ type: v.literal("detach"), terminal: count }),
  /** The seat has parsed this terminal's bytes up to `offset`. */
  v.object({ type: v.literal("ack"), terminal: count, offset: count }),
  /** The controller's terminal has this many columns and rows. */
  v.object({ type: v.literal("resize"), terminal: count, columns: cells, rows: cells }),
  /** Plays step `step` of a demo, if it is the next one and nothing else plays. */
  v.object({ type: v.literal("play"), demo: text, step: count }),
  /** Types runnable block `block` of slide `slide` into the slides' terminal, with its placeholders' values. */
  v.object({
    type: v.literal("run"),
    slide: count,
    block: count,
    values: v.record(text, text),
  }),
  /** Ends the lab and starts a fresh one with the terminals that the old one had. */
  v.object({ type: v.literal("reset") }),
  /** The lab is still wanted: its end for want of use is put off. */
  v.object({ type: v.literal("extend") }),
  /** This seat has gone to a place, and takes all who follow along. */
  v.object({ type: v.literal("go"), place: PlaceSchema }),
  /** Makes the room's screens black, or shows the slide again. */
  v.object({ type: v.literal("blackout"), on: v.boolean() }),
  /** Starts, stops or resets the talk's clock, or takes the last reset back. */
  v.object({ type: v.literal("clock"), does: v.picklist(["start", "stop", "reset", "restore"]) }),
  /** The laser pointer is at a point of the slide, or off. */
  v.object({ type: v.literal("laser"), at: v.nullable(PointSchema) }),
  /** Adds points to a stroke on a slide; the first ones begin it. */
  v.object({ type: v.literal("draw"), slide: count, id: strokeId, points }),
  /** Takes the newest stroke off a slide, or all of them. */
  v.object({ type: v.literal("erase"), slide: count, all: v.boolean() }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessageSchema>;

/** Why labs cannot run here, and what the person at this machine can do about it. */
const ObstacleSchema = v.object({ reason: v.string(), remedy: v.string() });
export type Obstacle = v.InferOutput<typeof ObstacleSchema>;

const LabStateSchema = v.variant("state", [
  v.object({ state: v.literal("none") }),
  v.object({ state: v.literal("starting") }),
  /** `usedBy`: what has typed into it since it was fresh, in words ("slide 7", "Demo 1"). */
  v.object({
    state: v.literal("ready"),
    lab: v.string(),
    nodes: v.array(v.string()),
    usedBy: v.array(v.string()),
  }),
  /** It could not be started. */
  v.object({ state: v.literal("failed"), error: v.string(), remedy: v.string() }),
  /** It ran and is gone: it was not used for too long, was too old, or a node died. */
  v.object({ state: v.literal("ended"), why: v.string(), remedy: v.string() }),
]);
export type LabState = v.InferOutput<typeof LabStateSchema>;

const StepReportSchema = v.object({
  state: v.picklist(["idle", "typing", "running", "done", "failed", "skipped"]),
  /** Exit status of the command that decided the step. */
  exit: v.nullable(v.number()),
  durationMs: v.nullable(v.number()),
  /** For a failed step: what was expected and what came. */
  why: v.nullable(v.string()),
});
export type StepReport = v.InferOutput<typeof StepReportSchema>;

/** What the server says. */
export const ServerMessageSchema = v.variant("type", [
  /** The answer to `hello`. */
  v.object({
    type: v.literal("welcome"),
    version: v.number(),
    role: v.picklist(["presenter", "audience", "reader"]),
    /** Names this seat in `place`, `blackout`, `laser` and `stroke`. */
    seat: v.string(),
    /** Version of the deck. */
    deck: v.string(),
    /** Where the talk is; null until somebody went somewhere. */
    place: v.nullable(PlaceSchema),
    /** Whether the room's screens are black. */
    blackout: v.boolean(),
    /** Null where labs can run. */
    obstacle: v.nullable(ObstacleSchema),
  }),
  /** The state of the lab; sent on every change and after `welcome`. */
  v.object({ type: v.literal("lab"), lab: LabStateSchema }),
  /** The lab will end so soon that its user is warned: in how long, and whether `extend` helps (`idle`) or not; null when that is off. */
  v.object({
    type: v.literal("lease"),
    endsInMs: v.nullable(count),
    why: v.picklist(["idle", "lifetime"]),
  }),
  /** A terminal exists, or its size, title or life changed. */
  v.object({
    type: v.literal("terminal"),
    terminal: count,
    epoch: v.string(),
    purpose: PurposeSchema,
    node: v.string(),
    columns: cells,
    rows: cells,
    /** `busy`: a program runs in it; `prompt`: the shell waits for a command; `exited`: the shell ended. */
    state: v.picklist(["starting", "prompt", "busy", "exited"]),
  }),
  /** The terminal is gone, with its lab. */
  v.object({ type: v.literal("closed"), terminal: count }),
  /** Bytes follow from `offset`; after a `snapshot` the receiver first clears its screen. */
  v.object({
    type: v.literal("attached"),
    terminal: count,
    epoch: v.string(),
    offset: count,
    /** `snapshot`: the next binary frame redraws the screen as it was at `offset` and does not count. */
    from: v.picklist(["offset", "snapshot"]),
    /** Whether this seat's keys and terminal replies reach the shell. */
    control: v.boolean(),
  }),
  /** This seat's keys and terminal replies reach the shell from now on, or no longer; `attach` again takes them. */
  v.object({ type: v.literal("control"), terminal: count, control: v.boolean() }),
  /** The whole state of a demo's play. */
  v.object({
    type: v.literal("demo"),
    demo: v.string(),
    steps: v.array(StepReportSchema),
    /** The step that `play` would play, or null after the last. */
    next: v.nullable(count),
    /** Set when the demo waits for a person, in words. */
    paused: v.nullable(v.string()),
  }),
  /** How the last run of a block on a slide goes. */
  v.object({ type: v.literal("block"), slide: count, block: count, report: StepReportSchema }),
  /** Where the talk is, and which seat took it there; sent to all, that seat too. */
  v.object({ type: v.literal("place"), place: PlaceSchema, by: v.string() }),
  /** Whether the room's screens are black, and which seat said so; sent to all, that seat too, even if nothing changed. */
  v.object({ type: v.literal("blackout"), on: v.boolean(), by: v.string() }),
  /** The talk's clock: what it shows now, and whether it runs. */
  v.object({ type: v.literal("clock"), elapsedMs: v.number(), isRunning: v.boolean() }),
  v.object({ type: v.literal("laser"), at: v.nullable(PointSchema), by: v.string() }),
  /** Points that were added to a stroke. */
  v.object({
    type: v.literal("stroke"),
    slide: count,
    id: strokeId,
    points: v.array(PointSchema),
    by: v.string(),
  }),
  /** All strokes of a slide, after some were erased and after `welcome`. */
  v.object({ type: v.literal("drawing"), slide: count, strokes: v.array(StrokeSchema) }),
  /** The deck was saved: its new version, and the first slide that is not as it was, if any. */
  v.object({ type: v.literal("deck"), version: v.string(), edited: v.nullable(count) }),
  /** A demo's script was saved. */
  v.object({ type: v.literal("script"), demo: v.string() }),
  /** The deck's own style sheet was saved. */
  v.object({ type: v.literal("style") }),
  /** A picture was saved; its path in the deck's folder. */
  v.object({ type: v.literal("picture"), path: v.string() }),
  /** Something asked for could not be done. */
  v.object({
    type: v.literal("failure"),
    about: v.string(),
    error: v.string(),
    remedy: v.nullable(v.string()),
  }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessageSchema>;

/** Binary frame: 1 byte kind, 4 bytes terminal, 8 bytes offset (both big-endian), then the terminal's bytes. */
export const bytesHeaderLength = 13;
export const bytesKind = { output: 1, input: 2, snapshot: 3 } as const;
export type BytesKind = keyof typeof bytesKind;
export interface BytesFrame {
  kind: BytesKind;
  terminal: number;
  /** Of the first byte in the terminal's stream; 0 for input. */
  offset: number;
  bytes: Uint8Array;
}

/** Writes a binary frame. */
export function encodeBytes(frame: BytesFrame): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytesHeaderLength + frame.bytes.length);
  const view = new DataView(out.buffer);
  view.setUint8(0, bytesKind[frame.kind]);
  view.setUint32(1, frame.terminal);
  view.setBigUint64(5, BigInt(frame.offset));
  out.set(frame.bytes, bytesHeaderLength);
  return out;
}

/** Reads a binary frame; null when it is none. `bytes` is a view into `data`. */
export function decodeBytes(data: Uint8Array): BytesFrame | null {
  if (data.length < bytesHeaderLength) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const kind = (Object.keys(bytesKind) as BytesKind[]).find((name) => bytesKind[name] === view.getUint8(0));
  const offset = view.getBigUint64(5);
  if (!kind || offset > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return {
    kind,
    terminal: view.getUint32(1),
    offset: Number(offset),
    bytes: data.subarray(bytesHeaderLength),
  };
}
