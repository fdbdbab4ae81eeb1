/** What each part of this room is told: the connection's state as it changes. */
import type { ConnectionState } from "../connection/index.ts";

/** `before` is null at the beginning. */
export type Change = (state: ConnectionState, before: ConnectionState | null) => void;

/** Whether the server has just welcomed this page, for the first time or again. */
export function isOpened(state: ConnectionState, before: ConnectionState | null): boolean {
  return state.link === "open" && before?.link !== "open";
}

/** Before the first word of the server a window counts as leading: what is done in it is told once there is a connection. */
export function leads({ role }: Pick<ConnectionState, "role">): boolean {
  return role === "presenter" || role === null;
}
