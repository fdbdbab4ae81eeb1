/** Carries out what keys, buttons and fingers ask of the deck. */
import { currentAddress, deckHead, goTo, toggleFullScreen, toggleTheme } from "../app/index.ts";
import { connectionStore, say } from "../connection/index.ts";
import { erase, toggleTool } from "../pointer/index.ts";
import type { KeyCommand, Switch } from "./key-command.ts";
import { indexOfNumber, type Move, moveFrom } from "./moves.ts";
import {
  closeTop,
  takeNumber,
  toggleBlackout,
  toggleHelp,
  toggleMirror,
  toggleOverview,
  toggleSearch,
  typeDigit,
  useView,
} from "./view.ts";
import { cloneWindow, visit } from "./windows.ts";

/** Takes a step, or goes to another slide. */
export function move(to: Move): void {
  goTo(moveFrom(currentAddress(), to, deckHead().slides));
}

/** Those that answer false did nothing. */
const toggles: Record<Switch, () => unknown> = {
  blackout: toggleBlackout,
  help: toggleHelp,
  theme: () => toggleTheme(),
  fullScreen: () => toggleFullScreen(),
  overview: toggleOverview,
  search: toggleSearch,
  mirror: () => toggleMirror(),
  laser: () => !currentAddress().demo && toggleTool("laser"),
  ink: () => !currentAddress().demo && toggleTool("ink"),
  clock: () => tellClock(connectionStore.getState().talk.clock.isRunning ? "stop" : "start"),
};

/** The clock is the presenter's. */
function tellClock(does: "start" | "stop" | "reset"): boolean {
  return connectionStore.getState().role === "presenter" && say({ type: "clock", does });
}

const on: { [K in KeyCommand["type"]]: (command: Extract<KeyCommand, { type: K }>) => boolean } = {
  move: ({ to }) => {
    if (currentAddress().demo) return false;
    takeNumber();
    move(to);
    return true;
  },
  digit: ({ digit }) => {
    if (currentAddress().demo) return false;
    typeDigit(digit);
    return true;
  },
  go: () => {
    const number = takeNumber();
    if (number !== null) goTo({ slide: indexOfNumber(number, deckHead().slides), step: 0 });
    return number !== null;
  },
  toggle: ({ what }) => toggles[what]() !== false,
  erase: ({ all }) => !currentAddress().demo && erase(currentAddress().slide, all),
  resetClock: () => tellClock("reset"),
  visit: ({ view }) => visit(view),
  showStage: () => false,
  notesSize: () => false,
  clone: () => {
    cloneWindow();
    return true;
  },
  close: () => closeTop(),
};

/** True when the command did something, so that the key is not for anybody else; under the help nothing moves. */
export function drive(command: KeyCommand): boolean {
  const isForHelp = command.type === "close" || (command.type === "toggle" && command.what === "help");
  return !useView.getState().help || isForHelp ? carryOut(command) : false;
}

function carryOut<K extends KeyCommand["type"]>(command: Extract<KeyCommand, { type: K }>): boolean {
  return on[command.type as K](command);
}
