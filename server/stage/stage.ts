/** What is presented: one lab, its terminals, and the demos and blocks that play in them. Knows no socket. */
import type { Deck } from "../deck/index.ts";
import type { Demo, Typing } from "../demo/index.ts";
import { defaultLabRules, type LabRules, type LabUser, leaseTerms, type RuledEngine } from "../lab/index.ts";
import type { Obstacle, Purpose, ServerMessage } from "../protocol.ts";
import type { OpenPty, Terminal } from "../terminal/index.ts";
import { BlockPlays } from "./block-plays.ts";
import { CurrentLab } from "./current-lab.ts";
import { DemoPlays } from "./demo-plays.ts";
import { LabLease } from "./lab-lease.ts";
import { LabNeeds } from "./lab-needs.ts";
import { shellOpener } from "./open-shell.ts";
import { StageError } from "./stage-error.ts";
import { StageTerminals } from "./stage-terminals.ts";

/** Where the deck and its demos come from. */
export interface StageLibrary {
  deck(): Promise<Deck>;
  /** Null when there is no demo of that name. */
  demo(name: string): Promise<Demo | null>;
}

export interface StageOptions {
  typing?: Typing | undefined;
  openPty?: OpenPty;
  /** How long its lab may live. */
  rules?: LabRules | undefined;
  user?: LabUser;
  /** Labs that are kept ready. */
  spares?: number;
}

export class Stage {
  private readonly library: StageLibrary;
  private readonly needs: LabNeeds;
  private readonly lab: CurrentLab;
  private readonly lease: LabLease;
  private readonly terminals: StageTerminals;
  private readonly demos: DemoPlays;
  private readonly blocks: BlockPlays;
  private resetting: Promise<void> | null = null;

  constructor(
    engine: RuledEngine,
    library: StageLibrary,
    tell: (message: ServerMessage) => void,
    { typing, openPty, rules = defaultLabRules, user = "presenter", spares = 1 }: StageOptions = {},
  ) {
    const openShell = shellOpener(openPty);
    const needs = new LabNeeds(library);
    const lease = new LabLease(leaseTerms(rules, user), { tell, over: (why) => this.expire(why) });
    const wish = { seat: `the ${user}`, nodes: () => needs.nodes(), spares };
    const lab = new CurrentLab(engine, wish, openShell, (state) => {
      tell({ type: "lab", lab: state });
      if (state.state === "ready") lease.begin(state.lab);
      else lease.end();
      if (state.state === "ended") for (const each of this.shown()) tell(each);
    });
    const typed = () => {
      lab.touch();
      lease.used();
    };
    const terminals = new StageTerminals(lab, openShell, { tell, typed, printed: () => lease.used() });
    this.library = library;
    this.needs = needs;
    this.lab = lab;
    this.lease = lease;
    this.terminals = terminals;
    const find = (name: string) => library.demo(name);
    const labWith = (demo: string, nodes: readonly string[]) => this.labWith(demo, nodes);
    this.demos = new DemoPlays({ find, labWith, terminals, tell, typing });
    this.blocks = new BlockPlays({ terminals, tell, use: (what) => lab.use(what), typing });
  }

  /** Why labs cannot run here; null where they can. */
  get obstacle(): Obstacle | null {
    return this.lab.obstacle;
  }

  /** Somebody who may start the lab is here. */
  warm(): void {
    this.lab.warm();
  }

  /** What a seat that comes now must hear. */
  state(): ServerMessage[] {
    return [{ type: "lab", lab: this.lab.state }, this.lease.message(), ...this.shown()];
  }

  terminal(id: number): Terminal | undefined {
    return this.terminals.get(id);
  }

  /** Makes sure that a lab and a terminal for this purpose are there. */
  async open(purpose: Purpose): Promise<void> {
    if (this.hasEnded) this.clear();
    this.lease.used();
    if (purpose.kind === "demo") await this.demos.open(purpose.demo);
    else await this.blocks.terminal();
  }

  /** Plays a demo's step if it is the next one and nothing else plays. */
  async play(name: string, step: number): Promise<void> {
    if (this.hasEnded) throw new StageError("the lab has ended", "reset the lab for a fresh one");
    this.lease.used();
    const { demo, play } = await this.demos.open(name);
    if (play.isPlaying || play.state.next !== step) return;
    this.lab.use(demo.title);
    play.play(step);
  }

  /** The script of a demo was saved: a demo that is open goes on with it after the step that plays, which is when this resolves. */
  async reload(name: string): Promise<void> {
    this.refit();
    await this.demos.reload(name);
  }

  /** The deck or a demo was saved: the labs that are kept ready follow what it needs now. */
  refit(): void {
    this.lab.refit();
  }

  /** Types a slide's block into a slides' terminal that waits for a command. */
  async run(slide: number, block: number, values: Record<string, string>): Promise<void> {
    const deck = await this.library.deck();
    const found = deck.slides[slide - 1]?.blocks[block];
    if (!found) throw new StageError(`slide ${slide} has no block ${block} to run`, "reload the page");
    if (this.hasEnded) this.clear();
    this.lease.used();
    await this.blocks.run(slide, found, values);
  }

  /** Ends the lab and starts a fresh one with the terminals that the old one had; asked for again meanwhile, it is the same reset. */
  async reset(): Promise<void> {
    this.resetting ??= this.resetOnce().finally(() => {
      this.resetting = null;
    });
    await this.resetting;
  }

  /** The lab is still wanted: its end for want of use is put off. */
  extend(): void {
    this.lease.used();
  }

  async dispose(): Promise<void> {
    await Promise.all([this.lab.dispose(), this.end()]);
  }

  /** The lab is gone, though the last that its terminals showed may be there still. */
  private get hasEnded(): boolean {
    return this.lab.state.state === "ended";
  }

  private shown(): ServerMessage[] {
    return [...this.terminals.state(), ...this.demos.state()];
  }

  private async resetOnce(): Promise<void> {
    const purposes = this.terminals.purposes();
    this.clear();
    this.lab.end().catch(() => {});
    await this.lab.start();
    await Promise.all(purposes.map((purpose) => this.open(purpose)));
  }

  private async labWith(demo: string, nodes: readonly string[]): Promise<readonly string[]> {
    this.needs.add(demo);
    const lab = await this.lab.start();
    const isFit = nodes.every((node) => lab.nodes.includes(node));
    if (isFit || this.resetting || this.lab.isUsed) return lab.nodes;
    await this.reset();
    return (await this.lab.start()).nodes;
  }

  private async expire(why: string): Promise<void> {
    this.clear();
    await this.lab.end({ state: "ended", why, remedy: "Run demo starts a fresh one" });
  }

  private async end(): Promise<void> {
    this.clear();
    await this.lab.end();
  }

  private clear(): void {
    this.demos.end();
    this.blocks.end();
    this.terminals.end();
  }
}
