/** What the page can ask of the server; the socket and the protocol are loaded with the first use. */
import type { Purpose } from "../../server/protocol.ts";
import type { Session, TalkWord, TerminalHandle } from "./session.ts";
import { blockKey, receive } from "./state.ts";
import { connectionStore } from "./store.ts";
import type { TerminalSink } from "./watch.ts";
import { whenIdle } from "./when-idle.ts";

let session: Promise<Session> | null = null;
/** The same once it is there: a click's message then goes out before the page draws what follows from it. */
let ready: Session | null = null;

/** Connects; called again it only ends a wait for the next try. */
export function connect(): Promise<Session> {
  session ??= import("./session.ts").then(
    (module) => {
      ready = new module.Session(connectionStore);
      return ready;
    },
    (cause: unknown) => {
      session = null;
      connectionStore.setState({ link: "lost" });
      throw cause;
    },
  );
  return session;
}

/** Connects when the page has nothing better to do; the answer calls it off. */
export const connectWhenIdle = (): (() => void) => whenIdle(() => void connect().catch(() => {}));

/** Tries again now, also after the server refused. */
export function reconnect(): void {
  void connect().then(
    (session) => session.connect(),
    () => {},
  );
}

function command(command: Parameters<Session["command"]>[0]): void {
  const say = (session: Session) => {
    if (!session.command(command)) tellOffline(command.type);
  };
  if (ready) say(ready);
  else connect().then(say, () => tellOffline(command.type));
}

function tellOffline(about: string): void {
  const error = "There is no connection to the server.";
  const remedy = "It comes back by itself; then try again.";
  connectionStore.setState((state) => receive(state, { type: "failure", about, error, remedy }));
}

/** Says something to all who follow the talk; false when nobody heard, since there is no connection yet or now. */
export const say = (word: TalkWord): boolean => ready?.say(word) ?? false;

/** Makes sure that there is a lab with a terminal for this purpose. */
export const openTerminal = (purpose: Purpose): void => command({ type: "open", purpose });

/** Plays a step of a demo, if it is the next one. */
export function playStep(demo: string, step: number): void {
  connectionStore.setState({ asked: { demo, step }, failure: null });
  command({ type: "play", demo, step });
}

/** Types a block into a terminal of the slides that waits for a command; the server opens one where there is none. */
export function runBlock(slide: number, block: number, values: Record<string, string>): void {
  const key = blockKey(slide, block);
  connectionStore.setState(({ blockFailures: { [key]: _, ...blockFailures } }) => ({
    lastRun: key,
    blockFailures,
  }));
  command({ type: "run", slide, block, values });
}

/** Ends the lab and starts a fresh one. */
export function resetLab(): void {
  connectionStore.setState({ failure: null });
  command({ type: "reset" });
}

/** Puts off the end of a lab that is not used. */
export const extendLab = (): void => command({ type: "extend" });

/** Takes the last failure off the page. */
export const dismissFailure = (): void => connectionStore.setState({ failure: null });

/** Shows a terminal of a purpose in a view: the wanted one, and when that is gone the newest. */
export async function watchTerminal(
  purpose: Purpose,
  wanted: number | null,
  sink: TerminalSink,
): Promise<TerminalHandle> {
  return (await connect()).watch(purpose, wanted, sink);
}
