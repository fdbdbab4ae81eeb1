/** The theme room's front file: the style sheets, and the typefaces that come later. */
import "./index.css";

export { warmFonts } from "./warm-fonts.ts";
