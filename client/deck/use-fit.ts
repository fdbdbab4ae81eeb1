/** Sizes a slide's type so that all of it is seen. */
import { type RefObject, useLayoutEffect } from "react";
import { fitScale } from "./fit-scale.ts";

/** Measures again when the canvas changes or a typeface has come; `largest` is the scale to start from. */
export function useFit(frame: RefObject<HTMLElement | null>, largest: number): void {
  useLayoutEffect(() => {
    const slide = frame.current;
    if (!slide) return;
    fitType(slide, largest);
    const observer = new ResizeObserver(() => fitType(slide, largest));
    observer.observe(slide);
    const onFonts = () => fitType(slide, largest);
    document.fonts.addEventListener("loadingdone", onFonts);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", onFonts);
    };
  }, [frame, largest]);
}

/** Narrow windows let the slide scroll instead (`--reflows`, theme/slides.css); what scrolls can be reached by Tab. */
function fitType(slide: HTMLElement, largest: number): void {
  const body = slide.querySelector<HTMLElement>(".slide-body");
  if (!body) return;
  const overflows = () =>
    body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
  const overflowsAt = (scale: number) => {
    slide.style.setProperty("--fit", String(scale));
    return overflows();
  };
  const reflows = getComputedStyle(slide).getPropertyValue("--reflows").trim() === "1";
  const scale = reflows ? 1 : fitScale(overflowsAt, largest);
  slide.style.setProperty("--fit", String(scale));
  if (overflows()) body.tabIndex = 0;
  else body.removeAttribute("tabindex");
}
