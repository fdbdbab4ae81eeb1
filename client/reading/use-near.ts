/** Tells which sections are near the window, where they have to be filled. */
import { type RefObject, useEffect, useState } from "react";

/** About two windows, so that a fast scroll finds text. */
const marginPx = 1600;

/** A section that is or was near: whether it is now, and how high it was when it last was. */
export interface Nearness {
  isNear: boolean;
  heightPx: number | null;
}

/** As many sections as fill a window, to be drawn before anything was measured. */
const atOnce = 4;

/** By position among the text's children, of which there are `count`; what somebody uses stays filled. Begins at `start`. */
export function useNear(
  text: RefObject<HTMLElement | null>,
  count: number,
  start: number,
): ReadonlyMap<number, Nearness> {
  const [near, setNear] = useState<ReadonlyMap<number, Nearness>>(
    () => new Map(Array.from({ length: atOnce }, (_, at) => [start + at, { isNear: true, heightPx: null }])),
  );
  useEffect(() => {
    const children = [...(text.current?.children ?? [])].slice(0, count);
    const positions = new Map(children.map((child, position) => [child, position]));
    const observer = new IntersectionObserver(
      (entries) => {
        const changed = entries.flatMap(
          ({ target, isIntersecting: isNear, boundingClientRect: { height } }) => {
            const position = positions.get(target);
            if (position === undefined || (!isNear && isUsed(target))) return [];
            return [[position, { isNear, heightPx: isNear ? null : height }] as const];
          },
        );
        setNear((before) => {
          const news = changed.filter(([at, { isNear }]) => isNear !== (before.get(at)?.isNear ?? false));
          return news.length === 0 ? before : new Map([...before, ...news]);
        });
      },
      { rootMargin: `${marginPx}px 0px` },
    );
    for (const child of children) observer.observe(child);
    return () => observer.disconnect();
  }, [text, count]);
  return near;
}

function isUsed(target: Element): boolean {
  const selection = getSelection();
  const hasSelection = selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
  return hasSelection || target.contains(document.activeElement) || target.querySelector("[open]") !== null;
}
