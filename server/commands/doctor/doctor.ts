/** `doctor`: what this machine can do, what mends what it cannot, and whether a lab runs. */
import { defineCommand } from "citty";
import { judge, look, reportText, tryLab } from "../../doctor/index.ts";
import { createLabEngine } from "../../lab/index.ts";
import { print } from "../output.ts";
import { imageArchive } from "../root.ts";
import { packagesHere } from "./packages-here.ts";

export const doctorCommand = defineCommand({
  meta: { name: "doctor", description: "what this machine can do, and how to mend what it cannot" },
  args: { json: { type: "boolean", description: "print it as a JSON object" } },
  async run({ args }) {
    const { packages, install } = await packagesHere();
    const facts = await look({ packages, images: imageArchive });
    const checks = judge(facts, install);
    const engine = await createLabEngine({ images: imageArchive, trial: false });
    const trial = await tryLab(engine);
    await engine.dispose();
    const isReady = trial.problem === null;
    if (args.json) print(JSON.stringify({ labs: isReady, trial, checks }, null, 2));
    else print(reportText(checks, trial));
    process.exitCode = isReady ? 0 : 1;
  },
});
