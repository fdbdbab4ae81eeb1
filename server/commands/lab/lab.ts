/** `lab [-- COMMAND...]`: a root shell in a fresh lab, or one command there. */
import { isatty } from "node:tty";
import { defineCommand } from "citty";
import {
  createLabEngine,
  type Lab,
  type LabEngine,
  LabError,
  type NodeLimits,
  parseLimits,
} from "../../lab/index.ts";
import { CommandFailure, print, tell } from "../output.ts";
import { startProgress } from "../progress.ts";
import { imageArchive } from "../root.ts";
import { labFailed, signalStatus } from "./exit-status.ts";
import { moreShells } from "./more-shells.ts";
import { planText } from "./plan-text.ts";
import { runOnNode } from "./run-on-node.ts";
import { stoppedBySignal } from "./stopped-by-signal.ts";
import { banner, connect, terminalVariables } from "./streams.ts";
import { commandIn, type WishedNodes, wishedNodes } from "./words.ts";

/** How often one is told that a lab is still starting, in ms. */
const tellEveryMs = 1000;

export const labCommand = defineCommand({
  meta: { name: "lab", description: "a root shell in a fresh lab, or one command there: lab -- COMMAND..." },
  args: {
    node: { type: "string", description: "the node to be on (the first)" },
    nodes: { type: "string", description: "the nodes that there are, such as node1,node2 (node1)" },
    limits: { type: "string", description: "what a node may use, such as memory=512M,cpus=0.5", default: "" },
    keep: { type: "boolean", description: "keep the lab until Ctrl-C, and say how to get more shells in it" },
    "dry-run": {
      type: "boolean",
      description: "print what the lab would be made of, as JSON, and make none",
    },
  },
  async run({ args, rawArgs }) {
    const wish = { ...wishedNodes(args.node, args.nodes), command: commandIn(rawArgs), isKept: args.keep };
    const limits = readLimits(args.limits);
    const stopped = stoppedBySignal();
    const engine = await starting(createLabEngine({ limits, images: imageArchive, trial: false }));
    const session = args["dry-run"] ? describe(engine, wish) : inLab(engine, wish, stopped);
    await session.catch(() => {});
    await engine.dispose();
    const { status, passedOn } = await session.catch(fail);
    await passedOn;
    process.exit(status);
  },
});

interface Wish extends WishedNodes {
  /** Null for a shell. */
  command: string[] | null;
  isKept: boolean | undefined;
}

interface Ended {
  status: number;
  passedOn?: Promise<void>;
}

async function inLab(engine: LabEngine, wish: Wish, stopped: Promise<NodeJS.Signals>): Promise<Ended> {
  const lab = await Promise.race([starting(engine.create({ nodes: wish.nodes })), stopped]);
  if (typeof lab === "string") return { status: signalStatus(lab) };
  const streams = connect([isatty(0), isatty(1), isatty(2)]);
  if (streams.terminal && !wish.command && isatty(2)) tell(banner(lab.nodes, wish.node));
  const more = wish.isKept ? moreShells(lab, wish.node, terminalVariables(process.env)) : null;
  if (more)
    tell(`More shells in it, from other terminals: ${more.line}${lab.nodes.length > 1 ? " [NODE]" : ""}`);
  const running = runOnNode(lab, wish.node, wish.command ?? ["bash"], streams);
  const status = await Promise.race([running.status, stopped.then(signalStatus)]);
  if (more) await kept(lab, status, stopped);
  more?.close();
  return { status, passedOn: running.passedOn };
}

/** Prints the plan of a lab that is not made. */
async function describe(engine: LabEngine, { nodes }: Wish): Promise<Ended> {
  print(planText(engine.plan({ nodes })));
  return { status: 0 };
}

function readLimits(text: string): NodeLimits {
  const { node, mistakes } = parseLimits(text);
  if (mistakes.length === 0) return node;
  throw new CommandFailure(mistakes.map((mistake) => `lab: --limits ${mistake}`).join("\n"), labFailed);
}

/** Waits for the end of a lab that outlives its command. */
async function kept(lab: Lab, status: number, stopped: Promise<unknown>): Promise<void> {
  tell(`It ended with status ${status}; the lab lives on until Ctrl-C.`);
  await Promise.race([stopped, lab.ended]);
}

/** Says on a terminal that a lab is still starting while that takes long; elsewhere standard error is the command's own. */
async function starting<T>(start: Promise<T>): Promise<T> {
  if (!isatty(2)) return await start;
  const progress = startProgress();
  const since = Date.now();
  const timer = setInterval(() => {
    progress(`starting the lab (${Math.round((Date.now() - since) / 1000)} s)`);
  }, tellEveryMs);
  try {
    return await start;
  } finally {
    clearInterval(timer);
    progress.done();
  }
}

/** A lab that could not be made is told with its cause and its remedy. */
function fail(error: unknown): never {
  if (!(error instanceof LabError)) throw error;
  throw new CommandFailure(`lab: ${error.message}: ${error.remedy}`, labFailed);
}
