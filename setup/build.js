/** npm run build: installs npm packages when needed and builds what changed. */
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { setUp } = await import("./prepare.js");

await setUp([]);
