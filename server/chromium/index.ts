/** The Chromium room's front file: the browser that measures and prints. */
export { findChromium } from "./find-chromium.ts";
export { ChromiumError, openChromium } from "./open-chromium.ts";
