/** The demos that are open in the lab in use, each in terminals of its own: one for each node that it plays on. */
import { type Demo, Play, type PlayState, type Typing } from "../demo/index.ts";
import { nodeNames } from "../lab/index.ts";
import type { ServerMessage } from "../protocol.ts";
import type { Terminal } from "../terminal/index.ts";
import { StageError } from "./stage-error.ts";
import type { StageTerminals } from "./stage-terminals.ts";

/** What demos are opened with. */
export interface DemoSurroundings {
  /** Null when there is no demo of that name. */
  find: (name: string) => Promise<Demo | null>;
  /** Makes sure that a lab runs, and gives its nodes; where it lacks one of these, it is another lab if nobody has used it. */
  labWith: (demo: string, nodes: readonly string[]) => Promise<readonly string[]>;
  terminals: StageTerminals;
  tell: (message: ServerMessage) => void;
  typing: Typing | undefined;
}

export class DemoPlays {
  private readonly surroundings: DemoSurroundings;
  private readonly plays = new Map<string, Play>();

  constructor(surroundings: DemoSurroundings) {
    this.surroundings = surroundings;
  }

  /** What a seat that comes now must hear. */
  state(): ServerMessage[] {
    return [...this.plays].map(([name, play]) => describe(name, play.state));
  }

  /** Makes sure that the demo is open. */
  async open(name: string): Promise<{ demo: Demo; play: Play }> {
    const { find, tell, typing } = this.surroundings;
    const demo = await find(name);
    if (!demo) throw new StageError(`there is no demo "${name}"`, `write demos/${name}.sh`);
    const terminals = await this.terminals(demo);
    const known = this.plays.get(name);
    if (known) return { demo, play: known };
    const play = new Play(stepsOf(demo), terminals, (state) => tell(describe(name, state)), typing);
    this.plays.set(name, play);
    tell(describe(name, play.state));
    return { demo, play };
  }

  /** The script was saved: a demo that is open goes on with it after the step that plays, which is when this resolves. */
  async reload(name: string): Promise<void> {
    const demo = await this.surroundings.find(name);
    const play = this.plays.get(name);
    if (!demo || !play) return;
    const isMissed = (node: string) => !play.nodes.includes(node);
    const joining = nodesOf(demo)
      .filter(isMissed)
      .map((node) => this.surroundings.terminals.ofDemo(name, node));
    for (const { status, ...each } of await Promise.allSettled(joining))
      if (status === "fulfilled" && "value" in each) play.join(each.value);
    await play.replace(stepsOf(demo));
  }

  /** Ends all of them. */
  end(): void {
    for (const play of this.plays.values()) play.dispose();
    this.plays.clear();
  }

  /** Its terminals, opened in a lab that has all its nodes. */
  private async terminals({ name, title, nodes, ...demo }: Demo): Promise<Terminal[]> {
    const { labWith, terminals } = this.surroundings;
    const unknown = nodes.find((node) => !nodeNames.includes(node));
    if (unknown !== undefined)
      throw new StageError(
        `the demo "${title}" needs a node "${unknown}", which no lab has`,
        `known: ${nodeNames.join(", ")}; correct "#: lab nodes=" in demos/${name}.sh`,
      );
    const there = await labWith(name, nodes);
    const missing = nodes.filter((node) => !there.includes(node));
    if (missing.length > 0)
      throw new StageError(
        `this lab has no ${missing.join(" and no ")}, which the demo "${title}" needs`,
        "reset the lab for one that has it",
      );
    return await Promise.all(
      nodesOf({ name, title, nodes, ...demo }).map((node) => terminals.ofDemo(name, node)),
    );
  }
}

/** The nodes that the demo plays on, in the order of its steps. */
function nodesOf(demo: Demo): string[] {
  const nodes = new Set(stepsOf(demo).map(({ node }) => node));
  return nodes.size > 0 ? [...nodes] : demo.nodes.slice(0, 1);
}

function stepsOf(demo: Demo): Demo["acts"][number]["steps"] {
  return demo.acts.flatMap((act) => act.steps);
}

function describe(demo: string, state: PlayState): ServerMessage {
  return { type: "demo", demo, steps: state.reports, next: state.next, paused: state.paused };
}
