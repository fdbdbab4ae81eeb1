/** npm run -s shelldeck -- COMMAND: sets up without words where there is nothing to do, then runs the command. */
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { checkout, setUp } = await import("./prepare.js");
const { runCli } = await import("./run-cli.js");

if (await setUp(["labs"], { isQuiet: true })) await runCli(checkout, process.argv.slice(2));
