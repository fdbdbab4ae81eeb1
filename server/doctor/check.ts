/** One thing that a machine has or has not. */

export interface Check {
  /** Stays the same from version to version, such as "link-vxlan". */
  id: string;
  group: Group;
  /** What it is, for people. */
  what: string;
  /** Null where it could not be found out. */
  ok: boolean | null;
  /** What was found: a version, a number, what the system said. */
  found: string;
  /**
   * How much depends on it. `labs`: none runs without it; `limits`: labs run, but one can take from the others; `talk`: some of the bundled
   * talk does not work; `extra`: other decks, tests and the like.
   */
  wanted: "labs" | "limits" | "talk" | "extra";
  /** What does not work without it. */
  without: string;
  /** The one command that mends it; null where there is nothing to mend or no command for it. */
  command: string | null;
  /** Where no command mends what is missing: what does, or that nothing does. */
  advice: string | null;
}

export const groups = ["machine", "namespaces", "cgroups", "links", "nat", "programs"] as const;
export type Group = (typeof groups)[number];

/** How a missing thing is mended. */
export type Remedy = { command: string } | { advice: string };

/** A check from its parts; the remedy counts only where there is something to mend. */
export function check(
  parts: Pick<Check, "id" | "group" | "what" | "ok" | "found" | "wanted" | "without">,
  remedy: Remedy,
): Check {
  const isMended = parts.ok !== false;
  return {
    ...parts,
    command: !isMended && "command" in remedy ? remedy.command : null,
    advice: !isMended && "advice" in remedy ? remedy.advice : null,
  };
}

/** What was tried, as a check has it. */
export function tried(answer: string | null): Pick<Check, "ok" | "found"> {
  if (answer === null) return { ok: null, found: "not asked" };
  return answer === "ok" ? { ok: true, found: "" } : { ok: false, found: answer };
}
