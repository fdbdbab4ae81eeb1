/** What is found out about a text while it is compiled, besides its nodes. */
import type { Problem } from "../slide.ts";
import { type Definitions, definitionsFor } from "./definitions.ts";

/** `at` is an index in the text. */
export type Finding =
  | ({ type: "mistake"; at: number } & Pick<Problem, "severity" | "message" | "remedy">)
  /** It refers to what is not known while it is compiled. */
  | ({ type: "link"; at: number } & Target)
  /** It depends on whether a demo exists. */
  | { type: "demo"; at: number; name: string; exists: boolean }
  /** It depends on what definitions there are for a text. */
  | { type: "definitions"; at: number; text: string; written: string };

/** A slide (`#N` or `#name`), or a picture's path in the deck's folder. */
export interface Target {
  to: "slide" | "file";
  target: string;
}

/** What a text may ask about the rest of the deck and the world. */
export interface Surroundings {
  definitions: Definitions;
  hasDemo: (name: string) => boolean;
}

/** Findings of a part as those of the whole. */
export function moved(findings: readonly Finding[], place: (at: number) => number): Finding[] {
  return findings.map((finding) => ({ ...finding, at: place(finding.at) }));
}

/** Whether what was found out before, with the same definitions or others, would be found out again. */
export function stillHold(
  findings: readonly Finding[],
  hasSameDefinitions: boolean,
  surroundings: Surroundings,
): boolean {
  return findings.every((finding) => {
    switch (finding.type) {
      case "demo":
        return surroundings.hasDemo(finding.name) === finding.exists;
      case "definitions":
        return (
          hasSameDefinitions || definitionsFor(finding.text, surroundings.definitions) === finding.written
        );
      default:
        return true;
    }
  });
}
