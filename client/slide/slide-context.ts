/** The slide that a block of code is on. */
import { createContext } from "react";
import type { Slide } from "../../server/protocol.ts";

/** Null outside of a slide, where nothing can be run. */
export const SlideContext = createContext<Slide | null>(null);
