/** Carries out what keys, buttons and fingers ask of the deck. */
import { currentAddress, deck, goTo, toggleFullScreen, toggleTheme } from "../app/index.ts";
import type { KeyCommand } from "./key-command.ts";
import { indexOfNumber, type Move, moveFrom } from "./moves.ts";
import { closeAll, takeNumber, toggleBlackout, toggleHelp, typeDigit, useView } from "./view.ts";

/** Goes to another slide. */
export function move(to: Move): void {
  goTo({ slide: moveFrom(currentAddress().slide, to, deck.slides.length) });
}

const toggles: Record<Extract<KeyCommand, { type: "toggle" }>["what"], () => void> = {
  blackout: toggleBlackout,
  help: toggleHelp,
  theme: () => toggleTheme(),
  fullScreen: () => toggleFullScreen(),
};

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
    if (number !== null) goTo({ slide: indexOfNumber(number, deck.slides) });
    return number !== null;
  },
  toggle: ({ what }) => {
    toggles[what]();
    return true;
  },
  clone: () => {
    window.open(location.href, "_blank", "noopener");
    return true;
  },
  close: () => closeAll(),
};

/** True when the command did something, so that the key is not for anybody else; under the help nothing moves. */
export function drive(command: KeyCommand): boolean {
  const isForHelp = command.type === "close" || (command.type === "toggle" && command.what === "help");
  return !useView.getState().help || isForHelp ? carryOut(command) : false;
}

function carryOut<K extends KeyCommand["type"]>(command: Extract<KeyCommand, { type: K }>): boolean {
  return on[command.type as K](command);
}
