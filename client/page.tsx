/** The page itself: the deck takes the place of the first slide that the server drew. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { DeckPage } from "./deck/index.ts";
import { warmFonts } from "./theme/index.ts";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <DeckPage />
    </StrictMode>,
  );
}
warmFonts();
