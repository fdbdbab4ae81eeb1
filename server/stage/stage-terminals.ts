/** The terminals of the lab in use, each with its purpose: one for each node of a demo, a few for the slides' blocks. */
import type { Purpose, ServerMessage } from "../protocol.ts";
import type { Terminal } from "../terminal/index.ts";
import type { CurrentLab } from "./current-lab.ts";
import type { OpenShell } from "./open-shell.ts";
import { StageError } from "./stage-error.ts";

/** Shells that the slides' blocks may hold at once: one more opens only while the others are busy. */
const maxSlideTerminals = 4;

/** Who hears of them. */
export interface TerminalsListener {
  tell(message: ServerMessage): void;
  /** A person typed. */
  typed(): void;
  /** A program printed. */
  printed(): void;
}

interface OpenTerminal {
  terminal: Terminal;
  purpose: Purpose;
}

export class StageTerminals {
  private readonly lab: CurrentLab;
  private readonly openShell: OpenShell;
  private readonly listener: TerminalsListener;
  private readonly all = new Map<number, OpenTerminal>();
  private readonly opening = new Map<string, Promise<Terminal>>();

  constructor(lab: CurrentLab, openShell: OpenShell, listener: TerminalsListener) {
    this.lab = lab;
    this.openShell = openShell;
    this.listener = listener;
  }

  get(id: number): Terminal | undefined {
    return this.all.get(id)?.terminal;
  }

  /** What a seat that comes now must hear. */
  state(): ServerMessage[] {
    return [...this.all.values()].map(describe);
  }

  /** What there are terminals for, each once. */
  purposes(): Purpose[] {
    return [
      ...new Map([...this.all.values()].map(({ purpose }) => [JSON.stringify(purpose), purpose])).values(),
    ];
  }

  /** A demo's terminal on a node, which is opened once for the life of its lab. */
  async ofDemo(demo: string, node: string): Promise<Terminal> {
    return await this.once({ kind: "demo", demo }, node);
  }

  /** A slides' terminal that waits for a command; `isPlaying`: a block is being typed or runs in the terminal of that number. */
  async ofSlides(isPlaying: (terminal: number) => boolean): Promise<Terminal> {
    const all = [...this.all.values()].flatMap(({ purpose, terminal }) =>
      purpose.kind === "slides" ? [terminal] : [],
    );
    const ready = all.findLast(
      ({ id, state }) => (state === "prompt" || state === "starting") && !isPlaying(id),
    );
    if (ready) return ready;
    if (all.filter(({ state }) => state !== "exited").length >= maxSlideTerminals)
      throw new StageError(
        "all shells of the slides are busy",
        "end a program in one of them (Ctrl-C), or reset the lab",
      );
    return await this.once({ kind: "slides" });
  }

  /** Ends all of them. */
  end(): void {
    this.opening.clear();
    for (const [id, { terminal }] of this.all) {
      terminal.dispose();
      this.listener.tell({ type: "closed", terminal: id });
    }
    this.all.clear();
  }

  /** One opening a purpose and node at a time. */
  private async once(purpose: Purpose, node?: string): Promise<Terminal> {
    const key = JSON.stringify([purpose, node]);
    const known = this.opening.get(key);
    if (known) return await known;
    const promise = this.open(purpose, node);
    this.opening.set(key, promise);
    const forget = () => this.opening.get(key) === promise && this.opening.delete(key);
    promise.then(() => purpose.kind === "slides" && forget(), forget);
    return await promise;
  }

  private async open(purpose: Purpose, node?: string): Promise<Terminal> {
    const lab = await this.lab.start();
    const terminal = this.lab.takeUnused(lab, node) ?? (await this.openShell(lab, node));
    if (!this.lab.isRunning(lab)) {
      terminal.dispose();
      throw new StageError("the lab has ended");
    }
    const open = { terminal, purpose };
    this.all.set(terminal.id, open);
    const { tell, typed, printed } = this.listener;
    terminal.listen({ changed: () => tell(describe(open)), typed, output: printed });
    tell(describe(open));
    return terminal;
  }
}

function describe({ terminal, purpose }: OpenTerminal): ServerMessage {
  const { id, epoch, node, state } = terminal;
  return { type: "terminal", terminal: id, epoch, purpose, node, ...terminal.size, state };
}
