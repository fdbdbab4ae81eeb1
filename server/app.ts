/** Puts the rooms together: one deck, one stage, one HTTP server. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Typing } from "./demo/index.ts";
import type { LabEngine } from "./lab/index.ts";
import type { Library } from "./library/index.ts";
import { Stage } from "./stage/index.ts";
import { openSockets, ownAddresses, routes, Sessions } from "./web/index.ts";

export interface AppOptions {
  library: Library;
  /** Ends with the app. */
  engine: LabEngine;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Folder of the built client. */
  clientFolder: string;
  typing?: Typing;
  /** Puts Vite in front, for those who change the client. */
  dev?: (server: Server) => Promise<DevServer>;
}

/** Vite as the app needs it. */
export interface DevServer {
  handle(request: Parameters<Server["emit"]>[1], response: unknown, next: () => void): void;
  template(): Promise<string>;
  close(): Promise<void>;
}

export interface App {
  readonly url: string;
  readonly sessions: Sessions;
  readonly stage: Stage;
  /** A link that lets one browser in as presenter, once. */
  link(): string;
  /** Stops listening, ends the lab, lets go of everything. */
  dispose(): Promise<void>;
}

/** Listens, then serves; rejects with the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL). */
export async function startApp(options: AppOptions): Promise<App> {
  const server = createServer();
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  const addresses = ownAddresses(options.host, port);
  const sessions = new Sessions();
  const vite = await options.dev?.(server);
  const sockets = openSockets(
    server,
    { addresses, port, sessions, stage: () => stage },
    vite ? () => {} : undefined,
  );
  const stage = new Stage(options.engine, options.library, sockets.tell, { typing: options.typing });
  const template = vite ? vite.template : () => readFile(join(options.clientFolder, "index.html"), "utf8");
  const { library, clientFolder } = options;
  const app = routes({ addresses, port, sessions, library, clientFolder, template, dev: vite !== undefined });
  const answer = getRequestListener(app.fetch);
  server.on("request", (request, response) => {
    if (!vite || isAppPath(request.url ?? "/") || !addresses.isOwnHost(request.headers.host))
      answer(request, response);
    else vite.handle(request, response, () => answer(request, response));
  });

  return {
    url: addresses.url,
    sessions,
    stage,
    link: () => `${addresses.url}/?token=${sessions.invite("presenter")}`,
    dispose: async () => {
      sockets.dispose();
      server.close();
      server.closeIdleConnections();
      await stage.dispose();
      await options.engine.dispose();
      server.closeAllConnections();
      await vite?.close();
    },
  };
}

/** Paths that Vite must not answer; the client's sources have a folder `deck` too, so only pictures of the deck count. */
function isAppPath(url: string): boolean {
  return /^\/(?:\?.*|api\/.*|deck\/.*\.(?:png|jpe?g|gif|webp|avif|svg)|healthz)?$/i.test(url);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
