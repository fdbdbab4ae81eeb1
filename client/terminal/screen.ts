/** The terminal emulator on the page: a thin hold on xterm.js. */
import "@xterm/xterm/css/xterm.css";
import { FitAddon } from "@xterm/addon-fit";
import { WebLinksAddon } from "@xterm/addon-web-links";
import { Terminal } from "@xterm/xterm";
import { fontSizeForCells, fontSizeForWidth } from "./font-size.ts";
import { keyRoute } from "./key-route.ts";
import { onThemeChange, paletteOf } from "./palette.ts";
import { cleanPaste, linesThatRun } from "./paste.ts";
import { webLink } from "./web-link.ts";

/** Lines kept above the screen. */
const scrollbackLines = 5000;
/** How long a size must hold before the shell is told, in ms: a drag would redraw its prompt at every step. */
const resizeMs = 80;

/** Switches to the buffer that is shown already: xterm.js draws no cursor before its first focus or switch. */
const normalBuffer = "\x1b[?1047l";

/** What happens on a screen. */
export interface ScreenEvents {
  /** Keys, pastes and the terminal's own replies. */
  typed(bytes: Uint8Array): void;
  /** The seat in control shows this many cells. */
  resized(columns: number, rows: number): void;
  /** Keys go to the shell from now on, or no longer. */
  entered(isEntered: boolean): void;
  /** F6 was pressed: the focus belongs elsewhere. */
  left(): void;
  /** Several lines would run at once: `paste` does it. */
  pasteAsked(lines: number, paste: () => void): void;
  /** The address under the pointer. */
  linkHovered(address: string | null): void;
}

/** Lives from its constructor to `dispose`, in one element that it has for itself. */
export class Screen {
  private readonly host: HTMLElement;
  private readonly events: ScreenEvents;
  private readonly givesSize: boolean;
  private readonly terminal: Terminal;
  private readonly fit = new FitAddon();
  private readonly ends: (() => void)[] = [];
  private resizeTimer: ReturnType<typeof setTimeout> | undefined;
  private hasControl = false;
  private isRedrawing = false;
  private told = "";

  /** `givesSize`: in control, it has the shell fill its place; otherwise the size that another seat gave is kept. */
  constructor(host: HTMLElement, events: ScreenEvents, givesSize = true) {
    this.host = host;
    this.events = events;
    this.givesSize = givesSize;
    this.terminal = this.create();
    this.terminal.loadAddon(this.fit);
    this.terminal.loadAddon(new WebLinksAddon(openLink, this.linkHovers()));
    this.terminal.open(host);
    this.terminal.write(normalBuffer);
    this.terminal.textarea?.setAttribute("tabindex", "-1");
    this.listen();
    void this.setFont();
  }

  /** The next write draws a screen of this size from nothing. */
  clear(columns: number, rows: number): void {
    this.isRedrawing = true;
    this.terminal.write("\x1bc", () => this.terminal.resize(columns, rows));
  }

  write(bytes: Uint8Array, parsed: () => void): void {
    this.terminal.write(bytes, () => {
      parsed();
      if (!this.isRedrawing) return;
      this.isRedrawing = false;
      this.fitNow();
    });
  }

  setControl(hasControl: boolean): void {
    this.hasControl = hasControl;
    this.told = "";
    if (!hasControl) this.leave();
    if (!this.isRedrawing) this.fitNow();
  }

  /** The server says what size the terminal has; the seat in control knows that already. */
  setSize(columns: number, rows: number): void {
    if (this.fills || this.isRedrawing) return;
    if (columns !== this.terminal.cols || rows !== this.terminal.rows) this.terminal.resize(columns, rows);
    this.fitNow();
  }

  setScreenReaderMode(isOn: boolean): void {
    this.terminal.options.screenReaderMode = isOn;
  }

  /** Gives the keys to the shell. */
  enter(): void {
    if (this.hasControl) this.terminal.focus();
  }

  /** Takes them back. */
  leave(): void {
    this.terminal.blur();
  }

  dispose(): void {
    clearTimeout(this.resizeTimer);
    for (const end of this.ends) end();
    this.terminal.dispose();
  }

  private create(): Terminal {
    return new Terminal({
      cursorBlink: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      cursorInactiveStyle: "outline",
      drawBoldTextInBrightColors: false,
      fontFamily: isFontThere(this.host) ? getComputedStyle(this.host).fontFamily : "monospace",
      fontSize: fontSizeForWidth(this.host.clientWidth),
      fontWeightBold: "700",
      lineHeight: 1.2,
      linkHandler: { activate: openLink, ...this.linkHovers() },
      minimumContrastRatio: 4.5,
      scrollback: scrollbackLines,
      theme: paletteOf(this.host),
    });
  }

  private linkHovers() {
    return {
      hover: (_: MouseEvent, uri: string) => this.events.linkHovered(webLink(uri)),
      leave: () => this.events.linkHovered(null),
    };
  }

  private listen(): void {
    const { terminal, events, host, ends } = this;
    const encoder = new TextEncoder();
    const type = (bytes: Uint8Array) => this.hasControl && events.typed(bytes);
    terminal.onData((data) => type(encoder.encode(data)));
    terminal.onBinary((data) => type(Uint8Array.from(data, (letter) => letter.charCodeAt(0))));
    terminal.attachCustomKeyEventHandler((event) => this.takesKey(event));
    const onFocus = () => (this.hasControl ? events.entered(true) : terminal.blur());
    const onBlur = () => events.entered(false);
    const onPaste = (event: ClipboardEvent) => this.paste(event);
    terminal.textarea?.addEventListener("focus", onFocus);
    terminal.textarea?.addEventListener("blur", onBlur);
    host.addEventListener("paste", onPaste, true);
    const resizes = new ResizeObserver(() => this.fitNow());
    resizes.observe(host);
    ends.push(
      () => terminal.textarea?.removeEventListener("focus", onFocus),
      () => terminal.textarea?.removeEventListener("blur", onBlur),
      () => host.removeEventListener("paste", onPaste, true),
      () => resizes.disconnect(),
      onThemeChange(() => {
        terminal.options.theme = paletteOf(host);
      }),
    );
  }

  private takesKey(event: KeyboardEvent): boolean {
    const route = keyRoute(event);
    if (event.type === "keydown" && route === "leave") {
      event.preventDefault();
      this.leave();
      this.events.left();
    } else if (event.type === "keydown" && route === "copy" && this.terminal.hasSelection()) {
      event.preventDefault();
      document.execCommand("copy");
    }
    return route === "shell";
  }

  private paste(event: ClipboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const text = cleanPaste(event.clipboardData?.getData("text/plain") ?? "");
    const lines = linesThatRun(text, this.terminal.modes.bracketedPasteMode);
    const paste = () => this.terminal.paste(text);
    if (lines > 0) this.events.pasteAsked(lines, paste);
    else if (text !== "") paste();
  }

  /** Letters are measured when the face is set, so it is set when it is there. */
  private async setFont(): Promise<void> {
    const family = getComputedStyle(this.host).fontFamily;
    if (this.terminal.options.fontFamily === family) return;
    await document.fonts.load(`16px ${family}`).catch(() => []);
    if (!this.terminal.element?.isConnected) return;
    this.terminal.options.fontFamily = family;
    this.fitNow();
  }

  private fitNow(): void {
    const box = { widthPx: this.host.clientWidth, heightPx: this.host.clientHeight };
    if (this.isRedrawing || box.widthPx === 0 || box.heightPx === 0) return;
    if (this.fills) this.fillBox(box.widthPx);
    else this.fitInto(box);
  }

  private get fills(): boolean {
    return this.hasControl && this.givesSize;
  }

  private fillBox(widthPx: number): void {
    this.terminal.options.fontSize = fontSizeForWidth(widthPx);
    this.fit.fit();
    clearTimeout(this.resizeTimer);
    const tell = () => this.tellSize();
    if (this.told === "") tell();
    else this.resizeTimer = setTimeout(tell, resizeMs);
  }

  private tellSize(): void {
    const size = `${this.terminal.cols}x${this.terminal.rows}`;
    if (size === this.told || !this.hasControl) return;
    this.told = size;
    this.events.resized(this.terminal.cols, this.terminal.rows);
  }

  private fitInto(box: { widthPx: number; heightPx: number }): void {
    const { cols, rows, options } = this.terminal;
    const drawn = this.host.querySelector(".xterm-screen")?.getBoundingClientRect();
    if (!drawn?.width || !options.fontSize) return;
    const cell = { widthPx: drawn.width / cols, heightPx: drawn.height / rows };
    this.terminal.options.fontSize = fontSizeForCells(cols, rows, box, cell, options.fontSize);
  }
}

function isFontThere(host: HTMLElement): boolean {
  return document.fonts.check(`16px ${getComputedStyle(host).fontFamily}`);
}

/** Links need Ctrl or Command: a plain click enters the terminal, and many of a lab's addresses mean something else outside. */
function openLink(event: MouseEvent, uri: string): void {
  const address = webLink(uri);
  if (address && (event.ctrlKey || event.metaKey)) window.open(address, "_blank", "noopener,noreferrer");
}
