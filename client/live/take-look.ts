/** Style sheet, theme and pictures are taken anew when they were saved. */
import { deckHead, onDeckChange } from "../app/index.ts";
import { type Change, isOpened } from "./change.ts";
import { Pictures } from "./renew-pictures.ts";
import { renewStyle, wearLook } from "./renew-style.ts";

/** What was saved while there was no connection is not told: the style sheet is then fetched again. */
export function takeLook(): Change {
  const pictures = new Pictures(document);
  let opened = 0;
  onDeckChange(() => wearLook(deckHead(), document));
  return (state, before) => {
    const { saved } = state.talk;
    if (isOpened(state, before)) opened += 1;
    const isReopened = isOpened(state, before) && opened > 1;
    if (isReopened || saved.style !== (before?.talk.saved.style ?? 0))
      renewStyle(document, saved.style + opened - 1);
    if (before && saved.pictures !== before.talk.saved.pictures) pictures.renew(saved.pictures);
  };
}
