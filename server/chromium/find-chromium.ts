/** Finds a browser of Chromium's family on this machine. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
/** Where macOS keeps them, which puts none in PATH. */
const macPrograms = ["Chromium", "Google Chrome", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** The path that CHROMIUM names, else the first browser in PATH, else null. */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const { CHROMIUM: asked, PATH = "" } = env;
  if (asked) return exists(asked) ? asked : null;
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  const inPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...macPrograms].find((path) => exists(path)) ?? null;
}
