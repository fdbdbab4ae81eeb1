/** What root in a lab tries against the host and other labs, attempt by attempt, and that nothing comes of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLabEngine, type LabEngine } from "../../../server/lab/index.ts";
import { hasCgroups } from "../../real/lab-owner.ts";
import type { Attempt, Outcome } from "./attempt.ts";
import { families } from "./families/index.ts";
import { hostState } from "./host-state.ts";
import { standBy } from "./other-lab.ts";
import { bashInLab, runAttempts } from "./run-attempts.ts";
import { prepareTarget } from "./target.ts";

let engine: LabEngine;
let outcomes: Map<Attempt, Outcome>;
let reachedBy: readonly string[];
let bystander: { heard: string; nice: string };
const host = { before: hostState(), after: {} };

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  const [lab, other] = await Promise.all([
    engine.create({ nodes: ["node1"] }),
    engine.create({ nodes: ["node2"] }),
  ]);
  const target = await prepareTarget(hasCgroups(engine));
  try {
    const otherLab = await standBy(other, target.mark);
    const attempts = families.flatMap((family) => family.attempts);
    const done = await runAttempts(attempts, target.environment, bashInLab(lab));
    outcomes = new Map(done.map((outcome) => [outcome.attempt, outcome]));
    bystander = await otherLab.end();
    reachedBy = [...target.reachedBy];
  } finally {
    await target.dispose();
  }
  host.after = hostState();
});
afterAll(() => engine?.dispose());

for (const { name, attempts } of families) {
  describe(name, () => {
    afterAll(() =>
      console.log(attempts.map(({ tries, stoppedBy }) => `${tries}\n  ${stoppedBy}`).join("\n")),
    );
    test.each(attempts.map((attempt): [string, Attempt] => [attempt.tries, attempt]))("%s", (_, attempt) => {
      const { said, won, wasStopped } = outcomes.get(attempt) ?? {
        said: "",
        won: true,
        wasStopped: false,
      };
      expect({ said, won, wasStopped }).toEqual({ said, won: false, wasStopped: true });
    });
  });
}

test("nobody reached the host by a socket", () => {
  expect(reachedBy).toEqual([]);
});

test("the other lab heard its own packets alone, and its processes are as they were", () => {
  expect(bystander).toEqual({ heard: "OWN", nice: "0" });
});

test("the host is as it was before", () => {
  expect(host.after).toEqual(host.before);
});
