/** Counts of what passed and what failed. */

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Adds two counts.
 * @param {Tally} one
 * @param {Tally} other
 * @returns {Tally}
 */
export function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/**
 * The line that closes a test run.
 * @param {Tally} tally
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 */

/**
 * Counts vitest's report. A file that failed outside its tests, a run that ended badly with no failed test, and a run
 * without any test each count as one failure.
 * @param {VitestReport | null} report null when vitest wrote none
 * @param {number} status vitest's exit status
 * @returns {Tally}
 */
export function tallyVitest(report, status) {
  const files = (report?.testResults ?? []).map((file) => {
    const count = (/** @type {string} */ wanted) =>
      file.assertionResults.filter((test) => test.status === wanted).length;
    const failed = count("failed");
    return { passed: count("passed"), failed: failed === 0 && file.status === "failed" ? 1 : failed };
  });
  const total = files.reduce(add, { passed: 0, failed: 0 });
  const endedBadly = status !== 0 || total.passed === 0;
  return endedBadly && total.failed === 0 ? { ...total, failed: 1 } : total;
}
