/** WebSockets: who may open one is settled before the handshake; what they carry is the seat's business. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { maxFrameBytes, type ServerMessage } from "../protocol.ts";
import type { Stage } from "../stage/index.ts";
import type { Talk } from "../talk/index.ts";
import type { Addresses } from "./addresses.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { Seat } from "./seat.ts";
import type { Session, Sessions } from "./sessions.ts";

const helloWithinMs = 5000;
const pingEveryMs = 20_000;
const maxSeats = 2000;

export interface Sockets {
  tell(message: ServerMessage): void;
  dispose(): void;
}

/** Answers upgrades of /ws on `server`; `otherwise` gets those of other paths. */
export function openSockets(
  server: Server,
  options: {
    addresses: Addresses;
    port: number;
    sessions: Sessions;
    stage: () => Stage;
    talk: () => Talk;
    deckVersion: () => string;
  },
  otherwise: (request: IncomingMessage, socket: Duplex, head: Buffer) => void = (_request, socket) =>
    refuse(socket, 404, "Not Found"),
): Sockets {
  const { addresses, port, sessions } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });
  const seats = new Set<Seat>();
  const alive = new WeakSet<WebSocket>();
  let lastSeat = 0;

  function seat(socket: WebSocket, session: Session): void {
    lastSeat += 1;
    const seat = new Seat({
      id: `seat${lastSeat}`,
      role: session.role,
      stage: options.stage(),
      talk: options.talk(),
      deckVersion: options.deckVersion,
      redeem: (ticket) => sessions.redeem(ticket, session),
      wire: {
        sendText: (text) => socket.send(text),
        sendBytes: (bytes) => socket.send(bytes),
        unsentBytes: () => socket.bufferedAmount,
        close: (code, reason) => socket.close(code, reason),
      },
    });
    seats.add(seat);
    alive.add(socket);
    const hello = setTimeout(() => !seat.isWelcome && socket.close(1008, "no hello came"), helloWithinMs);
    socket.on("pong", () => alive.add(socket));
    socket.on("error", () => socket.terminate());
    socket.on("message", (data: RawData, isBinary: boolean) => {
      if (socket.readyState !== socket.OPEN) return;
      const bytes = asBuffer(data);
      if (isBinary) seat.receiveBytes(bytes);
      else seat.receiveText(bytes.toString("utf8"));
    });
    socket.on("close", () => {
      clearTimeout(hello);
      seat.dispose();
      seats.delete(seat);
    });
  }

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const { host, origin, cookie } = request.headers;
    if (!addresses.isOwnHost(host)) return refuse(socket, 421, "Misdirected Request");
    if (!addresses.isOwnOrigin(origin, host)) return refuse(socket, 403, "Forbidden");
    if (request.url !== "/ws") return otherwise(request, socket, head);
    const session = sessions.find(readCookie(cookie, cookieName(port)));
    if (!session) return refuse(socket, 401, "Unauthorized");
    if (seats.size >= maxSeats) return refuse(socket, 503, "Service Unavailable");
    sockets.handleUpgrade(request, socket, head, (opened) => seat(opened, session));
  });

  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingEveryMs);

  return {
    tell: (message) => {
      const text = JSON.stringify(message);
      for (const seat of seats) seat.hear(message, text);
    },
    dispose: () => {
      clearInterval(pings);
      for (const socket of sockets.clients) socket.close(1001, "the server is stopping");
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: number, reason: string): void {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function asBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
