/** Whether the slides' terminal is drawn out, and which of their shells it shows. */
import { create } from "zustand";
import {
  type ConnectionState,
  connectionStore,
  type TerminalInfo,
  terminalsFor,
} from "../connection/index.ts";

interface Drawer {
  isOpen: boolean;
  /** A shell's number; null shows the newest. */
  shell: number | null;
  /** It was opened with a key, so the focus goes there. */
  takesFocus: boolean;
}

/** The state of this window's drawer. */
export const useDrawer = create<Drawer>(() => ({ isOpen: false, shell: null, takesFocus: false }));

/** Draws it out, or pushes it in. */
export function toggleDrawer(): void {
  useDrawer.setState(({ isOpen }) => ({ isOpen: !isOpen, takesFocus: !isOpen }));
}

/** Pushes it in; its shells go on. */
export const closeDrawer = (): void => useDrawer.setState({ isOpen: false });

/** Shows another of the slides' shells. */
export const showShell = (shell: number): void => useDrawer.setState({ shell });

/** Draws it out and shows the shell that the next block is typed into. */
export function drawOutForRun(): void {
  useDrawer.setState({ isOpen: true, takesFocus: false, shell: shellForRun(connectionStore.getState()) });
}

/** A block was run in another window of the talk, as in the presenter's view: the room is to see it, too. */
export function drawOutForOthers(state: ConnectionState, before: ConnectionState): void {
  if (state.blocks === before.blocks || state.role !== "presenter" || before.link !== "open") return;
  const begins = Object.entries(state.blocks).some(
    ([key, { state: now }]) =>
      now === "typing" && before.blocks[key]?.state !== "typing" && key !== state.lastRun,
  );
  if (begins) useDrawer.setState({ isOpen: true, takesFocus: false, shell: null });
}

/** The newest shell that waits for a command, as the server chooses; null when that is the newest of all or will be. */
export function shellForRun(state: Pick<ConnectionState, "terminals">): number | null {
  const all = terminalsFor(state, { kind: "slides" });
  const free = all.findLast(({ state }: TerminalInfo) => state === "prompt" || state === "starting");
  return free && free !== all.at(-1) ? free.terminal : null;
}
