/** The lines of a block of code, those of the present look in full and the others dimmed. */
import {
  Children,
  cloneElement,
  isValidElement,
  type ReactNode,
  type RefObject,
  useContext,
  useLayoutEffect,
} from "react";
import { isPlain, lookAt, showsLine } from "./line-steps.ts";
import { StepContext } from "./step-context.ts";

interface CodeLinesProps {
  steps: readonly string[];
  firstClick: number;
  block: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

/** Lines that a tall slide has out of sight are scrolled into it. */
export function CodeLines({ steps, firstClick, block, children }: CodeLinesProps) {
  const step = useContext(StepContext);
  const look = step === null ? "all" : lookAt(steps, firstClick, step);
  useLayoutEffect(() => {
    if (!isPlain(look)) scrollTo(block.current);
  }, [block, look]);
  if (isPlain(look)) return children;
  return Children.map(children, (line, index) => {
    if (!isValidElement<{ className?: string }>(line)) return line;
    const shown = showsLine(look, index + 1) ? "line-highlighted" : "line-dimmed";
    return cloneElement(line, { className: `${line.props.className ?? ""} ${shown}` });
  });
}

/** Only the slide's own text scrolls, and not while it is out of sight; what is seen already stays where it is. */
function scrollTo(block: HTMLElement | null): void {
  const body = block?.closest<HTMLElement>(".slide-body");
  if (!block || !body || body.closest("[inert]") || body.scrollHeight <= body.clientHeight + 1) return;
  const lines = [...block.querySelectorAll(".line-highlighted")];
  const [first, middle, last] = [lines[0], lines[lines.length >> 1], lines.at(-1)];
  if (!first || !middle || !last) return;
  const seen = body.getBoundingClientRect();
  const top = first.getBoundingClientRect().top;
  if (top >= seen.top && last.getBoundingClientRect().bottom <= seen.bottom) return;
  middle.scrollIntoView({ block: "center" });
  if (first.getBoundingClientRect().top < seen.top) first.scrollIntoView({ block: "start" });
}
