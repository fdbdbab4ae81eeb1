/** The page's address: the one store, and how components read and change it. */
import { useSyncExternalStore } from "react";
import { createAddressStore } from "./address-store.ts";
import { deckHead, onDeckChange } from "./deck.ts";
import type { Address, AddressRequest } from "./resolve-address.ts";

const store = createAddressStore(() => deckHead().slides, window);
onDeckChange(() => store.refresh());

/** The current place in the deck. */
export function useAddress(): Address {
  return useSyncExternalStore(store.subscribe, store.current);
}

/** The current place in the deck, outside of React. */
export function currentAddress(): Address {
  return store.current();
}

/** Whether this window has gone anywhere since the page came. */
export const hasMoved = (): boolean => store.hasMoved();

/** Goes to a slide by index or name, with a demo opened on it when one is named. */
export function goTo(request: AddressRequest): void {
  store.goTo(request);
}

/** Goes where somebody else went; the history stays as it is. */
export function followTo(request: AddressRequest): void {
  store.follow(request);
}

/** Calls back when the place changes. */
export const onAddressChange = (listener: () => void): (() => void) => store.subscribe(listener);
