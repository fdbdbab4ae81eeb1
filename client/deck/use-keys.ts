/** Binds the keyboard to the deck. */
import { useEffect, useEffectEvent } from "react";
import { drive } from "./drive.ts";
import { focusOf } from "./focus.ts";
import { type KeyCommand, keyCommand } from "./key-command.ts";

/** What a view does with a key in its own way; a command that it answers with false, or not at all, is the deck's. */
export type OwnCommands = {
  [K in KeyCommand["type"]]?: (command: Extract<KeyCommand, { type: K }>) => boolean;
};

const none: OwnCommands = {};

/** Listens on the window before anything on the page does, so that a clicker works from inside a terminal. */
export function useKeys(own: OwnCommands = none): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    const command = keyCommand(event, focusOf(target));
    if (!command || (!repeats(command, event) && !carryOut(command, own))) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, []);
}

/** A key that is held down moves on and on, but switches something only once. */
function repeats(command: KeyCommand, { repeat }: KeyboardEvent): boolean {
  return repeat && (command.type === "toggle" || command.type === "clone" || command.type === "visit");
}

function carryOut<K extends KeyCommand["type"]>(
  command: Extract<KeyCommand, { type: K }>,
  own: OwnCommands,
): boolean {
  return own[command.type as K]?.(command) || drive(command);
}
