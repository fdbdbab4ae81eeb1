/** A script's text on the page: Markdown without what only slides have. */
import type { ReactNode } from "react";
import type { SlideNode } from "../../server/protocol.ts";
import { renderNodes } from "../content/index.ts";

/** Code in a script's text is there to be read; its demos are named, not run. */
const components = {
  "code-block": ({ children }: { children?: ReactNode }) => (
    <pre>
      <code>{children}</code>
    </pre>
  ),
  "run-demo": ({ children }: { children?: ReactNode }) => <em>{children}</em>,
};

/** A demo's, an act's or a step's text. */
export function ScriptText({ nodes }: { nodes: readonly SlideNode[] }) {
  return renderNodes(nodes, components);
}
