/** The deck, served to one browser on this machine without labs: for commands that look at its pages. */
import { type App, startApp } from "../app.ts";
import { noLabs } from "../lab/index.ts";
import type { Library } from "../library/index.ts";
import { root } from "./root.ts";

/** Listens on a free port of 127.0.0.1; dispose of it. */
export function serveQuietly(library: Library): Promise<App> {
  const engine = noLabs("this command runs no demos", "present the deck: npm start");
  return startApp({ library, engine, host: "127.0.0.1", port: 0, clientFolder: `${root}dist/client` });
}
