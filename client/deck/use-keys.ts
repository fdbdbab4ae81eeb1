/** Binds the keyboard to the deck. */
import { useEffect } from "react";
import { drive } from "./drive.ts";
import { focusOf } from "./focus.ts";
import { keyCommand } from "./key-command.ts";

/** Listens on the window before anything on the page does, so that a clicker works from inside a terminal. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const command = keyCommand(event, focusOf(target));
      if (!command || !drive(command)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
