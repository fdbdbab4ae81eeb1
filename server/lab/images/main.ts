/** Run by set-up: makes the images' archive at the path given, and prints as JSON what of the machine it was made of. */
import { createLabEngine } from "../apply/index.ts";
import { makeImages } from "./make-images.ts";

const [path = ""] = process.argv.slice(2);
const engine = await createLabEngine();
try {
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  process.stdout.write(JSON.stringify(await makeImages(engine, path)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await engine.dispose();
}
