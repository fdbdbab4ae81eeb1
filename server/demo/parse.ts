/** Reads a demo script: plain bash whose comments are Markdown and whose `#:` lines are for Shelldeck. */
import type { Problem, SlideNode } from "../deck/index.ts";
import type { Act, Demo } from "./demo.ts";
import { parseLines } from "./parse-lines.ts";
import { type ActOutline, outline } from "./parse-outline.ts";
import { readDirectives, readOnce } from "./parse-step.ts";

const defaultNodes = ["node1"];

/** Parses a script; whatever is wrong with it is in `problems`, in order, and everything that could be read is there. */
export function parseDemo(name: string, text: string, render: (markdown: string) => SlideNode[]): Demo {
  const [pieces, problems] = parseLines(text);
  const { title, text: introduction, lab, acts } = outline(pieces, problems);
  const nodes = readOnce(lab, problems).get("lab")?.nodes ?? defaultNodes;
  const renderText = (markdown: string) => (markdown === "" ? [] : render(markdown));
  let step = 0;
  const finishAct = (act: ActOutline): Act => ({
    title: act.title ?? title ?? name,
    text: renderText(act.text),
    steps: act.steps.map((draft) => ({
      step: step++,
      text: renderText(draft.text),
      notes: renderText(draft.notes),
      lines: draft.lines,
      ...readDirectives(draft.directives, nodes, problems),
      line: draft.line,
    })),
  });
  return {
    name,
    title: title ?? name,
    text: renderText(introduction),
    nodes,
    acts: acts.map(finishAct),
    problems: problems.sort(byPlace),
  };
}

function byPlace(left: Problem, right: Problem): number {
  return left.line - right.line || left.column - right.column;
}
