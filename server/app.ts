/** Puts the rooms together: one deck, one stage, one HTTP server. */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Delivery } from "./delivery/index.ts";
import type { Typing } from "./demo/index.ts";
import { defaultLabRules, type LabEngine, type LabRules, ruled } from "./lab/index.ts";
import type { Library } from "./library/index.ts";
import { reloadOnSave } from "./live/index.ts";
import { Stage } from "./stage/index.ts";
import { Talk } from "./talk/index.ts";
import { openSockets, ownAddresses, routes, Sessions } from "./web/index.ts";

export interface AppOptions {
  library: Library;
  /** Ends with the app. */
  engine: LabEngine;
  /** How many labs there may be, and how long each may live. */
  rules?: LabRules;
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
    { addresses, port, sessions, stage: () => stage, talk: () => talk, deckVersion: () => reload.version() },
    vite ? () => {} : undefined,
  );
  const { rules = defaultLabRules, typing } = options;
  const stage = new Stage(ruled(options.engine, rules), options.library, sockets.tell, { typing, rules });
  const talk = new Talk(sockets.tell);
  const delivery = new Delivery();
  const reload = reloadOnSave(options.library, { delivery, stage, talk, tell: sockets.tell });
  const template = vite ? vite.template : () => readFile(join(options.clientFolder, "index.html"), "utf8");
  const { library, clientFolder } = options;
  const app = routes({
    addresses,
    port,
    sessions,
    library,
    delivery,
    clientFolder,
    template,
    dev: vite !== undefined,
  });
  const answer = getRequestListener(app.fetch);
  server.on("request", (request, response) => {
    if (!vite || isForApp(request) || !addresses.isOwnHost(request.headers.host)) answer(request, response);
    else vite.handle(request, response, () => answer(request, response));
  });

  return {
    url: addresses.url,
    sessions,
    stage,
    link: () => `${addresses.url}/?token=${sessions.invite("presenter")}`,
    dispose: async () => {
      reload.dispose();
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

/** What Vite must not answer. The client's sources have a folder `deck`, too: a style sheet that a script asks for is theirs. */
function isForApp({ url = "/", headers }: IncomingMessage): boolean {
  const path = url.replace(/\?.*/, "");
  if (/^\/deck\/.*\.css$/i.test(path)) return headers["sec-fetch-dest"] !== "script";
  return /^\/(?:api\/.*|presenter|read|print|deck\/.*\.(?:png|jpe?g|gif|webp|avif|svg|woff2?)|healthz)?$/i.test(
    path,
  );
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
