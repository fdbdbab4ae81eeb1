/** npm test: sets up, checks everything, goes on after a failure; the last line says "N passed, N failed". */
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { checkout, installPackages } = await import("./prepare.js");
const { engineLives, leftOver, readTraces, testRunVariable } = await import("./leftovers.js");
const { sayFailure } = await import("./say.js");
const { add, closingLine } = await import("./tally.js");
const { staticStages, runLeftoverStage, runStage, runVitest } = await import("./test-stages.js");

/** With arguments, vitest alone runs, with them. */
const filter = process.argv.slice(2);

let total = { passed: 0, failed: 0 };
try {
  await installPackages(["labs", "test"], { isQuiet: false });
  const before = readTraces();
  process.env[testRunVariable] = String(process.pid);
  for (const stage of filter.length === 0 ? staticStages(checkout) : [])
    total = add(total, await runStage(stage));
  total = add(total, await runVitest(checkout, filter));
  total = add(total, await runLeftoverStage(() => leftOver(before, readTraces(), engineLives)));
} catch (error) {
  sayFailure(error);
  total = add(total, { passed: 0, failed: 1 });
}
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${closingLine(total)}\n`);
