/** The clicks taken on the slide that a block of code is on. */
import { createContext } from "react";

/** Null where a slide is shown without its clicks: all lines of its code are then alike. */
export const StepContext = createContext<number | null>(null);
