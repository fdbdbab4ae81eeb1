/** What a machine can do, judged from facts alone: pure, so that it can be tried with the facts of other machines. */
import type { Check } from "../check.ts";
import type { Facts } from "../facts.ts";
import { judgeCgroups } from "./cgroups.ts";
import { judgeLinks } from "./links.ts";
import { judgeMachine } from "./machine.ts";
import { judgeNamespaces } from "./namespaces.ts";
import { judgeNat } from "./nat.ts";
import { judgePrograms } from "./programs.ts";

/** The command that installs packages, by Debian's names, on the machine that is judged. */
export type Install = (names: readonly string[]) => string;

/** In the order of `groups`. Where there is no Linux there is nothing more to say. */
export function judge(facts: Facts, install: Install): Check[] {
  if (facts.platform !== "linux") return judgeMachine(facts);
  return [
    ...judgeMachine(facts),
    ...judgeNamespaces(facts, install),
    ...judgeCgroups(facts),
    ...judgeLinks(facts, install),
    ...judgeNat(facts, install),
    ...judgePrograms(facts, install),
  ];
}
