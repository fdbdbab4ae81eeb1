/** The same in labs of a server that is an ordinary user, made for it: attempts, and the end of a server that is killed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { TemporaryUser } from "../../real/as-user.ts";
import { isRoot } from "../../real/lab-owner.ts";

const longMs = 300_000;
let user: TemporaryUser | null = null;

beforeAll(() => {
  if (isRoot) user = new TemporaryUser();
});
afterAll(() => user?.remove());

// An ordinary user who runs all tests has run these already.
test
  .runIf(isRoot)
  .each(["lab/attacks/attempts", "lab/attacks/exhaustion", "lab/attacks/runtime", "real/lab-killed"])(
  "%s",
  { timeout: longMs },
  async (name) => {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--configLoader", "runner", "--project", "real"];
    const command = [process.execPath, ...vitest, `test/${name}.test.ts`];
    const { status, output } = (await user?.run(command, { CI: "1", NO_COLOR: "1" })) ?? {
      status: null,
      output: "",
    };
    expect(status, output).toBe(0);
    expect(output).toMatch(/Tests {2}\d+ passed/);
  },
);
