/** Who may come in: one-time launch tokens, the sessions they open, and the single-use tickets of WebSockets. */
import { createHash, randomBytes } from "node:crypto";
import type { Role } from "../protocol.ts";

const launchLifeMs = 12 * 3600 * 1000;
const sessionLifeMs = 24 * 3600 * 1000;
const ticketLifeMs = 10_000;
/** Wrong secrets a minute before every further one is refused unread. */
const maxFailures = 20;
const failureWindowMs = 60_000;
/** Sessions and unused tickets that are remembered at once. */
const maxEntries = 1000;

export interface Session {
  readonly id: string;
  readonly role: Role;
}

/** The three kinds of secret, each kept only as its hash, so that looking one up tells nothing by its time. */
export class Sessions {
  private readonly launches = new Map<string, { role: Role; until: number }>();
  private readonly sessions = new Map<string, Session & { until: number }>();
  private readonly tickets = new Map<string, { session: Session; until: number }>();
  private failures: number[] = [];
  private readonly now: () => number;
  private readonly random: () => string;

  constructor(
    now: () => number = Date.now,
    random: () => string = () => randomBytes(32).toString("base64url"),
  ) {
    this.now = now;
    this.random = random;
  }

  /** A token for a link that lets one browser in, once. */
  invite(role: Role): string {
    const token = this.random();
    keep(this.launches, hash(token), { role, until: this.now() + launchLifeMs });
    return token;
  }

  /** Uses a launch token up; the secret of the session it opens, or why not. */
  enter(token: string): { secret: string } | { refused: "wrong" | "too-many" } {
    if (this.isLockedOut()) return { refused: "too-many" };
    const launch = take(this.launches, hash(token), this.now());
    if (!launch) return this.fail();
    const secret = this.random();
    keep(this.sessions, hash(secret), {
      id: this.random(),
      role: launch.role,
      until: this.now() + sessionLifeMs,
    });
    return { secret };
  }

  /** The session of a cookie's secret. */
  find(secret: string | undefined): Session | null {
    const session = secret === undefined ? undefined : this.sessions.get(hash(secret));
    return session && session.until > this.now() ? session : null;
  }

  /** A ticket for one WebSocket of this session. */
  ticket(session: Session): string {
    const ticket = this.random();
    keep(this.tickets, hash(ticket), { session, until: this.now() + ticketLifeMs });
    return ticket;
  }

  /** Uses a ticket up: it must be the session's own. */
  redeem(ticket: string, session: Session): boolean {
    if (this.isLockedOut()) return false;
    const found = take(this.tickets, hash(ticket), this.now());
    if (found?.session.id === session.id) return true;
    this.fail();
    return false;
  }

  private isLockedOut(): boolean {
    this.failures = this.failures.filter((at) => at > this.now() - failureWindowMs);
    return this.failures.length >= maxFailures;
  }

  private fail(): { refused: "wrong" } {
    this.failures.push(this.now());
    return { refused: "wrong" };
  }
}

function hash(secret: string): string {
  return createHash("sha256").update(secret).digest("base64");
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > maxEntries && oldest !== undefined) map.delete(oldest);
}

function take<V extends { until: number }>(map: Map<string, V>, key: string, now: number): V | null {
  const value = map.get(key);
  map.delete(key);
  return value && value.until > now ? value : null;
}
