/** What the page knows from the server, for everything that shows it. */
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type ConnectionState, initialState } from "./state.ts";

/** Holds it and tells who listens. */
export type ConnectionStore = StoreApi<ConnectionState>;

/** The page's own. */
export const connectionStore: ConnectionStore = createStore(() => initialState);

/** A part of what the page knows, kept up to date. */
export function useConnection<T>(select: (state: ConnectionState) => T): T {
  return useStore(connectionStore, select);
}
