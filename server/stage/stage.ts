/** What is presented: one lab, its terminals, and the demos and blocks that play in them. Knows no socket. */
import { randomBytes } from "node:crypto";
import type { Deck } from "../deck/index.ts";
import { type Demo, Play, type PlayState, type Typing } from "../demo/index.ts";
import { type Lab, type LabEngine, LabError } from "../lab/index.ts";
import type { LabState, Obstacle, Purpose, ServerMessage } from "../protocol.ts";
import { type OpenPty, Terminal } from "../terminal/index.ts";
import { blockSteps } from "./block-steps.ts";
import { SpareLabs } from "./spare-labs.ts";

/** Shells that the slides' blocks may hold at once: one more opens only while the others are busy. */
const maxSlideTerminals = 4;
const labSpec = { nodes: ["node1"] };
const size = { columns: 100, rows: 30 };

/** Where the deck and its demos come from. */
export interface StageLibrary {
  deck(): Promise<Deck>;
  /** Null when there is no demo of that name. */
  demo(name: string): Promise<Demo | null>;
}

/** Something asked for could not be done; the message says what, the remedy what to do. */
export class StageError extends Error {
  readonly remedy: string | null;
  constructor(message: string, remedy: string | null = null) {
    super(message);
    this.name = "StageError";
    this.remedy = remedy;
  }
}

interface OpenTerminal {
  terminal: Terminal;
  purpose: Purpose;
}

export class Stage {
  private readonly engine: LabEngine;
  private readonly library: StageLibrary;
  private readonly tell: (message: ServerMessage) => void;
  private readonly typing: Typing | undefined;
  private readonly openPty: OpenPty | undefined;
  private readonly terminals = new Map<number, OpenTerminal>();
  private readonly demos = new Map<string, Play>();
  /** The last block that was run in each slides' terminal. */
  private readonly blocks = new Map<number, { name: string; play: Play }>();
  private readonly opening = new Map<string, Promise<OpenTerminal>>();
  private labState: LabState = { state: "none" };
  private lab: Promise<Lab> | null = null;
  private usedBy = new Set<string>();
  private lastTerminal = 0;
  private readonly spares: SpareLabs;
  private unused: { lab: Lab; terminal: Terminal } | null = null;
  private isDisposed = false;

  constructor(
    engine: LabEngine,
    library: StageLibrary,
    tell: (message: ServerMessage) => void,
    options: { typing?: Typing; openPty?: OpenPty } = {},
  ) {
    this.engine = engine;
    this.library = library;
    this.tell = tell;
    this.typing = options.typing;
    this.openPty = options.openPty;
    this.spares = new SpareLabs(engine, labSpec, (lab) => this.makeTerminal(lab));
  }

  /** Why labs cannot run here; null where they can. */
  get obstacle(): Obstacle | null {
    return this.engine.obstacle;
  }

  /** Somebody who may start the lab is here. */
  warm(): void {
    if (!this.lab) this.spares.warm();
  }

  /** What a seat that comes now must hear. */
  state(): ServerMessage[] {
    return [
      { type: "lab", lab: this.labState },
      ...[...this.terminals.values()].map(describe),
      ...[...this.demos].map(([demo, play]) => demoMessage(demo, play.state)),
    ];
  }

  terminal(id: number): Terminal | undefined {
    return this.terminals.get(id)?.terminal;
  }

  /** Makes sure that a lab and a terminal for this purpose are there. */
  async open(purpose: Purpose): Promise<void> {
    if (purpose.kind === "demo") await this.demo(purpose.demo);
    else await this.slideTerminal();
  }

  async play(name: string, step: number): Promise<void> {
    const { demo, play } = await this.demo(name);
    if (play.isPlaying || play.state.next !== step) return;
    this.use(demo.title);
    play.play(step);
  }

  /** The script of a demo was saved: a demo that is open goes on with it after the step that plays, which is when this resolves. */
  async reload(name: string): Promise<void> {
    const demo = await this.library.demo(name);
    if (demo) await this.demos.get(name)?.replace(demo.acts.flatMap((act) => act.steps));
  }

  /** Types a slide's block into a slides' terminal that waits for a command. */
  async run(slideIndex: number, blockIndex: number, values: Record<string, string>): Promise<void> {
    const deck = await this.library.deck();
    const slide = deck.slides[slideIndex - 1];
    const block = slide?.blocks[blockIndex];
    if (!slide || !block)
      throw new StageError(`slide ${slideIndex} has no block ${blockIndex} to run`, "reload the page");
    const steps = blockSteps(block, values);
    if (typeof steps === "string") throw new StageError(steps);
    const name = `${slideIndex}/${blockIndex}`;
    const running = [...this.blocks.values()].find((each) => each.name === name && each.play.isPlaying);
    if (running?.play.state.reports[0]?.state === "running")
      throw new StageError("this block still runs", "end its program (Ctrl-C), then run it again");
    if (running) return;
    const { terminal } = await this.slideTerminal();
    this.blocks.get(terminal.id)?.play.dispose();
    this.use(`slide ${slideIndex}`);
    const play = new Play(
      steps,
      terminal,
      (state) => this.tell(blockMessage(slideIndex, blockIndex, state)),
      this.typing,
    );
    this.blocks.set(terminal.id, { name, play });
    play.play(0);
  }

  /** Ends the lab and starts a fresh one with the terminals that the old one had. */
  async reset(): Promise<void> {
    const purposes = new Map(
      [...this.terminals.values()].map(({ purpose }) => [JSON.stringify(purpose), purpose]),
    );
    await this.end();
    await this.startLab();
    await Promise.all([...purposes.values()].map((purpose) => this.open(purpose)));
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    await Promise.all([this.spares.dispose(), this.end()]);
  }

  private async end(): Promise<void> {
    for (const play of this.demos.values()) play.dispose();
    for (const { play } of this.blocks.values()) play.dispose();
    this.demos.clear();
    this.blocks.clear();
    this.opening.clear();
    for (const [id, { terminal }] of this.terminals) {
      terminal.dispose();
      this.tell({ type: "closed", terminal: id });
    }
    this.terminals.clear();
    this.unused?.terminal.dispose();
    this.unused = null;
    const lab = this.lab;
    this.lab = null;
    this.usedBy = new Set();
    this.changeLab({ state: "none" });
    await lab?.then((each) => each.dispose()).catch(() => {});
  }

  private async demo(name: string): Promise<{ demo: Demo; play: Play }> {
    const demo = await this.library.demo(name);
    if (!demo) throw new StageError(`there is no demo "${name}"`, `write demos/${name}.sh`);
    const purpose: Purpose = { kind: "demo", demo: name };
    const { terminal } = await this.once(purpose, () =>
      this.openTerminal(purpose, demo.acts[0]?.steps[0]?.node),
    );
    const known = this.demos.get(name);
    if (known) return { demo, play: known };
    const steps = demo.acts.flatMap((act) => act.steps);
    const play = new Play(steps, terminal, (state) => this.tell(demoMessage(name, state)), this.typing);
    this.demos.set(name, play);
    this.tell(demoMessage(name, play.state));
    return { demo, play };
  }

  private async slideTerminal(): Promise<OpenTerminal> {
    const all = [...this.terminals.values()].filter(({ purpose }) => purpose.kind === "slides");
    const ready = all.findLast(
      ({ terminal }) =>
        (terminal.state === "prompt" || terminal.state === "starting") &&
        !this.blocks.get(terminal.id)?.play.isPlaying,
    );
    if (ready) return ready;
    if (all.filter(({ terminal }) => terminal.state !== "exited").length >= maxSlideTerminals)
      throw new StageError(
        "all shells of the slides are busy",
        "end a program in one of them (Ctrl-C), or reset the lab",
      );
    return await this.once({ kind: "slides" }, () => this.openTerminal({ kind: "slides" }));
  }

  /** One opening a purpose at a time; a demo's terminal is opened once for the life of its lab. */
  private async once(purpose: Purpose, open: () => Promise<OpenTerminal>): Promise<OpenTerminal> {
    const key = JSON.stringify(purpose);
    const known = this.opening.get(key);
    if (known) return await known;
    const promise = open();
    this.opening.set(key, promise);
    const forget = () => this.opening.get(key) === promise && this.opening.delete(key);
    promise.then(() => purpose.kind === "slides" && forget(), forget);
    return await promise;
  }

  private async openTerminal(purpose: Purpose, wanted?: string): Promise<OpenTerminal> {
    const lab = await this.startLab();
    const terminal = this.takeUnused(lab, wanted) ?? (await this.makeTerminal(lab, wanted));
    if (this.isDisposed || !this.lab || (await this.lab) !== lab) {
      terminal.dispose();
      throw new StageError("the lab has ended");
    }
    const open = { terminal, purpose };
    this.terminals.set(terminal.id, open);
    terminal.listen({ changed: () => this.tell(describe(open)) });
    this.tell(describe(open));
    return open;
  }

  /** The shell that was kept ready with the lab, for the first who wants one. */
  private takeUnused(lab: Lab, wanted: string | undefined): Terminal | null {
    const unused = this.unused;
    if (unused?.lab !== lab || (wanted !== undefined && unused.terminal.node !== wanted)) return null;
    this.unused = null;
    return unused.terminal;
  }

  private async makeTerminal(lab: Lab, wanted?: string): Promise<Terminal> {
    const node = wanted ?? lab.nodes[0] ?? "node1";
    const nonce = randomBytes(16).toString("hex");
    const command = await lab.shell(node, nonce);
    this.lastTerminal += 1;
    return new Terminal(
      { id: this.lastTerminal, node, epoch: randomBytes(8).toString("hex"), nonce, size, command },
      this.openPty,
    );
  }

  private async startLab(): Promise<Lab> {
    if (this.isDisposed) throw new StageError("the server is stopping");
    if (this.engine.obstacle) throw new StageError(this.engine.obstacle.reason, this.engine.obstacle.remedy);
    if (this.lab) return await this.lab;
    this.changeLab({ state: "starting" });
    const promise = this.spares.take().then(({ lab, terminal }) => {
      if (terminal && this.lab === promise && terminal.state !== "exited") this.unused = { lab, terminal };
      else terminal?.dispose();
      return lab;
    });
    this.lab = promise;
    try {
      const lab = await promise;
      lab.ended.then(() => this.lab === promise && this.lose(lab));
      if (this.lab === promise) this.sayReady(lab);
      return lab;
    } catch (error) {
      if (this.lab === promise) this.lab = null;
      const remedy = error instanceof LabError ? error.remedy : "try again";
      const message = error instanceof Error ? error.message : String(error);
      this.changeLab({ state: "failed", error: message, remedy });
      throw new StageError(message, remedy);
    }
  }

  private lose(lab: Lab): void {
    const error = `lab ${lab.id} has ended by itself`;
    this.end().then(() =>
      this.changeLab({ state: "failed", error, remedy: "reset the lab for a fresh one" }),
    );
  }

  private use(what: string): void {
    this.usedBy.add(what);
    this.lab?.then((lab) => this.sayReady(lab)).catch(() => {});
  }

  private sayReady(lab: Lab): void {
    this.changeLab({ state: "ready", lab: lab.id, nodes: [...lab.nodes], usedBy: [...this.usedBy] });
  }

  private changeLab(state: LabState): void {
    this.labState = state;
    this.tell({ type: "lab", lab: state });
  }
}

function describe({ terminal, purpose }: OpenTerminal): ServerMessage {
  const { id, epoch, node, state } = terminal;
  return { type: "terminal", terminal: id, epoch, purpose, node, ...terminal.size, state };
}

function demoMessage(demo: string, state: PlayState): ServerMessage {
  return { type: "demo", demo, steps: state.reports, next: state.next, paused: state.paused };
}

function blockMessage(slide: number, block: number, state: PlayState): ServerMessage {
  const report = state.reports[0] ?? { state: "idle", exit: null, durationMs: null, why: null };
  return { type: "block", slide, block, report: state.paused ? { ...report, why: state.paused } : report };
}
