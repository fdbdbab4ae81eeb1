/** A block of code: as large as its longest line allows, and with a Run button when it holds commands. */
import { type CSSProperties, type ReactNode, useContext } from "react";
import { RunBlock } from "../terminal/index.ts";
import { SlideContext } from "./slide-context.ts";

interface CodeBlockProps {
  language?: string;
  /** Index among the slide's runnable blocks. */
  block?: number;
  kind?: string;
  /** Characters in the longest line. */
  columns?: number;
  children?: ReactNode;
}

/** The slides' own look is in theme/code.css, which sizes the type by `--columns`. */
export function CodeBlock({ language, block, kind, columns, children }: CodeBlockProps) {
  const slide = useContext(SlideContext);
  const runnable = slide?.blocks.find((candidate) => candidate.block === block);
  const style = { "--columns": Math.max(columns ?? 0, 1) } as CSSProperties;
  return (
    <div className="code-block" data-language={language} data-kind={kind} style={style}>
      <pre>
        <code>{children}</code>
      </pre>
      {slide && runnable ? (
        <div className="code-tools">
          <RunBlock slide={slide.index} block={runnable} />
        </div>
      ) : null}
    </div>
  );
}
