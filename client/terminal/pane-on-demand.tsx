/** The terminal's pane and with it the emulator, whose code is fetched when it is needed or before. */
import { Fetched, OnDemand } from "./on-demand.tsx";
import type { TerminalPaneProps } from "./terminal-pane.tsx";

/** To be fetched beforehand. */
export const terminalPaneCode = new Fetched(() =>
  import("./terminal-pane.tsx").then((module) => module.TerminalPane),
);

/** A terminal with its bar. */
export function TerminalPane(props: TerminalPaneProps) {
  return <OnDemand code={terminalPaneCode} props={props} />;
}
