/** Opens a link in the desktop's browser without putting its token into any argument list. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** By then the browser has read the file. */
const readWithinMs = 60_000;

/** Hands the browser a private file that leads to the link; says so when there is no browser to be had. */
export async function openInBrowser(link: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shelldeck-"));
  const file = join(folder, "open.html");
  await writeFile(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${link}">`, {
    mode: 0o600,
  });
  const forget = () => rmSync(folder, { recursive: true, force: true });
  setTimeout(forget, readWithinMs).unref();
  process.on("exit", forget);
  const opener = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(opener, [file], { stdio: "ignore", detached: true });
  child.on("error", () =>
    process.stderr.write(`no browser was opened (${opener} is not here); open the link above\n`),
  );
  child.unref();
}
