/** What the page knows from the server, and how each message changes it. */
import type { LabState, Obstacle, Purpose, Role, ServerMessage, StepReport } from "../../server/protocol.ts";
import { freshTalk, receiveTalk, type TalkState, talkAnew } from "./talk-state.ts";

/** `refused`: trying again does not help until a person has done something. */
export type Link = "idle" | "connecting" | "open" | "lost" | "refused";

/** A terminal as the server last described it. */
export type TerminalInfo = Omit<Extract<ServerMessage, { type: "terminal" }>, "type">;
/** A demo's play as the server last told it. */
export type DemoReport = Omit<Extract<ServerMessage, { type: "demo" }>, "type" | "demo">;

/** Something that could not be done, in words, with what to do about it. */
export interface Failure {
  about: string;
  error: string;
  remedy: string | null;
}

/** A lab's coming end. */
export interface Lease {
  /** On the clock of `performance.now()`. */
  endsAtMs: number;
  /** `extendLab` helps against `idle` alone. */
  why: Extract<ServerMessage, { type: "lease" }>["why"];
}

/** All of it; a new value with every change. */
export interface ConnectionState {
  link: Link;
  /** Why the link is refused. */
  refusal: { error: string; remedy: string } | null;
  role: Role | null;
  /** This seat's name among all. */
  seat: string | null;
  /** Version of the server's deck when it was last connected to. */
  deck: string | null;
  /** What all who follow the talk have in common. */
  talk: TalkState;
  obstacle: Obstacle | null;
  lab: LabState;
  /** When the lab will end unless something happens; null while that is far off. */
  lease: Lease | null;
  terminals: Readonly<Record<number, TerminalInfo>>;
  /** Whether this seat's keys reach a terminal's shell, by terminal. */
  controls: Readonly<Record<number, boolean>>;
  demos: Readonly<Record<string, DemoReport>>;
  /** Reports of blocks by `blockKey`. */
  blocks: Readonly<Record<string, StepReport>>;
  /** The block that was run last, and why blocks could not be run, by `blockKey`. */
  lastRun: string | null;
  blockFailures: Readonly<Record<string, Failure>>;
  /** The step that was asked for and not answered yet. */
  asked: { demo: string; step: number } | null;
  /** Whether somebody typed into the lab from this page. */
  hasTyped: boolean;
  /** The last thing that could not be done and was not dismissed. */
  failure: Failure | null;
}

/** Before the first word. */
export const initialState: ConnectionState = {
  link: "idle",
  refusal: null,
  role: null,
  seat: null,
  deck: null,
  talk: freshTalk,
  obstacle: null,
  lab: { state: "none" },
  lease: null,
  terminals: {},
  controls: {},
  demos: {},
  blocks: {},
  lastRun: null,
  blockFailures: {},
  asked: null,
  hasTyped: false,
  failure: null,
};

/** What goes with a lab. */
const withoutLab = {
  lease: null,
  terminals: {},
  controls: {},
  demos: {},
  blocks: {},
  blockFailures: {},
  asked: null,
  hasTyped: false,
};

/** Names a runnable block of a slide. */
export const blockKey = (slide: number, block: number): string => `${slide}/${block}`;

type Handlers = {
  [K in Exclude<ServerMessage["type"], keyof typeof receiveTalk>]: (
    state: ConnectionState,
    message: Extract<ServerMessage, { type: K }>,
  ) => Partial<ConnectionState>;
};

const handlers: Handlers = {
  welcome: ({ talk }, { role, seat, deck, obstacle, ...room }) => ({
    link: "open",
    refusal: null,
    role,
    seat,
    deck,
    talk: talkAnew(talk, room),
    obstacle,
    lease: null,
    terminals: {},
    asked: null,
  }),
  lab: (state, { lab }) => {
    if (lab.state !== "ready") return { lab, ...withoutLab };
    return state.lab.state === "ready" ? { lab } : { lab, failure: null };
  },
  lease: (_, { endsInMs, why }) => ({
    lease: endsInMs === null ? null : { endsAtMs: performance.now() + endsInMs, why },
  }),
  terminal: (state, { type: _, ...terminal }) => ({
    terminals: { ...state.terminals, [terminal.terminal]: terminal },
  }),
  closed: (state, { terminal }) => {
    const { [terminal]: _, ...terminals } = state.terminals;
    return { terminals };
  },
  attached: (state, { terminal, control }) => ({ controls: { ...state.controls, [terminal]: control } }),
  control: (state, { terminal, control }) => ({ controls: { ...state.controls, [terminal]: control } }),
  demo: (state, { type: _, demo, ...report }) => ({
    demos: { ...state.demos, [demo]: report },
    asked: state.asked?.demo === demo ? null : state.asked,
  }),
  block: (state, { slide, block, report }) => ({
    blocks: { ...state.blocks, [blockKey(slide, block)]: report },
  }),
  failure: (state, { type: _, ...failure }) => {
    if (failure.about === "run" && state.lastRun !== null) {
      return { blockFailures: { ...state.blockFailures, [state.lastRun]: failure } };
    }
    const isToldByLab = state.lab.state === "failed" && state.lab.error === failure.error;
    return { failure: isToldByLab ? null : failure, asked: null };
  },
};

/** The state after a message of the server. */
export function receive(state: ConnectionState, message: ServerMessage): ConnectionState {
  const onTalk = receiveTalk[message.type as keyof typeof receiveTalk] as
    | ((talk: TalkState, message: ServerMessage) => Partial<TalkState>)
    | undefined;
  if (onTalk) return { ...state, talk: { ...state.talk, ...onTalk(state.talk, message) } };
  const handle = handlers[message.type as keyof Handlers] as (
    state: ConnectionState,
    message: ServerMessage,
  ) => Partial<ConnectionState>;
  return { ...state, ...handle(state, message) };
}

/** Whether two purposes are the same. */
function isSamePurpose(one: Purpose, other: Purpose): boolean {
  return one.kind === "demo" ? other.kind === "demo" && one.demo === other.demo : one.kind === other.kind;
}

/** The terminals that serve a purpose, oldest first. */
export function terminalsFor(
  { terminals }: Pick<ConnectionState, "terminals">,
  purpose: Purpose,
): TerminalInfo[] {
  return Object.values(terminals).filter((each) => isSamePurpose(each.purpose, purpose));
}

/** The wanted terminal of a purpose, or its newest when that is gone. */
export function terminalFor(
  state: ConnectionState,
  purpose: Purpose,
  wanted: number | null = null,
): TerminalInfo | null {
  const all = terminalsFor(state, purpose);
  return all.find(({ terminal }) => terminal === wanted) ?? all.at(-1) ?? null;
}

/** The newest terminal of a purpose on a node. */
export function terminalOn(
  state: Pick<ConnectionState, "terminals">,
  purpose: Purpose,
  node: string,
): TerminalInfo | null {
  return terminalsFor(state, purpose).findLast((each) => each.node === node) ?? null;
}
