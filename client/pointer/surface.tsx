/** Takes the mouse, the pen and fingers while a tool is in the hand: nothing below it is pressed. */
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import styles from "./layer.module.css";
import { type Hand, inkHand, laserHand } from "./pen.ts";
import type { Tool } from "./tool.ts";

interface SurfaceProps {
  tool: Tool;
  slide: number;
  /** Lies where the slide is. */
  frame: RefObject<HTMLElement | null>;
}

/** What the deck would take for a swipe or a click. */
const kept = [
  "touchstart",
  "touchmove",
  "touchend",
  "mousedown",
  "click",
  "dblclick",
  "contextmenu",
] as const;

/** Covers the whole stage, so that a line can begin beside the slide. */
export function Surface({ tool, slide, frame }: SurfaceProps) {
  const surface = useRef<HTMLDivElement>(null);
  const slideNow = useEffectEvent(() => slide);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const isMirrored = () => element.matches("[data-mirror] main.stage *");
    const place = () => {
      const box = frame.current?.getBoundingClientRect();
      return box && box.width > 0 ? { box, isMirrored: isMirrored() } : null;
    };
    const hand = tool === "laser" ? laserHand(place) : inkHand(place, () => slideNow());
    return bind(element, hand);
  }, [tool, frame]);
  return <div className={styles.surface} data-tool={tool} ref={surface} />;
}

function bind(element: HTMLElement, hand: Hand): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let frame = requestAnimationFrame(function draw(nowMs) {
    hand.frame(nowMs);
    frame = requestAnimationFrame(draw);
  });
  const on = (type: "pointermove" | "pointerup" | "pointercancel" | "pointerleave", does: Hand["move"]) =>
    element.addEventListener(type, does, { signal });
  element.addEventListener(
    "pointerdown",
    (press) => {
      element.setPointerCapture(press.pointerId);
      hand.down(press);
    },
    { signal },
  );
  on("pointermove", hand.move);
  on("pointerup", (press) => {
    if (press.pointerType !== "mouse" || element.dataset.tool === "ink") hand.up(press);
  });
  on("pointercancel", hand.up);
  on("pointerleave", hand.up);
  for (const type of kept) element.addEventListener(type, keep, { signal, passive: false });
  addEventListener("blur", hand.drop, { signal });
  return () => {
    ending.abort();
    cancelAnimationFrame(frame);
    hand.drop();
  };
}

function keep(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
