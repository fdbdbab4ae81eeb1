/** Starts the system's Chromium without a window, for pages of our own server. */
import type { Browser } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/** It talks to nobody but the server that it is given, and needs no graphics card. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // /dev/shm is small in containers.
  "--disable-dev-shm-usage",
];

/** There is no Chromium, or it does not start; the message is for the person at this machine. */
export class ChromiumError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = "ChromiumError";
    this.remedy = remedy;
  }
}

/** Throws a ChromiumError. Root's Chromium has no sandbox, which Chromium itself refuses to root. */
export async function openChromium(
  env: NodeJS.ProcessEnv = process.env,
  isRoot: boolean = process.getuid?.() === 0,
): Promise<Browser> {
  const executablePath = findChromium(env);
  if (executablePath === null) throw missing(env.CHROMIUM);
  const { chromium } = await import("playwright-core");
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath, chromiumSandbox, args: quiet });
  try {
    return await launch(!isRoot);
  } catch (error) {
    // Containers often have no user namespaces, which the sandbox is made of; the pages are our own.
    if (!isRoot && /sandbox/i.test(String(error))) return await launch(false).catch(fail);
    return fail(error);
  }

  function fail(error: unknown): never {
    const [why = ""] = String(error instanceof Error ? error.message : error)
      .replace(/^browserType.launch: /, "")
      .split("\n");
    const remedy = "try it by hand, or name another one in the variable CHROMIUM";
    throw new ChromiumError(`${executablePath} does not start: ${why}`, remedy);
  }
}

function missing(asked: string | undefined): ChromiumError {
  if (asked) return new ChromiumError(`CHROMIUM=${asked}: there is no such file`, "name Chromium's own path");
  return new ChromiumError(
    "no Chromium found",
    "apt install chromium (or Google Chrome, or name one in the variable CHROMIUM)",
  );
}
