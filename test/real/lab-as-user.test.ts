/** What labs promise holds for an ordinary user's as for root's: the same tests, run by a user made for them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { TemporaryUser } from "./as-user.ts";
import { isRoot } from "./lab-owner.ts";

const longMs = 300_000;
let user: TemporaryUser | null = null;

beforeAll(() => {
  if (isRoot) user = new TemporaryUser();
});
afterAll(() => user?.remove());

// An ordinary user who runs all tests has run these already.
test
  .runIf(isRoot)
  .each([
    "lab-world",
    "lab-shell",
    "lab-isolation",
    "lab-privileges",
    "lab-limits",
    "lab-failure",
    "lab-trouble",
    "lab-end",
    "lab-command",
  ])("%s", { timeout: longMs }, async (name) => {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--configLoader", "runner", "--project", "real"];
  const { status, output } = (await user?.run([process.execPath, ...vitest, `test/real/${name}.test.ts`], {
    CI: "1",
    NO_COLOR: "1",
  })) ?? { status: null, output: "" };
  expect(status, output).toBe(0);
  expect(output).toMatch(/Tests {2}\d+ passed/);
});
