/** What is pointed at and drawn on a slide, as all who follow see it; its code comes when there is something. */
import { type ComponentType, lazy, Suspense } from "react";
import { useConnection } from "../connection/index.ts";
import { usePointing } from "./tool.ts";

type LayerProps = { slide: number };

const fetchLayer = () => import("./layer.tsx").then((module) => ({ default: module.Layer }));
/** A slide without its drawings is better than none. */
const Layer = lazy<ComponentType<LayerProps>>(() => fetchLayer().catch(() => ({ default: () => null })));

/** Calls for the code, so that the first press of a key does not wait for it. */
export function prefetchPointer(): void {
  fetchLayer().catch(() => {});
}

/** Lies over the slide's canvas, inside the stage; `slide`: its index. */
export function PointerLayer({ slide }: LayerProps) {
  const isInHand = usePointing(({ tool, cleared }) => tool !== null || cleared !== null);
  const isSeen = useConnection(({ talk }) => talk.laser !== null || Object.keys(talk.drawings).length > 0);
  if (!isInHand && !isSeen) return null;
  return (
    <Suspense fallback={null}>
      <Layer slide={slide} />
    </Suspense>
  );
}
