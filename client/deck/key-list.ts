/** What the help says about keys; a test presses each of them. */

interface KeyEntry {
  does: string;
  keys: readonly string[];
}

/** A heading, and the keys under it in the order of use on stage. */
interface KeySection {
  title: string;
  entries: readonly KeyEntry[];
}

/** The deck's own keys. */
export const deckKeys: KeySection = {
  title: "Slides",
  entries: [
    { does: "Next slide", keys: ["→", "↓", "Space", "Page Down", "j"] },
    { does: "Previous slide", keys: ["←", "↑", "Shift + Space", "Page Up", "k"] },
    { does: "First slide, last slide", keys: ["Home", "End"] },
    { does: "Go to slide 12", keys: ["1", "2", "Return"] },
    { does: "Black screen", keys: ["b", "."] },
    { does: "Full screen", keys: ["f"] },
    { does: "Light or dark", keys: ["d"] },
    { does: "Open a copy of this window", keys: ["c"] },
    { does: "This help", keys: ["?", "h"] },
    { does: "Close what is open", keys: ["Esc"] },
  ],
};

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
