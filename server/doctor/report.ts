/** What the doctor says to people. */
import type { Obstacle } from "../protocol.ts";
import { type Check, groups } from "./check.ts";
import type { LabTrial } from "./try-lab.ts";

const signs = new Map([
  [true, "yes"],
  [false, "no "],
  [null, "?  "],
]);

const titles: Record<Check["group"], string> = {
  machine: "This machine",
  namespaces: "Namespaces and ids",
  cgroups: "Limits",
  links: "Links",
  nat: "Address translation",
  programs: "Programs",
};

/** A table with a line for each check, and under each "no" what is missing without it and what mends it. */
export function reportText(checks: readonly Check[], trial: LabTrial): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const parts = groups.flatMap((group) => {
    const own = checks.filter((each) => each.group === group);
    const lines = own.flatMap((each, index) => checkLines(each, width, own.slice(index + 1)));
    return own.length > 0 ? [[titles[group], ...lines].join("\n")] : [];
  });
  return [...parts, trialText(trial)].join("\n\n");
}

/** What mends several things of a group is said once, behind the last of them. */
function checkLines(each: Check, width: number, rest: readonly Check[]): string[] {
  const line = `  ${signs.get(each.ok)}  ${each.what.padEnd(width)}  ${each.found}`.trimEnd();
  if (each.ok !== false) return [line];
  const remedy = remedyText(each);
  const comesAgain = rest.some((other) => other.ok === false && remedyText(other) === remedy);
  return [line, `       without it: ${each.without}`, ...(comesAgain ? [] : [`       ${remedy}`])];
}

/** How a missing thing is mended. */
export function remedyText({ command, advice }: Pick<Check, "command" | "advice">): string {
  return command === null ? (advice ?? "") : `to mend it: ${command}`;
}

function trialText(trial: LabTrial): string {
  if (trial.problem) return `A lab\n  no   ${trial.problem.reason}\n       ${trial.problem.remedy}`;
  const times = `ready after ${trial.startMs} ms, ping after ${trial.pingMs} ms, ended after ${trial.endMs} ms`;
  return `A lab\n  yes  started, asked 8.8.8.8, ended: ${times}`;
}

/** For the start of a talk where labs run: one line when all is well, else the talk's missing things and their remedies, too. */
export function readinessText(checks: readonly Check[]): string {
  const version = (id: string) => checks.find((each) => each.id === id && each.ok)?.found;
  const [crun, podman] = [version("program-crun"), version("program-podman")];
  const engines = [crun && `crun ${crun}`, podman && `Podman ${podman}`].filter(Boolean).join(", ");
  const missing = checks.filter(({ ok, wanted }) => ok === false && wanted !== "extra");
  const lines = missing.map((each) => `  no ${each.what}: ${each.without}; ${remedyText(each)}`);
  return [`Labs: ready (${engines})${lines.length > 0 ? ", but" : ""}`, ...lines].join("\n");
}

/** The same where they do not. */
export function obstacleText({ reason, remedy }: Obstacle): string {
  return `Demos cannot run here: ${reason}.\n  ${remedy}`;
}
