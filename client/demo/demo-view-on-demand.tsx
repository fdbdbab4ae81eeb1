/** The demo view, whose code is fetched when it is needed or while a slide with its button is shown. */
import { Fetched, OnDemand } from "../terminal/index.ts";
import type { DemoViewProps } from "./demo-view.tsx";

/** To be fetched beforehand. */
export const demoViewCode = new Fetched(() => import("./demo-view.tsx").then((module) => module.DemoView));

/** A demo over the whole window: its steps, and the terminal that they are typed into. */
export function DemoView(props: DemoViewProps) {
  return <OnDemand code={demoViewCode} props={props} />;
}
