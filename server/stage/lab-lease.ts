/** The lease of the lab in use: notes when it is used, warns before its end, and says when that has come. */
import { type LeaseTerms, leaseAt, leaseEndText } from "../lab/index.ts";
import type { ServerMessage } from "../protocol.ts";

type LeaseMessage = Extract<ServerMessage, { type: "lease" }>;

/** Who hears of the lease. */
export interface LeaseListener {
  /** The warning begins, is about another end, or is off. */
  tell(message: LeaseMessage): void;
  /** The end has come; why, for the lab's user. */
  over(why: string): void;
}

const quiet: LeaseMessage = { type: "lease", endsInMs: null, why: "idle" };

export class LabLease {
  private readonly terms: LeaseTerms;
  private readonly listener: LeaseListener;
  private readonly now: () => number;
  private lab: string | null = null;
  private times = { since: 0, usedAt: 0 };
  private said = quiet;
  private timer: NodeJS.Timeout | undefined;

  /** `now`: ms on a clock that never goes back. */
  constructor(terms: LeaseTerms, listener: LeaseListener, now: () => number = () => performance.now()) {
    this.terms = terms;
    this.listener = listener;
    this.now = now;
  }

  /** This lab is in use from now on; of one that is already, nothing changes. */
  begin(lab: string): void {
    if (this.lab === lab) return;
    const now = this.now();
    this.lab = lab;
    this.times = { since: now, usedAt: now };
    this.check();
  }

  /** Somebody uses the lab, or still wants it. */
  used(): void {
    if (this.lab === null) return;
    this.times.usedAt = this.now();
    if (this.said.endsInMs !== null && this.said.why === "idle") this.check();
  }

  /** There is no lab in use. */
  end(): void {
    clearTimeout(this.timer);
    this.lab = null;
    this.say(quiet);
  }

  /** What a seat that comes now must hear. */
  message(): LeaseMessage {
    if (this.said.endsInMs === null) return quiet;
    const { endsInMs, why } = leaseAt(this.terms, this.times, this.now());
    return { type: "lease", endsInMs: Math.round(endsInMs), why };
  }

  private check(): void {
    clearTimeout(this.timer);
    const { phase, why, endsInMs, changesInMs } = leaseAt(this.terms, this.times, this.now());
    if (phase === "over") {
      this.end();
      this.listener.over(leaseEndText(why, this.terms));
      return;
    }
    this.timer = setTimeout(() => this.check(), Math.ceil(changesInMs));
    this.say(phase === "warning" ? { type: "lease", endsInMs: Math.round(endsInMs), why } : quiet);
  }

  private say(message: LeaseMessage): void {
    const isNews =
      (message.endsInMs === null) !== (this.said.endsInMs === null) || message.why !== this.said.why;
    this.said = message;
    if (isNews) this.listener.tell(message);
  }
}
