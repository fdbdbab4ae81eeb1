/** The attempts as a page of the documentation. */
import type { Family } from "./attempt.ts";
import type { Exhaustion } from "./exhaustion.ts";

const introduction = `# What was tried against the host and other labs

Generated from \`test/lab/attacks\`; \`npm test -- test/lab/attacks -u\` writes it anew. Root in a real lab tries each of these in every run of the
tests, as a server that is root holds labs and as one that is an ordinary user does. **Tries** is what root in the lab does, **stopped by** what keeps it
from the host. Attempts with a **+** are also run on the host itself, where nothing is in their way, and must succeed there. What is not protected is in
[security.md](security.md).
`;

/** One table a family, and one for what was used up. */
export function listing(families: readonly Family[], exhaustions: readonly Exhaustion[]): string {
  const count = families.reduce((sum, { attempts }) => sum + attempts.length, 0) + exhaustions.length;
  return [
    introduction,
    `${count} attempts:`,
    ...families.map(({ name, attempts }) => `- ${name}: ${attempts.length}`),
    `- Using the machine up: ${exhaustions.length}`,
    ...families.flatMap(({ name, attempts }) => [
      `\n## ${name}`,
      "| | tries | stopped by |\n|---|---|---|",
      ...attempts.map(({ tries, stoppedBy, onHost }) => row(onHost === true ? "+" : "", tries, stoppedBy)),
    ]),
    "\n## Using the machine up",
    "Meanwhile the 99th percentile of the time that a key takes to come back on a terminal of another lab stays under 50 ms.\n",
    "| | tries | bounded by |\n|---|---|---|",
    ...exhaustions.map(({ what, tries, stoppedBy }) => row(what, tries, stoppedBy)),
    "",
  ].join("\n");
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
