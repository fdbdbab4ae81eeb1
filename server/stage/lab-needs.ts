/** Which nodes the lab must have: those of the deck, of the demos that its slides link to, and of others that were opened. */
import type { Deck } from "../deck/index.ts";
import type { Demo } from "../demo/index.ts";
import { nodeNames } from "../lab/index.ts";

/** The node of a lab that nobody asks anything of. */
const defaultNodes = ["node1"];

/** Where the deck and its demos come from. */
export interface NeedsLibrary {
  deck(): Promise<Pick<Deck, "lab" | "slides">>;
  /** Null when there is no demo of that name. */
  demo(name: string): Promise<Pick<Demo, "nodes"> | null>;
}

export class LabNeeds {
  private readonly library: NeedsLibrary;
  /** Demos that were opened, be they linked or not. */
  private readonly opened = new Set<string>();

  constructor(library: NeedsLibrary) {
    this.library = library;
  }

  /** A demo is opened: labs have its nodes from now on. */
  add(demo: string): void {
    this.opened.add(demo);
  }

  /** The nodes, the deck's own first; what cannot be read, and names that no node has, are left to those who use them. */
  async nodes(): Promise<string[]> {
    const deck = await this.library.deck().catch(() => ({ lab: [], slides: [] }));
    const names = new Set([...deck.slides.flatMap(({ demos }) => demos), ...this.opened]);
    const demos = await Promise.all([...names].map((name) => this.library.demo(name).catch(() => null)));
    const wanted = [...(deck.lab ?? []), ...demos.flatMap((demo) => demo?.nodes ?? [])];
    const nodes = [...new Set(wanted)].filter((node) => nodeNames.includes(node));
    return nodes.length > 0 ? nodes : defaultNodes;
  }
}
