/** The folder of the program itself, wherever the compiler has put this file. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? `${folder}/` : findRoot(dirname(folder));
}

/** Ends with a slash. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The labs' container images, which the set-up makes; may not be there. */
export const imageArchive = `${root}dist/lab/images.tar`;
