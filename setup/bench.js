/** npm run bench: bundles test/bench/main.ts, with the built server left outside the bundle, and runs it. */
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { checkout, setUp } = await import("./prepare.js");

if (await setUp(["labs", "bench"])) {
  const main = await bundle();
  process.argv = [process.execPath, main, ...process.argv.slice(2)];
  await import(pathToFileURL(main).href);
}

/** Writes the bundle, as deep in the checkout as its source, so that paths from it hold; gives its path. */
async function bundle() {
  const { build } = await import("vite");
  const outDir = join(checkout, ".cache/bench");
  await build({
    configFile: false,
    root: checkout,
    logLevel: "warn",
    plugins: [builtServer(outDir)],
    build: { ssr: "test/bench/main.ts", outDir, emptyOutDir: true, target: "node20" },
  });
  return join(outDir, "main.js");
}

/**
 * Points imports of server/ to what was built from it, so that what is measured is what runs.
 * @param {string} outDir
 * @returns {import("vite").Plugin}
 */
function builtServer(outDir) {
  const sources = join(checkout, "server/");
  return {
    name: "built-server",
    enforce: "pre",
    async resolveId(specifier, importer) {
      const found = await this.resolve(specifier, importer, { skipSelf: true });
      if (!found?.id.startsWith(sources)) return null;
      const built = join(checkout, "dist/server", found.id.slice(sources.length).replace(/\.ts$/, ".js"));
      return { id: `./${relative(outDir, built)}`, external: true };
    },
  };
}
