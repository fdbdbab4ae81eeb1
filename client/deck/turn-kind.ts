/** How one slide follows another. */
import type { Deck, Slide } from "../../server/protocol.ts";

export type TurnKind = Deck["transition"];

/** The later slide of the two says how; what is added to a slide piece by piece does not push it away. */
export function turnKind(
  from: Pick<Slide, "index" | "continued" | "properties">,
  to: Pick<Slide, "index" | "continued" | "properties">,
  deck: Pick<Deck, "transition">,
): TurnKind {
  if (from.index === to.index) return "none";
  const later = from.index < to.index ? to : from;
  const wanted = later.properties.transition?.trim();
  const kind = wanted === "none" || wanted === "fade" || wanted === "slide" ? wanted : deck.transition;
  const isNextPiece = later.continued && Math.abs(from.index - to.index) === 1;
  return isNextPiece && kind === "slide" ? "fade" : kind;
}
