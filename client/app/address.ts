/** The page's address: the one store, and how components read and change it. */
import { useSyncExternalStore } from "react";
import { createAddressStore } from "./address-store.ts";
import { deck } from "./deck.ts";
import type { Address, AddressRequest } from "./resolve-address.ts";

const store = createAddressStore(deck.slides, window);

/** The current place in the deck. */
export function useAddress(): Address {
  return useSyncExternalStore(store.subscribe, store.current);
}

/** The current place in the deck, outside of React. */
export function currentAddress(): Address {
  return store.current();
}

/** Goes to a slide by index or name, with a demo opened on it when one is named. */
export function goTo(request: AddressRequest): void {
  store.goTo(request);
}
