/** Binds a screen to its place on the page and to its terminal on the server. */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Purpose } from "../../server/protocol.ts";
import { type TerminalHandle, useConnection, watchTerminal } from "../connection/index.ts";
import { Screen, type ScreenEvents } from "./screen.ts";

/** Several lines that would run at once. */
export interface PasteQuestion {
  lines: number;
  paste(): void;
}

/** The screen, its hold on the terminal, and what it tells. */
export interface ScreenBinding {
  screen: RefObject<Screen | null>;
  handle: RefObject<TerminalHandle | null>;
  isEntered: boolean;
  /** The address under the pointer. */
  link: string | null;
  question: PasteQuestion | null;
  setQuestion(question: PasteQuestion | null): void;
}

/** One screen for the life of the component; `onLeave` moves the focus after F6. */
export function useScreen(
  host: RefObject<HTMLElement | null>,
  purpose: Purpose,
  wanted: number | null,
  onLeave: () => void,
): ScreenBinding {
  const screen = useRef<Screen | null>(null);
  const handle = useRef<TerminalHandle | null>(null);
  const left = useEffectEvent(onLeave);
  const [isEntered, setIsEntered] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [question, setQuestion] = useState<PasteQuestion | null>(null);
  const subject = useRef({ purpose, wanted });

  useEffect(() => {
    if (!host.current) return;
    let isOver = false;
    const events: ScreenEvents = {
      typed: (bytes) => handle.current?.type(bytes),
      resized: (columns, rows) => handle.current?.resize(columns, rows),
      entered: setIsEntered,
      left: () => left(),
      pasteAsked: (lines, paste) => setQuestion({ lines, paste }),
      linkHovered: setLink,
    };
    const created = new Screen(host.current, events, !isPresenterView());
    screen.current = created;
    const sink = {
      clear: (columns: number, rows: number) => created.clear(columns, rows),
      write: (bytes: Uint8Array, parsed: () => void) => created.write(bytes, parsed),
      control: (hasControl: boolean) => created.setControl(hasControl),
    };
    watchTerminal(subject.current.purpose, subject.current.wanted, sink).then(
      (watched) => {
        if (isOver) watched.dispose();
        else handle.current = watched;
      },
      () => {},
    );
    return () => {
      isOver = true;
      handle.current?.dispose();
      handle.current = null;
      created.dispose();
      screen.current = null;
    };
  }, [host]);

  return { screen, handle, isEntered, link, question, setQuestion };
}

/** Its panes are small: typing there must not make the terminal small for the room. */
const isPresenterView = (): boolean => document.documentElement.dataset.view === "presenter";

/** Keeps a viewer's screen at the size that the seat in control has given the terminal. */
export function useTerminalSize(screen: RefObject<Screen | null>, terminal: number | null): void {
  const columns = useConnection((state) => (terminal === null ? null : state.terminals[terminal]?.columns));
  const rows = useConnection((state) => (terminal === null ? null : state.terminals[terminal]?.rows));
  useEffect(() => {
    if (columns && rows) screen.current?.setSize(columns, rows);
  }, [screen, columns, rows]);
}
