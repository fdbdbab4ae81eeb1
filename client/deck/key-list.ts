/** What the help says about keys; a test presses each of them. */
import type { KeyEntry } from "../sheet/index.ts";

/** A heading, and the keys under it in the order of use on stage. */
export interface KeySection {
  title: string;
  entries: readonly KeyEntry[];
}

/** The deck's own keys. */
export const deckKeys: readonly KeySection[] = [
  {
    title: "Slides",
    entries: [
      { does: "Next slide", keys: ["→", "↓", "Space", "Page Down", "j"] },
      { does: "Previous slide", keys: ["←", "↑", "Shift + Space", "Page Up", "k"] },
      { does: "First slide, last slide", keys: ["Home", "End"] },
      { does: "Go to slide 12", keys: ["1", "2", "Return"] },
      { does: "Search the deck", keys: ["/", "g"] },
      { does: "All slides", keys: ["o"] },
      { does: "Read as one page", keys: ["r"] },
    ],
  },
  {
    title: "On the screen",
    entries: [
      { does: "Black screen", keys: ["b", "."] },
      { does: "Laser pointer", keys: ["l"] },
      { does: "Draw", keys: ["i"] },
      { does: "Take the last stroke back", keys: ["u"] },
      { does: "Clear the drawing", keys: ["Del"] },
      { does: "Full screen", keys: ["f"] },
      { does: "Light or dark", keys: ["d"] },
      { does: "Mirror", keys: ["m"] },
      { does: "This help", keys: ["?", "h"] },
      { does: "Close what is open", keys: ["Esc"] },
    ],
  },
  {
    title: "Speaking",
    entries: [
      { does: "Presenter view, and back", keys: ["p"] },
      { does: "Start or stop the clock", keys: ["s"] },
      { does: "Clock back to zero", keys: ["t"] },
      { does: "Open a copy of this window", keys: ["c"] },
      { does: "Bring the stage up (presenter view)", keys: ["w"] },
      { does: "Larger or smaller notes (presenter view)", keys: ["+", "-"] },
    ],
  },
];

/** The demo view's keys (client/demo). */
export const demoKeys: KeySection = {
  title: "In a demo",
  entries: [
    { does: "Next step", keys: ["→", "↓", "Space", "Page Down", "j", "n"] },
    { does: "Type in the terminal", keys: ["Return"] },
    { does: "Back to the slide", keys: ["←", "Page Up", "k", "Esc"] },
  ],
};

/** The terminals' keys (client/terminal). */
export const terminalKeys: KeySection = {
  title: "Terminals",
  entries: [
    { does: "Terminal beside the slides", keys: ["`"] },
    { does: "Leave the terminal", keys: ["F6"] },
  ],
};
