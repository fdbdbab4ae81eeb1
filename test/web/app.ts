/** A whole server for tests, on a free port of 127.0.0.1, and the ways to talk to it. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { type App, startApp } from "../../server/app.ts";
import { atOnce } from "../../server/demo/index.ts";
import { defaultLabRules, type LabEngine, type LabRules, noLabs } from "../../server/lab/index.ts";
import { openLibrary } from "../../server/library/index.ts";
import { type ClientMessage, protocolVersion, type Role, type ServerMessage } from "../../server/protocol.ts";

export interface TestApp extends App {
  port: number;
  /** Where the deck and its demos are. */
  folder: string;
  /** A cookie of a session with this role. */
  cookie(role?: Role): string;
}

const usualDeck =
  "# One\n\n[Demo](hello)\n\n---\n\n# Two\n\n```\necho from the slide\n```\n\n???\na secret note\n";
const usualDemo =
  "#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n# Say it.\necho hello\n\n# And fail.\n#: expect exit=nonzero\nfalse\n";

/** What a test serves; what it leaves out is a deck of two slides, a demo of two steps, and the usual rules. */
export interface Served {
  deck?: string;
  /** Scripts by the demos' names. */
  demos?: Record<string, string>;
  rules?: Partial<LabRules>;
}

/** Serves a deck with its demos, from a folder of its own. */
export async function serve(
  engine: LabEngine = noLabs("no labs in this test", "none"),
  { deck = usualDeck, demos = { hello: usualDemo }, rules = {} }: Served = {},
): Promise<TestApp> {
  const above = await mkdtemp(join(tmpdir(), "shelldeck-test-"));
  const folder = join(above, "talk");
  await mkdir(folder);
  await mkdir(join(folder, "demos"));
  await mkdir(join(folder, "client"));
  await writeFile(join(folder, "deck.md"), deck);
  for (const [name, script] of Object.entries(demos))
    await writeFile(join(folder, `demos/${name}.sh`), script);
  await writeFile(join(folder, "picture.png"), "a picture");
  for (const ending of ["png", "css", "woff2"]) {
    await writeFile(join(above, `outside.${ending}`), "not yours");
    await symlink(join(above, `outside.${ending}`), join(folder, `link.${ending}`));
  }
  await writeFile(join(folder, "client/index.html"), "<title>x</title><!--first-slide--><!--deck-data-->");
  const library = await openLibrary(join(folder, "deck.md"));
  const app = await startApp({
    library,
    engine,
    host: "127.0.0.1",
    port: 0,
    clientFolder: join(folder, "client"),
    typing: atOnce,
    rules: { ...defaultLabRules, ...rules },
  });
  const port = Number(new URL(app.url).port);
  return {
    ...app,
    port,
    folder,
    dispose: async () => {
      await app.dispose();
      await rm(above, { recursive: true });
    },
    cookie: (role = "presenter") => {
      const entered = app.sessions.enter(app.sessions.invite(role));
      return `shelldeck-${port}=${"secret" in entered ? entered.secret : ""}`;
    },
  };
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A plain HTTP request with exactly these headers. */
export function ask(
  app: TestApp,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: app.port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        body += text;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** A connected seat that keeps what it hears. */
export class TestSeat {
  readonly socket: WebSocket;
  readonly heard: ServerMessage[] = [];
  readonly bytes: Buffer[] = [];
  closed: { code: number; reason: string } | null = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data: Buffer, isBinary) => {
      if (isBinary) this.bytes.push(data);
      else this.heard.push(JSON.parse(data.toString()));
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  last<T extends ServerMessage["type"]>(type: T): Extract<ServerMessage, { type: T }> | undefined {
    return this.heard.findLast((each): each is Extract<ServerMessage, { type: T }> => each.type === type);
  }
}

/** Opens a WebSocket with these headers; rejects with the status when it is refused. */
export function upgrade(app: TestApp, headers: Record<string, string>, path = "/ws"): Promise<TestSeat> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${app.port}${path}`, { headers });
    const seat = new TestSeat(socket);
    socket.on("open", () => resolve(seat));
    socket.on("unexpected-response", (_request, response) =>
      reject(new Error(`status ${response.statusCode}`)),
    );
    socket.on("error", reject);
  });
}

/** Comes in as a page does: cookie, ticket, socket, hello. */
export async function takeSeat(app: TestApp, role: Role = "presenter"): Promise<TestSeat> {
  const cookie = app.cookie(role);
  const seat = await upgrade(app, { cookie, origin: app.url });
  seat.say({ type: "hello", version: protocolVersion, ticket: await ticket(app, cookie) });
  return seat;
}

export async function ticket(app: TestApp, cookie: string): Promise<string> {
  const reply = await ask(app, "/api/ticket", { cookie, origin: app.url }, "POST");
  return JSON.parse(reply.body).ticket;
}
