/** The slide room's front file: one slide, wherever it is shown. */
export { backgroundStyle } from "./background.ts";
export { followFootnote } from "./follow-footnote.ts";
export { sayStep } from "./say-step.ts";
export { Slide } from "./slide.tsx";
export { SlideContent } from "./slide-content.tsx";
export { slideLabel } from "./slide-label.ts";
