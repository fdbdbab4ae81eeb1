/** A block of code: as large as its longest line allows, with a button that copies it, and one that runs it when it holds commands. */
import { type CSSProperties, type ReactNode, useContext, useRef } from "react";
import { RunBlock } from "../terminal/index.ts";
import { CodeLines } from "./code-lines.tsx";
import styles from "./copy-code.module.css";
import { CopyCode } from "./copy-code.tsx";
import { SlideContext } from "./slide-context.ts";

interface CodeBlockProps {
  language?: string;
  /** Index among the slide's runnable blocks. */
  block?: number;
  kind?: string;
  /** Characters in the longest line. */
  columns?: number;
  /** Its looks, one a click, from the slide's click `firstClick` on. */
  steps?: readonly string[];
  firstClick?: number;
  /** Number of its first line; none where its lines are not numbered. */
  numbers?: number;
  children?: ReactNode;
}

/** The slides' own look is in theme/code.css, which sizes the type by `--columns`. */
export function CodeBlock(props: CodeBlockProps) {
  const { language, block, kind, columns, steps, firstClick = 0, numbers, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const slide = useContext(SlideContext);
  const runnable = slide?.blocks.find((candidate) => candidate.block === block) ?? null;
  const copy = slide ? <CopyCode block={frame} typed={runnable?.lines ?? null} /> : null;
  const style = { "--columns": Math.max(columns ?? 0, 1), "--first-line": numbers } as CSSProperties;
  return (
    <div
      className="code-block"
      data-language={language}
      data-kind={kind}
      data-numbered={numbers === undefined ? undefined : ""}
      style={style}
      ref={frame}
    >
      <pre>
        <code>
          {steps ? (
            <CodeLines steps={steps} firstClick={firstClick} block={frame}>
              {children}
            </CodeLines>
          ) : (
            children
          )}
        </code>
      </pre>
      {slide && runnable ? (
        <div className={`code-tools ${styles.tools}`}>
          {copy}
          <RunBlock slide={slide.index} block={runnable} />
        </div>
      ) : (
        copy
      )}
    </div>
  );
}
