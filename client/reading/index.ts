/** The reading room's front file. */
export { ReadingPage } from "./reading-page.tsx";
