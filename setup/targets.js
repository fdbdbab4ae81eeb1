/** What is built: the server by TypeScript, the client by Vite. */
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "./fingerprint.js";
import { runLogged } from "./run.js";
import { SetupError } from "./say.js";

/** @typedef {import("./built.js").Target} Target */

/**
 * @param {string} what
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function compile(what, root, args, env) {
  const result = await runLogged(`build-${what}`, { file: process.execPath, args, cwd: root, env });
  if (result.status === 0) return;
  throw new SetupError(
    `${result.text.trimEnd()}\nthe ${what} does not build`,
    `Mend what the compiler names above, or go back to a version that builds. (log: ${result.log})`,
  );
}

/** @type {Target} */
export const server = {
  name: "server",
  entry: "cli.js",
  sources: ["server", "tsconfig.json", "tsconfig.server.json", "package-lock.json"],
  async make(root, folder) {
    await compile("server", root, [
      "node_modules/typescript/bin/tsc",
      "-p",
      "tsconfig.server.json",
      "--outDir",
      folder,
    ]);
    for (const file of filesBelow(root, "server").filter((name) => !/\.tsx?$/.test(name))) {
      const copy = join(folder, file.slice("server/".length));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(root, file), copy);
    }
  },
};

/** @type {Target} */
export const client = {
  name: "client",
  entry: "index.html",
  sources: ["client", "server/protocol.ts", "vite.config.ts", "tsconfig.json", "package-lock.json"],
  make(root, folder) {
    const args = [
      "node_modules/vite/bin/vite.js",
      "build",
      "--outDir",
      folder,
      "--emptyOutDir",
      "--logLevel",
      "warn",
    ];
    return compile("client", root, args, { ...process.env, NODE_ENV: "production" });
  },
};
