/** A compiled deck: plain JSON, ready for React. */

/** Text, or an element as React takes it: tag name, props (className, not class), children. */
export type SlideNode = string | SlideElement;
export type SlideElement = [tag: string, props: Record<string, SlideProp>, ...children: SlideNode[]];
export type SlideProp = string | number | boolean | string[] | Record<string, string> | null;

/** A fenced block of commands that can be run in the slide's terminal. */
export interface RunnableBlock {
  /** Index among the slide's runnable blocks, from 0. */
  block: number;
  /** What is typed, a line each; a session's prompts are already taken off. */
  lines: string[];
  /** Names inside `<...>` in order of appearance, each once. */
  placeholders: string[];
}

export interface Slide {
  /** Position among the shown slides, from 1: the N of `#N`. */
  index: number;
  /** The counted number that is shown, 0 before the first counted slide. */
  number: number;
  name: string | null;
  /** Plain text of the first heading, else of the first text, else "". */
  title: string;
  classes: string[];
  continued: boolean;
  properties: Record<string, string>;
  /** Clicks that it takes beyond its first look: the line steps of its code, one block after the other. */
  steps: number;
  /** How long it should take, in seconds (property `duration`); null where nothing was said. */
  paceSeconds: number | null;
  /** Speaker notes, rendered. */
  notes: SlideNode[];
  content: SlideNode[];
  blocks: RunnableBlock[];
  /** Names of the demos that this slide links to, in order. */
  demos: string[];
}

/** A mistake in a text, with its place; lines and columns count from 1. */
export interface Problem {
  severity: "error" | "warning";
  line: number;
  column: number;
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** A slide as its author wrote it, after inheritance and variables. */
export interface OutlineSlide {
  index: number;
  number: number;
  name: string | null;
  title: string;
  classes: string[];
  continued: boolean;
  properties: Record<string, string>;
  /** Markdown. */
  notes: string;
  /** Markdown. */
  content: string;
}

export interface Deck {
  title: string;
  ratio: "16:9" | "4:3";
  /** The text in a slide's corner, with `%current%` and `%total%` for the numbers. */
  numberFormat: string;
  theme: "talk" | "plain";
  /** The deck's own style sheet, relative to the deck's file. */
  css: string | null;
  /** How slides follow each other; a slide's property `transition` goes before it. */
  transition: "none" | "fade" | "slide";
  /** Planned length of the talk, in minutes. */
  durationMinutes: number | null;
  /** The number of the last slide. */
  total: number;
  slides: Slide[];
  problems: Problem[];
  /** Nodes of the lab that the deck asks for in its front matter. */
  lab?: string[];
}
