/** How a slide is called, for those who hear the page. */
import type { Slide } from "../../server/protocol.ts";

/** `Slide 3 of 20: What's a container?`, or without the colon when the slide has no title. */
export function slideLabel(slide: Pick<Slide, "number" | "title">, total: number): string {
  const place = `Slide ${slide.number} of ${total}`;
  return slide.title === "" ? place : `${place}: ${slide.title}`;
}
