/** A slide's block as one step of a play, with its placeholders filled in. */
import { fillBlanks, type RunnableBlock } from "../deck/index.ts";
import type { Step } from "../demo/index.ts";

/** A program on a slide may run for as long as the speaker talks, in ms. */
const timeoutMs = 24 * 3600 * 1000;

/** The step, or what is missing in words. Values may hold no line ends or control characters. */
export function blockSteps(block: RunnableBlock, values: Record<string, string>): Step[] | string {
  for (const name of block.placeholders) {
    const value = values[name] ?? "";
    if (value.trim() === "") return `a value is missing for <${name}>`;
    if (/[\x00-\x1f\x7f]/.test(value)) return `the value for <${name}> holds a control character`;
  }
  const lines = fillBlanks(block.lines, values);
  return [
    {
      step: 0,
      text: [],
      notes: [],
      lines,
      node: "",
      expect: { exit: "zero", output: null, timeoutMs },
      background: false,
      interruptAfterMs: null,
      hidden: false,
      line: 1,
    },
  ];
}
