/** Puts a script's pieces in order: the demo's title and text, its acts, and each step with what stands above it. */
import type { Problem } from "../deck/index.ts";
import type { Piece } from "./parse-lines.ts";

/** A step before its Markdown is rendered and its directives are read. */
export interface StepOutline {
  text: string;
  notes: string;
  directives: Piece[];
  lines: string[];
  line: number;
}

export interface ActOutline {
  /** Null for the steps before the first act's heading. */
  title: string | null;
  text: string;
  steps: StepOutline[];
}

export interface Outline {
  title: string | null;
  text: string;
  lab: Piece[];
  acts: ActOutline[];
}

/** Sorts the pieces; everything that has no place is a problem. */
export function outline(pieces: readonly Piece[], problems: Problem[]): Outline {
  const builder = new OutlineBuilder(problems);
  for (const piece of pieces) builder.take[piece.kind](piece);
  return builder.finish();
}

class OutlineBuilder {
  private readonly demo: Outline = { title: null, text: "", lab: [], acts: [] };
  private readonly problems: Problem[];
  private text: Piece[] = [];
  private notes: Piece[] = [];
  private directives: Piece[] = [];
  private heading: Piece | null = null;
  /** The mark that will close the fenced block in the comment. */
  private fence: string | null = null;

  constructor(problems: Problem[]) {
    this.problems = problems;
  }

  readonly take: { [K in Piece["kind"]]: (piece: Piece) => void } = {
    text: (piece) => {
      const heading = this.isFenced(piece.text) ? null : /^(##?)\s+(.*?)(?:\s+#+)?\s*$/.exec(piece.text);
      if (heading?.[1] === "#") this.titleDemo(piece, heading[2] ?? "");
      else if (heading) this.beginAct(piece, heading[2] ?? "");
      else this.text.push(piece);
    },
    blank: (piece) => {
      this.fence = null;
      if (this.hasSteps()) this.text.push(piece);
      else this.giveTextToHeading();
    },
    directive: (piece) => {
      if (!/^lab\b/.test(piece.text)) this.directives.push(piece);
      else if (!this.hasSteps() && this.demo.acts.length < 2) this.demo.lab.push(piece);
      else this.report("error", piece, "lab stands below a step", "move it up, under the demo's title");
    },
    note: (piece) => {
      this.notes.push(piece);
    },
    commands: (piece) => {
      const act = this.demo.acts.at(-1) ?? this.addAct(null);
      act.steps.push({
        text: joinLines(this.text),
        notes: joinLines(this.notes),
        directives: this.directives,
        lines: piece.text.split("\n"),
        line: piece.line,
      });
      this.clear();
    },
    broken: () => this.clear(),
  };

  finish(): Outline {
    this.endAct();
    if (this.demo.title === null) {
      this.report(
        "warning",
        { line: 1, column: 1 },
        "the demo has no title",
        'write a comment "# # Title" at its top',
      );
    }
    if (this.demo.acts.every((act) => act.steps.length === 0)) {
      this.report("error", { line: 1, column: 1 }, "the demo has no steps", "write commands below a comment");
    }
    return this.demo;
  }

  private titleDemo(piece: Piece, title: string): void {
    if (this.demo.title !== null || this.demo.acts.length > 0) {
      const remedy = 'a demo has one title, at its top; an act is "# ## Title"';
      return this.report("error", piece, `second title "${title}"`, remedy);
    }
    this.giveTextToHeading();
    this.demo.title = title;
  }

  private beginAct(piece: Piece, title: string): void {
    this.endAct();
    this.addAct(title);
    this.heading = piece;
  }

  private addAct(title: string | null): ActOutline {
    const act: ActOutline = { title, text: "", steps: [] };
    this.demo.acts.push(act);
    return act;
  }

  private endAct(): void {
    if (!this.hasSteps()) {
      this.giveTextToHeading();
      if (this.heading)
        this.report("warning", this.heading, "the act has no steps", "write commands below it");
    }
    const text = this.text.find((piece) => piece.kind === "text" && piece.text.trim() !== "");
    if (text) this.report("warning", text, "text without a step", "commands must follow it in the same act");
    for (const piece of this.directives) {
      this.report(
        "error",
        piece,
        `directive "${piece.text}" without a step`,
        "put it above the step's commands",
      );
    }
    const note = this.notes[0];
    if (note) this.report("warning", note, "note without a step", "put it above the step's commands");
    this.clear();
  }

  private hasSteps(): boolean {
    return (this.demo.acts.at(-1)?.steps.length ?? 0) > 0;
  }

  /** What stands between a heading and an empty line is the text of the demo or of the act. */
  private giveTextToHeading(): void {
    const owner = this.demo.acts.at(-1) ?? this.demo;
    owner.text = [owner.text, joinLines(this.text)].filter((part) => part !== "").join("\n\n");
    this.text = [];
  }

  private isFenced(text: string): boolean {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    if (this.fence === null) this.fence = mark;
    else if (mark?.startsWith(this.fence)) this.fence = null;
    return this.fence !== null || mark !== null;
  }

  private clear(): void {
    this.text = [];
    this.notes = [];
    this.directives = [];
    this.fence = null;
  }

  private report(
    severity: Problem["severity"],
    { line, column }: Pick<Piece, "line" | "column">,
    message: string,
    remedy: string,
  ): void {
    this.problems.push({ severity, line, column, message, remedy });
  }
}

function joinLines(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join("\n")
    .trim();
}
