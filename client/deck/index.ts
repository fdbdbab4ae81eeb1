/** The deck room's front file: the page that shows slides. */
export { DeckPage } from "./deck-page.tsx";
