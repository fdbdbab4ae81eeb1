/** The demo room's front file: the button that runs a demo, and the view that plays it. */
export { DemoView } from "./demo-view-on-demand.tsx";
export { RunDemo } from "./run-demo.tsx";
