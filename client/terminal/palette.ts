/** The terminal's colours: the page's for paper and ink, sixteen of our own that stand out on it. */
import type { ITheme } from "@xterm/xterm";

const ansi: ITheme = {
  black: "#3d3937",
  red: "#ff8278",
  green: "#7fd29a",
  yellow: "#f2c14e",
  blue: "#82b4ff",
  magenta: "#dba6f2",
  cyan: "#70d2d2",
  white: "#e6e0dd",
  brightBlack: "#a09893",
  brightRed: "#ffa59d",
  brightGreen: "#a6e6bb",
  brightYellow: "#ffd97d",
  brightBlue: "#adcfff",
  brightMagenta: "#eac7f8",
  brightCyan: "#a2e8e8",
  brightWhite: "#ffffff",
};

/** The theme for a terminal in this element, whose colours the style sheet has set. */
export function paletteOf(host: HTMLElement): ITheme {
  const { backgroundColor, color, caretColor } = getComputedStyle(host);
  return {
    ...ansi,
    background: backgroundColor,
    foreground: color,
    cursor: caretColor,
    cursorAccent: backgroundColor,
    selectionBackground: "#8ab8ff66",
    scrollbarSliderBackground: "#ffffff30",
    scrollbarSliderHoverBackground: "#ffffff50",
    scrollbarSliderActiveBackground: "#ffffff70",
  };
}

/** Calls back whenever the page's theme changes; the answer ends that. */
export function onThemeChange(changed: () => void, page: HTMLElement = document.documentElement): () => void {
  const chosen = new MutationObserver(changed);
  chosen.observe(page, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", changed);
  };
}
