/** Sizes a slide's type so that all of it is seen. */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Slide } from "../../server/protocol.ts";
import { whenIdle } from "../connection/index.ts";
import { fitScale } from "./fit-scale.ts";

/**
 * Measures again when the canvas changes or a typeface has come; `largest` is the scale to start from. Slides out of sight
 * are measured when there is time, at the latest when they are shown.
 */
export function useFit(
  frame: RefObject<HTMLElement | null>,
  slide: Slide,
  largest: number,
  isShown: boolean,
): void {
  const refit = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has another size
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    let size = "";
    let callOff = () => {};
    const measure = () => {
      callOff();
      refit.current = null;
      size = fitType(element, largest);
    };
    const onChange = () => {
      if (!element.inert) return measure();
      refit.current = measure;
      callOff();
      callOff = whenIdle(measure);
    };
    onChange();
    const observer = new ResizeObserver(() => sizeOf(element) !== size && onChange());
    observer.observe(element);
    document.fonts.addEventListener("loadingdone", onChange);
    return () => {
      callOff();
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", onChange);
    };
  }, [frame, slide, largest]);
  useLayoutEffect(() => {
    if (isShown) refit.current?.();
  }, [isShown]);
}

/** Narrow windows let the slide scroll instead (`--reflows`, theme/slides.css); what scrolls can be reached by Tab. Returns the size it was fitted to. */
function fitType(slide: HTMLElement, largest: number): string {
  const body = slide.querySelector<HTMLElement>(".slide-body");
  if (!body) return "";
  let scale = 0;
  let overflows = false;
  const overflowsAt = (next: number) => {
    if (next === scale) return overflows;
    scale = next;
    slide.style.setProperty("--fit", String(next));
    overflows = body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
    return overflows;
  };
  const reflows = getComputedStyle(slide).getPropertyValue("--reflows").trim() === "1";
  if (overflowsAt(reflows ? 1 : fitScale(overflowsAt, largest))) body.tabIndex = 0;
  else body.removeAttribute("tabindex");
  return sizeOf(slide);
}

function sizeOf(slide: HTMLElement): string {
  return `${slide.clientWidth} x ${slide.clientHeight}`;
}
