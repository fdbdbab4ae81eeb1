/** What a lab is to the rest of the server; `apply` (crun) is one engine behind it. */
import type { Obstacle } from "../protocol.ts";
import type { LabPlan } from "./plan/index.ts";

/** What a lab is to hold. */
export interface LabSpec {
  /** Host names of the nodes a person works on, such as ["node1"]. */
  nodes: string[];
  /** Whom the lab counts for: a seat's name; left out for labs that the server keeps ready. */
  seat?: string;
}

/** A command line for the host that gives a root shell on a node when it runs on a terminal. */
export interface ShellCommand {
  file: string;
  args: string[];
  env: Record<string, string>;
}

/** A running lab. */
export interface Lab {
  readonly id: string;
  readonly nodes: readonly string[];
  /** A shell on a node whose marks (OSC 133) carry `nonce`; the nonce shows neither in argv nor in the shell's environment. Throws on an unknown node. */
  shell(node: string, nonce: string): Promise<ShellCommand>;
  /**
   * One command on a node; for wiring checks, tests and `lab -- COMMAND`. Without a terminal, unless `terminal` holds the variables that
   * tell the command about its terminal (TERM and its like).
   */
  command(node: string, argv: string[], terminal?: Record<string, string>): ShellCommand;
  /** Settles when the lab has ended, however that came. */
  readonly ended: Promise<void>;
  /** Which node ended first and why, such as "node1 ran out of memory"; null while it runs and when `dispose` ended it. */
  readonly whyEnded?: string | null;
  /** Ends the lab and leaves nothing of it; a second call is the same end. */
  dispose(): Promise<void>;
}

/** Something that can hold labs. */
export interface LabEngine {
  /** Why labs cannot run on this machine, or null when they can; asked once. */
  readonly obstacle: Obstacle | null;
  /** What `create` would make now, as a value; nothing is made or taken. Throws a LabError on a spec that cannot be. */
  plan(spec: LabSpec): LabPlan;
  /** Starts a lab; when it fails it throws a LabError and leaves nothing. */
  create(spec: LabSpec): Promise<Lab>;
  /** Ends all labs and the engine's own process. */
  dispose(): Promise<void>;
}

/** A lab could not be made; the message names lab, tool and cause. */
export class LabError extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = "LabError";
    this.remedy = remedy;
  }
}
