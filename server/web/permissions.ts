/** What each role may say: the server's word, whatever a page shows. */
import type { ClientMessage, Role } from "../protocol.ts";

const everyone: readonly Role[] = ["presenter", "audience", "reader"];
const presenter: readonly Role[] = ["presenter"];

const mayBeSaidBy: { readonly [K in ClientMessage["type"]]: readonly Role[] } = {
  hello: everyone,
  attach: everyone,
  detach: everyone,
  ack: everyone,
  resize: presenter,
  open: presenter,
  play: presenter,
  run: presenter,
  reset: presenter,
  extend: presenter,
  go: presenter,
  blackout: presenter,
  clock: presenter,
  laser: presenter,
  draw: presenter,
  erase: presenter,
};

export function maySay(role: Role, type: ClientMessage["type"]): boolean {
  return mayBeSaidBy[type].includes(role);
}

/** Whether a role's keys may reach a shell. */
export function mayType(role: Role): boolean {
  return role === "presenter";
}

/** Whether a role gets the speaker's notes. */
export function mayReadNotes(role: Role): boolean {
  return role === "presenter";
}

/** Whether a role may open the presenter's view. */
export function mayPresent(role: Role): boolean {
  return role === "presenter";
}
