/** A server that is killed in the middle of a demo leaves nothing of its labs behind. */
import { spawn } from "node:child_process";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openTalk, stepEnd } from "./browser.ts";
import { startServer } from "./server.ts";
import { labTraces } from "./traces.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(["SIGKILL", "SIGTERM"] as const)(
  "after %s no process, namespace, mount, cgroup or file of it is left",
  async (signal) => {
    const before = labTraces();
    const server = await startServer(["--typing", "instant"]);
    const { page } = await openTalk(browser, server.link);
    await page.goto(new URL("/#12/demo1-linux-bridge", page.url()).href);
    for (const step of [0, 1, 2]) {
      await page.getByRole("button", { name: "Next step" }).click();
      await stepEnd(page, step);
    }
    await page.getByRole("button", { name: "Next step" }).click();
    const during = labTraces();
    const made = during.filter((trace) => !before.includes(trace));
    expect(made.filter((trace) => trace.startsWith("process")).length).toBeGreaterThan(2);
    expect(made.filter((trace) => trace.startsWith("namespace")).length).toBeGreaterThanOrEqual(7);
    server.process.kill(signal);
    await expect
      .poll(() => labTraces().filter((trace) => !before.includes(trace)), { timeout: 10_000 })
      .toEqual([]);
    await page.context().close();
  },
);

test("killed at any moment of its start it leaves nothing either", async () => {
  const before = labTraces();
  for (let afterMs = 100; afterMs <= 900; afterMs += 50) {
    const child = spawn(process.execPath, ["dist/server/cli.js", "--port", "0", "--no-open"], {
      stdio: "ignore",
    });
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    child.kill("SIGKILL");
  }
  await expect
    .poll(() => labTraces().filter((trace) => !before.includes(trace)), { timeout: 15_000 })
    .toEqual([]);
});
