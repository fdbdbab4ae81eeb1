/** The app room's front file: what the whole page shares. */
export { currentAddress, goTo, useAddress } from "./address.ts";
export { deck } from "./deck.ts";
export { toggleFullScreen } from "./full-screen.ts";
export type { Address, AddressRequest } from "./resolve-address.ts";
export { toggleTheme } from "./theme.ts";
