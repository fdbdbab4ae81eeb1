/** Light or dark: the system's choice until a person makes one, which is then remembered. */
import { remembered } from "../storage/index.ts";

/** Where the choice is kept; boot.js reads it before the first paint. */
const key = "shelldeck.theme";

/** Switches between light and dark and remembers it. */
export function toggleTheme(page: HTMLElement = document.documentElement): void {
  const theme = isDark(page) ? "light" : "dark";
  page.dataset.theme = theme;
  remembered.write(key, theme);
}

function isDark(page: HTMLElement): boolean {
  const chosen = page.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
