/** The button room's front file: the buttons round the slides, and the drawings on them. */
export { Button } from "./button.tsx";
export { Drawing, drawings } from "./drawing.tsx";
