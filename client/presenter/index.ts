/** The presenter room's front file. */
export { PresenterPage } from "./presenter-page.tsx";
