/** Each attempt can succeed: run as root on the host itself, where nothing is in its way, it wins. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Attempt, Outcome } from "./attempt.ts";
import { families } from "./families/index.ts";
import { bashOnHost, runAttempts } from "./run-attempts.ts";
import { prepareTarget, type Target } from "./target.ts";

/** Of capabilities(7): modules, ports, tracing, administration, restart, priorities, clock, devices, the log. Root of a container has not all. */
const needed = [16n, 17n, 19n, 21n, 22n, 23n, 25n, 27n, 34n].reduce((all, bit) => all | (1n << bit), 0n);
const effective = BigInt(`0x${/^CapEff:\t(\w+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]}`);
const isRootOfTheMachine = process.getuid?.() === 0 && (effective & needed) === needed;

const controls = families.map(({ name, attempts }) => ({
  name,
  attempts: attempts.filter(({ onHost }) => onHost === true),
}));

describe.runIf(isRootOfTheMachine)("on the host it wins", () => {
  let target: Target;
  let outcomes: Map<Attempt, Outcome>;
  beforeAll(async () => {
    target = await prepareTarget(true);
    const done = await runAttempts(
      controls.flatMap(({ attempts }) => attempts),
      { ...target.environment, FIRST: target.environment.HOST_PIDS?.split(" ")[0] ?? "" },
      bashOnHost,
    );
    outcomes = new Map(done.map((outcome) => [outcome.attempt, outcome]));
  });
  afterAll(() => target?.dispose());

  for (const { name, attempts } of controls) {
    describe.runIf(attempts.length > 0)(name, () => {
      test.each(attempts.map((attempt): [string, Attempt] => [attempt.tries, attempt]))(
        "%s",
        (_, attempt) => {
          expect(outcomes.get(attempt)).toMatchObject({ won: true });
        },
      );
    });
  }
});
