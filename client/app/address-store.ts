/** Where we are in the deck, kept in step with the browser's address bar and history. */
import {
  type Address,
  type AddressRequest,
  formatAddress,
  type Places,
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
  /** Whether it ever was another one than at first. */
  hasMoved(): boolean;
  /** Goes to a place and adds it to the history; a name that no slide has changes nothing. */
  goTo(request: AddressRequest): void;
  /** Goes to a place without adding to the history: somebody else went there. */
  follow(request: AddressRequest): void;
  /** The slides are others than before: a place that is no longer there becomes the nearest. */
  refresh(): void;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

/** Reads the first place off the address bar and follows Back, Forward and edits by hand. */
export function createAddressStore(slides: () => Places, bar: AddressBar): AddressStore {
  const listeners = new Set<() => void>();
  let isMoved = false;
  const first: Address = { slide: 1, demo: null, step: 0, name: null };
  let address = resolveHash(bar.location.hash, slides()) ?? first;
  if (bar.location.hash !== "") write("replaceState");

  function set(next: Address): void {
    address = next;
    isMoved = true;
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

  /** What was not said about a slide that is shown already stays: the clicks taken on it, and its name. */
  function go(request: AddressRequest, how: "pushState" | "replaceState"): void {
    const next = resolveRequest(request, slides());
    if (!next) return;
    if (next.slide === address.slide) {
      next.name ??= address.name;
      if (request.step === undefined) next.step = address.step;
    }
    if (isSame(next, address)) return;
    set(next);
    write(how);
  }

  function read(): void {
    const next = resolveHash(bar.location.hash, slides()) ?? address;
    if (next.slide === address.slide) next.step = address.step;
    if (!isSame(next, address)) set(next);
    if (bar.location.hash !== "") write("replaceState");
  }

  function refresh(): void {
    const next = resolveRequest(address, slides());
    if (!next) return;
    if (slides()[next.slide - 1]?.name === address.name) next.name = address.name;
    if (!isSame(next, address)) set(next);
    if (bar.location.hash !== "") write("replaceState");
  }

  bar.addEventListener("popstate", read);
  bar.addEventListener("hashchange", read);

  return {
    current: () => address,
    hasMoved: () => isMoved,
    goTo: (request) => go(request, "pushState"),
    follow: (request) => go(request, "replaceState"),
    refresh,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      bar.removeEventListener("popstate", read);
      bar.removeEventListener("hashchange", read);
      listeners.clear();
    },
  };
}

function isSame(a: Address, b: Address): boolean {
  return a.slide === b.slide && a.demo === b.demo && a.step === b.step && a.name === b.name;
}
