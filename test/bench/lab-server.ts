/** A server with real labs in this process, and a seat at it. */
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { startApp } from "../../server/app.ts";
import { atOnce } from "../../server/demo/index.ts";
import { createLabEngine } from "../../server/lab/index.ts";
import { openLibrary } from "../../server/library/index.ts";
import { type ClientMessage, protocolVersion, type ServerMessage } from "../../server/protocol.ts";

export interface LabServer {
  socket: WebSocket;
  say(message: ClientMessage): void;
  /** Opens the slides' terminal, waits for its prompt, and attaches. */
  openTerminal(): Promise<number>;
  close(): Promise<void>;
}

/** Rejects where labs cannot run. */
export async function startLabServer(): Promise<LabServer> {
  const root = process.cwd();
  const [engine, library] = await Promise.all([
    createLabEngine(),
    openLibrary(`${root}/slides/container-networking.md`),
  ]);
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  const clientFolder = fileURLToPath(new URL("dist/client", `file://${root}/`));
  const app = await startApp({ library, engine, host: "127.0.0.1", port: 0, clientFolder, typing: atOnce });
  const entered = app.sessions.enter(app.sessions.invite("presenter"));
  const secret = "secret" in entered ? entered.secret : "";
  const session = app.sessions.find(secret);
  if (!session) throw new Error("no session");
  const cookie = `shelldeck-${new URL(app.url).port}=${secret}`;
  const socket = new WebSocket(`${app.url.replace("http", "ws")}/ws`, {
    headers: { cookie, origin: app.url },
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const say = (message: ClientMessage) => socket.send(JSON.stringify(message));
  const heard = (matches: (message: ServerMessage) => boolean) =>
    new Promise<ServerMessage>((resolve) => {
      const listen = (data: Buffer, isBinary: boolean) => {
        const message = isBinary ? null : (JSON.parse(data.toString()) as ServerMessage);
        if (!message || !matches(message)) return;
        socket.off("message", listen);
        resolve(message);
      };
      socket.on("message", listen);
    });
  say({ type: "hello", version: protocolVersion, ticket: app.sessions.ticket(session) });
  return {
    socket,
    say,
    openTerminal: async () => {
      const ready = heard((message) => message.type === "terminal" && message.state === "prompt");
      say({ type: "open", purpose: { kind: "slides" } });
      const message = await ready;
      if (message.type !== "terminal") throw new Error("no terminal");
      say({ type: "attach", terminal: message.terminal, epoch: message.epoch, offset: 0 });
      await heard((each) => each.type === "attached");
      return message.terminal;
    },
    close: async () => {
      socket.terminate();
      await app.dispose();
    },
  };
}
