/** The browser's side of the line: the sign-in ticket, the WebSocket, and the moments worth another try. */

/** The answer to a request for a ticket. */
export type TicketAnswer =
  | { kind: "ticket"; ticket: string }
  /** Asking again does not help. */
  | { kind: "refused"; error: string; remedy: string }
  | { kind: "unreachable" };

/** What a socket tells; after `closed` it tells nothing more. */
export interface SocketHandlers {
  opened(): void;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  closed(): void;
}

/** An open line; what is sent before it opened or after it closed is dropped. */
export interface Socket {
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}

/** What a session needs of the browser. */
export interface Line {
  requestTicket(): Promise<TicketAnswer>;
  open(handlers: SocketHandlers): Socket;
  /** Calls back whenever the network or the page comes back; the answer ends that. */
  onWake(wake: () => void): () => void;
}

async function requestTicket(): Promise<TicketAnswer> {
  try {
    const response = await fetch("/api/ticket", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    if (response.status === 401) {
      return {
        kind: "refused",
        error: "This page's sign-in has ended.",
        remedy: "Open the link from the server's terminal again.",
      };
    }
    const answer: unknown = await response.json();
    if (response.ok && answer && typeof answer === "object" && "ticket" in answer) {
      return { kind: "ticket", ticket: String(answer.ticket) };
    }
    return { kind: "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

function open(handlers: SocketHandlers): Socket {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => handlers.opened();
  socket.onclose = () => handlers.closed();
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data === "string") handlers.text(data);
    else handlers.bytes(new Uint8Array(data));
  };
  return {
    send: (data) => socket.readyState === WebSocket.OPEN && socket.send(data),
    close: () => socket.close(),
  };
}

function onWake(wake: () => void): () => void {
  const whenVisible = () => document.visibilityState === "visible" && wake();
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", whenVisible);
  return () => {
    removeEventListener("online", wake);
    document.removeEventListener("visibilitychange", whenVisible);
  };
}

/** The real one. */
export const browserLine: Line = { requestTicket, open, onWake };
