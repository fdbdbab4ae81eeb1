/** The built client on a server of this process, over a deck that a test may edit, and windows of all roles. */
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type App, startApp } from "../../server/app.ts";
import { atOnce } from "../../server/demo/index.ts";
import { noLabs } from "../../server/lab/index.ts";
import { openLibrary } from "../../server/library/index.ts";
import type { Role } from "../../server/protocol.ts";

const clientFolder = fileURLToPath(new URL("../../dist/client", import.meta.url));

export interface TalkApp {
  app(): App;
  folder: string;
  /** Saves a file as editors do: a new one in the old one's place. */
  save(name: string, text: string): Promise<void>;
  stop(): Promise<void>;
  /** A new server on the same port. */
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** Serves `deck` and the files beside it, without labs. */
export async function serveTalk(deck: string, files: Record<string, string> = {}): Promise<TalkApp> {
  const folder = await mkdtemp(join(tmpdir(), "shelldeck-talk-"));
  const save = async (name: string, text: string) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}~`, text);
    await rename(`${path}~`, path);
  };
  for (const [name, text] of Object.entries({ "deck.md": deck, ...files })) await save(name, text);
  const listen = async (port: number) =>
    await startApp({
      library: await openLibrary(join(folder, "deck.md")),
      engine: noLabs("no labs in this test", "none"),
      host: "127.0.0.1",
      port,
      clientFolder,
      typing: atOnce,
    });
  let app = await listen(0);
  return {
    app: () => app,
    folder,
    save,
    stop: () => app.dispose(),
    start: async () => {
      app = await listen(Number(new URL(app.url).port));
    },
    dispose: async () => {
      await app.dispose();
      await rm(folder, { recursive: true });
    },
  };
}

/** A browser of its own, signed in with this role; sessions end with the server, so it can sign in again. */
export async function signIn(
  talk: TalkApp,
  browser: Browser,
  role: Role = "presenter",
  size = { width: 960, height: 540 },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  await signInAgain(talk, context, role);
  return context;
}

/** For a server that was started anew. */
export async function signInAgain(talk: TalkApp, context: BrowserContext, role: Role): Promise<void> {
  const { sessions, url } = talk.app();
  const entered = sessions.enter(sessions.invite(role));
  const value = "secret" in entered ? entered.secret : "";
  const { port } = new URL(url);
  await context.addCookies([{ name: `shelldeck-${port}`, value, url, httpOnly: true, sameSite: "Strict" }]);
}

/** A window that has heard the server's first word; `path` as in `/#3` or `/presenter`. */
export async function openWindow(talk: TalkApp, context: BrowserContext, path = "/"): Promise<Page> {
  const page = await context.newPage();
  const line = page.waitForEvent("websocket");
  await page.goto(`${talk.app().url}${path}`);
  await (await line).waitForEvent("framereceived");
  return page;
}
