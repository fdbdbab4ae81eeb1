/** The print room's front file. */
export { PrintPage } from "./print-page.tsx";
