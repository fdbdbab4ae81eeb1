/** What a speaker sees in the terminal when something is wrong, and that what can be presented is. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn as openPty } from "node-pty";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openBrowser, openTalk } from "./browser.ts";
import { type Server, startServer } from "./server.ts";
import { labTraces } from "./traces.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-deck-"));
let browser: Browser;
const servers: Server[] = [];
const before = labTraces();
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true });
  await vi.waitFor(() => expect(labTraces().filter((trace) => !before.includes(trace))).toEqual([]), {
    timeout: 10_000,
  });
});

function run(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/server/cli.js", ...args], {
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

async function present(
  name: string,
  content: string | Uint8Array,
): Promise<{ server: Server; text: string }> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const server = await startServer([path, "--labs", "off"]);
  servers.push(server);
  const { page } = await openTalk(browser, server.link);
  const text = (await page.getByRole("region", { name: /^Slide 1 of/ }).textContent()) ?? "";
  await page.context().close();
  return { server, text };
}

describe("the command line", () => {
  test.each([
    [["no-such-deck.md"], /no-such-deck\.md: there is no such file; name a Markdown file/],
    [["slides"], /slides: this is a folder/],
    [["--port", "99999"], /--port 99999: say a number from 0 to 65535/],
    [["--port", "x"], /--port x: say a number/],
    [["--host", "203.0.113.1"], /--host 203\.0\.113\.1: this machine has no such address/],
    [["--labs", "maybe"], /--labs maybe: say shared or off/],
    [
      ["--limits", "memroy=1G,idle=5"],
      /--limits "memroy" is no setting; did you mean "memory"\?.*\n--limits idle=5: "5" cannot be read; write a time/,
    ],
    [["--typing", "fast"], /--typing fast: say hand or instant/],
  ])("%j is told what is wrong and ends with 1", (args, message) => {
    const { status, said } = run(...args);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  test("a port in use is named, with one to try", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { status, said } = run("--port", String(port), "--labs", "off");
    expect(said).toContain(
      `port ${port} of 127.0.0.1 is in use; choose another: npm start -- --port ${port + 1}`,
    );
    expect(status).toBe(1);
    other.close();
  });

  test("prints the link first on standard output, and a token nowhere else", async () => {
    const server = await startServer(["--labs", "off"]);
    servers.push(server);
    expect(server.output().match(/token=/g)).toHaveLength(1);
    expect(server.output().match(/https?:\/\/\S+/)?.[0]).toBe(server.link);
  });
});

describe("where labs can run", () => {
  test("the start of a talk says so, with what runs them and what mends what is missing", async () => {
    const server = await startServer([]);
    servers.push(server);
    await vi.waitFor(() => expect(server.output()).toMatch(/^Labs: ready \(crun \d\S+.*\)/m), {
      timeout: 10_000,
    });
    for (const [, rest] of server.output().matchAll(/^ {2}no (.*)$/gm))
      expect(rest).toMatch(/: .+; (?:to mend it: |nothing mends that here)/);
  });
});

describe("in a terminal", () => {
  test("Enter prints another link, and Ctrl-C ends it", async () => {
    const args = ["dist/server/cli.js", "--port", "0", "--labs", "off", "--no-open"];
    const child = openPty(process.execPath, args, { cols: 200 });
    let output = "";
    child.onData((data) => {
      output += data;
    });
    const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
    const links = () => [...new Set(output.match(/http:\/\/\S+token=[\w-]+/g) ?? [])];
    await vi.waitFor(() => expect(output).toContain("Press Enter for another link"), { timeout: 10_000 });
    expect(links()).toHaveLength(1);
    child.write("\r");
    await vi.waitFor(() => expect(links()).toHaveLength(2));
    child.write("\x03");
    expect(await ended).toBe(0);
  });
});

describe("where there is a desktop", () => {
  test("the browser is handed a private file that leads to the link, and no argument holds the token", async () => {
    // Stands in for the desktop's own xdg-open, which needs a desktop.
    const opener = join(folder, "xdg-open");
    const told = join(folder, "opened");
    writeFileSync(
      opener,
      `#!/bin/sh\n{ echo "$@"; stat -c %a "$@"; cat "$@"; } >${told}.new && mv ${told}.new ${told}\n`,
    );
    chmodSync(opener, 0o755);
    const env = { DISPLAY: ":99", CI: "", SSH_CONNECTION: "", PATH: `${folder}:${process.env.PATH}` };
    const child = spawn(process.execPath, ["dist/server/cli.js", "--port", "0", "--labs", "off"], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await vi.waitFor(() => expect(existsSync(told)).toBe(true), { timeout: 10_000 });
    const [file = "", mode, page] = readFileSync(told, "utf8").split("\n");
    expect(file).not.toContain("token");
    expect(mode).toBe("600");
    expect(page).toMatch(/content="0;url=http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}"/);
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(existsSync(file)).toBe(false);
  });
});

describe("a deck", () => {
  test("that is empty says so, on the page and in the terminal", async () => {
    const { server, text } = await present("empty.md", "");
    expect(text).toMatch(/empty/i);
    expect(server.output()).toMatch(/empty\.md:1:1 .*empty/);
  });

  test("that is binary says so", async () => {
    const { server, text } = await present("binary.md", Uint8Array.of(0, 255, 1, 254, 0, 137, 80, 78, 71));
    expect(text).toMatch(/not a text file/);
    expect(server.output()).toMatch(/binary\.md:\d+:\d+ /);
  });

  test("with an unclosed fence is told where, and shows its good slides", async () => {
    const deck = "# Good\n\n---\n\n# Bad\n\n```sh\necho open\n\n---\n\n# After\n\n```sh\necho closed\n```\n";
    const { server, text } = await present("unclosed.md", deck);
    expect(text).toContain("Good");
    expect(server.output()).toMatch(/unclosed\.md:7:1 .*fence/);
  });

  test("with a link to a demo that is not there is told which file to write", async () => {
    const { server, text } = await present("linked.md", "# Demo\n\n[Demo](not-written)\n");
    expect(text).toMatch(/not there yet/);
    expect(server.output()).toMatch(/linked\.md:3:1 .*not-written/);
  });
});

describe("where labs cannot run", () => {
  test("the deck presents, the demo can be read, and says why it does not run and what to do", async () => {
    const server = await startServer(["--labs", "off"]);
    servers.push(server);
    const { page, errors } = await openTalk(browser, server.link);
    await page.goto(new URL("/#12", page.url()).href);
    await page.getByRole("button", { name: "Run demo" }).click();
    await page
      .getByRole("list", { name: "Steps" })
      .getByRole("listitem")
      .nth(30)
      .waitFor({ state: "attached" });
    const said = (await page.locator("main").textContent()) ?? "";
    expect(said).toMatch(/labs are switched off/i);
    expect(said).toMatch(/start without --labs off/i);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
