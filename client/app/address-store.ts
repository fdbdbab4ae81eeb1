/** Where we are in the deck, kept in step with the browser's address bar and history. */
import type { Slide } from "../../server/protocol.ts";
import {
  type Address,
  type AddressRequest,
  formatAddress,
  resolveHash,
  resolveRequest,
} from "./resolve-address.ts";

/** What the store needs of a browser's window. */
export interface AddressBar {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "popstate" | "hashchange", listener: () => void): void;
  removeEventListener(type: "popstate" | "hashchange", listener: () => void): void;
}

export interface AddressStore {
  current(): Address;
  /** Goes to a place and adds it to the history; a name that no slide has changes nothing. */
  goTo(request: AddressRequest): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

/** Reads the first place off the address bar and follows Back, Forward and edits by hand. */
export function createAddressStore(
  slides: readonly Pick<Slide, "index" | "name">[],
  bar: AddressBar,
): AddressStore {
  const listeners = new Set<() => void>();
  const first: Address = { slide: 1, demo: null, name: null };
  let address = resolveHash(bar.location.hash, slides) ?? first;
  if (bar.location.hash !== "") write("replaceState");

  function set(next: Address): void {
    address = next;
    for (const listener of listeners) listener();
  }

  /** Browsers refuse too many entries in a short time; the place itself must not depend on that. */
  function write(how: "pushState" | "replaceState"): void {
    const hash = formatAddress(address);
    if (hash === bar.location.hash) return;
    try {
      bar.history[how](null, "", hash);
    } catch {
      return;
    }
  }

  function follow(): void {
    const next = resolveHash(bar.location.hash, slides) ?? address;
    if (!isSame(next, address)) set(next);
    if (bar.location.hash !== "") write("replaceState");
  }

  bar.addEventListener("popstate", follow);
  bar.addEventListener("hashchange", follow);

  return {
    current: () => address,
    goTo(request) {
      const next = resolveRequest(request, slides);
      if (!next || isSame(next, address)) return;
      set(next);
      write("pushState");
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      bar.removeEventListener("popstate", follow);
      bar.removeEventListener("hashchange", follow);
      listeners.clear();
    },
  };
}

function isSame(a: Address, b: Address): boolean {
  return a.slide === b.slide && a.demo === b.demo && a.name === b.name;
}
