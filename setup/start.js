/** npm start: sets up what is missing, then presents. */
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { checkout, setUp } = await import("./prepare.js");
const { runCli } = await import("./run-cli.js");

if (await setUp(["labs"])) await runCli(checkout, process.argv.slice(2));
