/** Binds the keyboard to the demo view; the deck has taken its own keys (help, blackout) before. */
import { useEffect, useEffectEvent } from "react";
import { type DemoKey, demoFocus, demoKey } from "./demo-key.ts";

/** A key that is held down plays one step, not many. */
export function useDemoKeys(on: Record<DemoKey, () => void>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const key = demoKey(event, demoFocus(event.target instanceof Element ? event.target : null));
    if (!key) return;
    event.preventDefault();
    if (!event.repeat) on[key]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}
