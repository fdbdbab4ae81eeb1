/** What the last line of npm test counts. */
import { expect, it } from "vitest";
import { add, closingLine, tallyVitest } from "../../setup/tally.js";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((state) => ({ status: state })),
});

it("counts tests that passed and failed, and leaves skipped ones out", () => {
  const report = {
    testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "passed")],
  };
  expect(tallyVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
});

it("counts a file that could not be loaded as a failure, beside failed tests", () => {
  const report = { testResults: [file("failed"), file("failed", "passed", "failed")] };
  expect(tallyVitest(report, 1)).toEqual({ passed: 1, failed: 2 });
});

it("counts a run that ended badly as a failure though every test passed", () => {
  expect(tallyVitest({ testResults: [file("passed", "passed")] }, 1)).toEqual({ passed: 1, failed: 1 });
});

it("counts a run without a test, and one without a report, as a failure", () => {
  expect(tallyVitest({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest({ testResults: [file("passed", "skipped")] }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
});

it("closes with one line of both sums", () => {
  expect(closingLine(add({ passed: 4, failed: 0 }, { passed: 10, failed: 2 }))).toBe("14 passed, 2 failed");
});
