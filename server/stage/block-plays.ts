/** The blocks of slides that were run in the slides' terminals. */
import type { RunnableBlock } from "../deck/index.ts";
import { Play, type PlayState, type Typing } from "../demo/index.ts";
import type { ServerMessage } from "../protocol.ts";
import type { Terminal } from "../terminal/index.ts";
import { blockSteps } from "./block-steps.ts";
import { StageError } from "./stage-error.ts";
import type { StageTerminals } from "./stage-terminals.ts";

/** What blocks are run with. */
export interface BlockSurroundings {
  terminals: StageTerminals;
  tell: (message: ServerMessage) => void;
  /** Notes who types into the lab, in words. */
  use: (what: string) => void;
  typing: Typing | undefined;
}

export class BlockPlays {
  private readonly surroundings: BlockSurroundings;
  /** The last one in each terminal. */
  private readonly plays = new Map<number, { name: string; play: Play }>();

  constructor(surroundings: BlockSurroundings) {
    this.surroundings = surroundings;
  }

  /** A terminal that waits for a command. */
  async terminal(): Promise<Terminal> {
    return await this.surroundings.terminals.ofSlides((id) => this.plays.get(id)?.play.isPlaying ?? false);
  }

  /** Types a block of a slide; one that is being typed is not typed again. */
  async run(slide: number, block: RunnableBlock, values: Record<string, string>): Promise<void> {
    const { tell, use, typing } = this.surroundings;
    const steps = blockSteps(block, values);
    if (typeof steps === "string") throw new StageError(steps);
    const name = `${slide}/${block.block}`;
    const running = [...this.plays.values()].find((each) => each.name === name && each.play.isPlaying);
    if (running?.play.state.reports[0]?.state === "running")
      throw new StageError("this block still runs", "end its program (Ctrl-C), then run it again");
    if (running) return;
    const terminal = await this.terminal();
    this.plays.get(terminal.id)?.play.dispose();
    use(`slide ${slide}`);
    const play = new Play(steps, [terminal], (state) => tell(describe(slide, block.block, state)), typing);
    this.plays.set(terminal.id, { name, play });
    play.play(0);
  }

  /** Ends all of them. */
  end(): void {
    for (const { play } of this.plays.values()) play.dispose();
    this.plays.clear();
  }
}

function describe(slide: number, block: number, state: PlayState): ServerMessage {
  const report = state.reports[0] ?? { state: "idle", exit: null, durationMs: null, why: null };
  return { type: "block", slide, block, report: state.paused ? { ...report, why: state.paused } : report };
}
