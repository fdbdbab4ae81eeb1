/** The system's Chromium, and what a person does in it. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../server/chromium/index.ts";

const executablePath = findChromium() ?? "/usr/bin/chromium";

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface PageOptions {
  width?: number;
  height?: number;
  theme?: "light" | "dark";
}

/** A page of its own that has come in by this link; every error the page reports is kept in `errors`. */
export async function openTalk(
  browser: Browser,
  link: string,
  options: PageOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 720 },
    colorScheme: options.theme ?? "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on(
    "response",
    (response) => response.status() >= 400 && errors.push(`${response.status()} ${response.url()}`),
  );
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(link);
  await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  return { page, errors };
}

/** What the terminal shows, as text. */
export async function terminalText(page: Page): Promise<string> {
  return await page.locator(".xterm-rows").innerText();
}

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Axe's violations on the page as it is, each with the first element it is about. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
    interface AxeResults {
      violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
    }
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}: ${nodes[0]?.failureSummary}`,
    );
  });
}

/** Waits until a step of the demo is done or failed, and returns what its item says. */
export async function stepEnd(page: Page, index: number): Promise<string> {
  const item = page.getByRole("list", { name: "Steps" }).getByRole("listitem").nth(index);
  await expect.poll(async () => await item.innerText(), { timeout: 30_000 }).toMatch(/\b(done|failed)\b/i);
  return await item.innerText();
}
