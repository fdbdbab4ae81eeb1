/** npm run -s shelldeck -- COMMAND: sets up without words where there is nothing to do, then runs the command. */
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { needsOf, targetsOf } = await import("./command-needs.js");
const { checkout, setUp } = await import("./prepare.js");
const { runCli } = await import("./run-cli.js");

const words = process.argv.slice(2);
if (await setUp(needsOf(words), { isQuiet: true, targets: targetsOf(words) })) await runCli(checkout, words);
