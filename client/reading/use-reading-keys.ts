/** Binds the keyboard to the reading view. */
import { type RefObject, useEffect } from "react";
import { currentAddress, toggleTheme } from "../app/index.ts";
import { focusContents } from "./contents.tsx";
import type { Reader } from "./reader.ts";
import { type ReadingCommand, readingCommand } from "./reading-key.ts";
import { show, useReading } from "./store.ts";

/** Off while a demo is open, which has keys of its own. */
export function useReadingKeys(reader: RefObject<Reader | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const visit = (by: number) => reader.current?.visit(useReading.getState().current + by);
    const on: Record<ReadingCommand, () => unknown> = {
      next: () => visit(1),
      previous: () => visit(-1),
      top: () => reader.current?.visit(0),
      search: () => show("search"),
      contents: () => focusContents() || show("contents"),
      theme: () => toggleTheme(),
      present: () => location.assign(`/#${currentAddress().slide}`),
      help: () => show("help"),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const command = event.defaultPrevented ? null : readingCommand(event, target);
      if (!command) return;
      event.preventDefault();
      on[command]();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [reader, isOn]);
}
