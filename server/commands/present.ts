/** `present [DECK]`: serves a deck on this machine until it is told to stop. */
import { relative } from "node:path";
import { createInterface } from "node:readline";
import { defineCommand } from "citty";
import { type App, startApp } from "../app.ts";
import { atOnce, byHand, formatProblem } from "../demo/index.ts";
import { createLabEngine, type LabEngine, type LabRules, noLabs, parseLimits } from "../lab/index.ts";
import { type Library, openLibrary } from "../library/index.ts";
import { whyNoDeck } from "./deck-file.ts";
import { tellReadiness } from "./doctor/tell-readiness.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { imageArchive, root } from "./root.ts";
import { fromWhereTyped } from "./typed-path.ts";

const defaultPort = 3030;
/** Ports after the default one that are tried when nobody asked for one. */
const otherPorts = 20;
/** One Ctrl-C can reach this process twice, from the terminal and from npm; a second one on purpose comes later. */
const sameSignalMs = 1000;

export const presentCommand = defineCommand({
  meta: { name: "present", description: "present a deck (the default)" },
  args: {
    deck: {
      type: "positional",
      required: false,
      description: "the deck's Markdown file",
      default: `${root}slides/container-networking.md`,
    },
    port: { type: "string", description: `port to listen on (${defaultPort}, or the next free one)` },
    host: { type: "string", description: "address to listen on", default: "127.0.0.1" },
    open: { type: "boolean", description: "open a browser (where there is a desktop)" },
    labs: { type: "string", description: "shared: the presenter's lab; off: none", default: "shared" },
    limits: {
      type: "string",
      description: "what labs may use and how long they live, such as memory=512M,idle=30m",
      default: "",
    },
    typing: { type: "string", description: "how demos are typed: hand or instant", default: "hand" },
    dev: { type: "boolean", description: "serve the client from its sources, through Vite", default: false },
  },
  async run({ args }) {
    const mistake = mistakeIn(args);
    if (mistake) fail(mistake);
    const limits = parseLimits(args.limits);
    if (limits.mistakes.length > 0) fail(limits.mistakes.map((each) => `--limits ${each}`).join("\n"));
    const starting =
      args.labs === "off"
        ? noLabs("labs are switched off (--labs off)", "start without --labs off")
        : createLabEngine({ limits: limits.node, images: imageArchive });
    const library = await openLibrary(fromWhereTyped(args.deck)).catch(async (error) => {
      await (await starting).dispose();
      return fail(whyNoDeck(args.deck, error, "npm start -- slides/my-talk.md"));
    });
    const engine = await starting;
    const app = await listen(library, engine, limits.rules, args);
    stopOnSignals(app);
    await announce(app, library, engine);
    if (args.open ?? hasDesktop()) await openInBrowser(app.link());
  },
});

interface Arguments {
  port?: string | undefined;
  labs: string;
  typing: string;
}

function mistakeIn({ port, labs, typing }: Arguments): string | null {
  if (labs !== "shared" && labs !== "off") return `--labs ${labs}: say shared or off`;
  if (typing !== "hand" && typing !== "instant") return `--typing ${typing}: say hand or instant`;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535))
    return `--port ${port}: say a number from 0 to 65535`;
  return null;
}

interface ListenArguments {
  port?: string | undefined;
  host: string;
  typing: string;
  dev: boolean;
}

async function listen(
  library: Library,
  engine: LabEngine,
  rules: LabRules,
  args: ListenArguments,
): Promise<App> {
  const asked = args.port === undefined ? null : Number(args.port);
  const last = asked ?? defaultPort + otherPorts;
  for (let port = asked ?? defaultPort; ; port++) {
    try {
      return await startApp({
        library,
        engine,
        rules,
        host: args.host,
        port,
        clientFolder: `${root}dist/client`,
        typing: args.typing === "instant" ? atOnce : byHand,
        ...(args.dev ? { dev: (await import("./dev-server.ts")).openDevServer(root) } : {}),
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port < last) continue;
      await engine.dispose();
      if (code === "EADDRINUSE")
        fail(`port ${port} of ${args.host} is in use; choose another: npm start -- --port ${port + 1}`);
      if (code === "EACCES")
        fail(`port ${port} needs root; choose one from 1024 on: npm start -- --port ${defaultPort}`);
      if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
        fail(`--host ${args.host}: this machine has no such address`);
      fail(message);
    }
  }
}

async function announce(app: App, library: Library, engine: LabEngine): Promise<void> {
  const deck = await library.deck();
  for (const problem of deck.problems)
    process.stderr.write(`${formatProblem(relative("", library.deckPath), problem)}\n`);
  process.stdout.write(
    `\n${deck.title}: ${deck.slides.length} slides. Open this link; it lets one browser in, once:\n\n`,
  );
  process.stdout.write(`  ${app.link()}\n\n`);
  tellReadiness(engine.obstacle).catch((error: Error) => process.stderr.write(`doctor: ${error.message}\n`));
  if (!process.stdin.isTTY) return;
  process.stdout.write("Press Enter for another link, Ctrl-C to stop.\n");
  createInterface({ input: process.stdin }).on("line", () => process.stdout.write(`  ${app.link()}\n`));
}

function stopOnSignals(app: App): void {
  let stoppingSince: number | null = null;
  const stop = async () => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > sameSignalMs) process.exit(130);
      return;
    }
    stoppingSince = Date.now();
    await app.dispose();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

function hasDesktop(): boolean {
  if (process.env.CI || process.env.SSH_CONNECTION) return false;
  return process.platform === "darwin" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
