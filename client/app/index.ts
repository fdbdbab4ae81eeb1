/** The app room's front file: what the whole page shares. */
export { currentAddress, followTo, goTo, hasMoved, onAddressChange, useAddress } from "./address.ts";
export {
  deckHead,
  fetchTexts,
  loadSlides,
  onDeckChange,
  reloadDeck,
  slideAt,
  useDeck,
  useSlide,
} from "./deck.ts";
export { toggleFullScreen } from "./full-screen.ts";
export { type Address, resolveHash } from "./resolve-address.ts";
export { toggleTheme } from "./theme.ts";
