/** The deck room's front file: the page that shows slides, and what other views share with it. */
export { Announcer } from "./announcer.tsx";
export { DeckPage } from "./deck-page.tsx";
export { move } from "./drive.ts";
export { FailureBoundary } from "./failure-boundary.tsx";
export { NumberEntry } from "./number-entry.tsx";
export { OpenDemo } from "./open-demo.tsx";
export { Overlays, prefetchOverlays } from "./overlays.tsx";
export { type OwnCommands, useKeys } from "./use-keys.ts";
export { useSlidesRound } from "./use-slides-round.ts";
export { useSwipe } from "./use-swipe.ts";
export {
  isBlack,
  onBlackout,
  setBlackout,
  toggleBlackout,
  toggleHelp,
  toggleOverview,
  toggleSearch,
  useView,
} from "./view.ts";
