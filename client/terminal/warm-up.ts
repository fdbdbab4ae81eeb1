/** Runs the terminal emulator once out of sight, so that the first one that is seen finds its code compiled and its letters measured. */
import { Screen, type ScreenEvents } from "./screen.ts";

const sample = "\x1b[1;32mroot@node1\x1b[0m:~# ip -br addr\r\nlo  UNKNOWN  127.0.0.1/8\r\n";

const deaf: ScreenEvents = {
  typed: () => {},
  resized: () => {},
  entered: () => {},
  left: () => {},
  pasteAsked: () => {},
  linkHovered: () => {},
};

let isWarm = false;

/** Once for the page's life; leaves nothing behind. */
export function warmUp(page: Document = document): void {
  if (isWarm) return;
  isWarm = true;
  const host = page.createElement("div");
  host.inert = true;
  host.style.cssText =
    "position: fixed; inset: 0 auto auto 0; width: 800px; height: 400px; visibility: hidden; font-family: var(--font-mono)";
  page.body.append(host);
  const screen = new Screen(host, deaf);
  screen.setControl(true);
  screen.clear(100, 30);
  screen.write(new TextEncoder().encode(sample), () =>
    requestAnimationFrame(() => {
      screen.dispose();
      host.remove();
    }),
  );
}
