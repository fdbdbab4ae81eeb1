/** Secrets let in who they were made for, once, for their time, and guessing is cut short. */
import { beforeEach, describe, expect, test } from "vitest";
import { Sessions } from "../../server/web/sessions.ts";

let now = 0;
let sessions: Sessions;
beforeEach(() => {
  now = 1_000_000;
  sessions = new Sessions(() => now);
});

function enter(token: string): string {
  const entered = sessions.enter(token);
  if ("refused" in entered) throw new Error(entered.refused);
  return entered.secret;
}

describe("a launch link", () => {
  test("lets one browser in, once", () => {
    const token = sessions.invite("presenter");
    expect(sessions.find(enter(token))?.role).toBe("presenter");
    expect(sessions.enter(token)).toEqual({ refused: "wrong" });
  });

  test("gives the role it was made for", () => {
    expect(sessions.find(enter(sessions.invite("audience")))?.role).toBe("audience");
  });

  test("ends after twelve hours", () => {
    const token = sessions.invite("presenter");
    now += 12 * 3600 * 1000;
    expect(sessions.enter(token)).toEqual({ refused: "wrong" });
  });

  test("cannot be guessed: after twenty wrong ones in a minute even the right one waits", () => {
    const token = sessions.invite("presenter");
    for (let guess = 0; guess < 20; guess++) sessions.enter(`guess ${guess}`);
    expect(sessions.enter(token)).toEqual({ refused: "too-many" });
    now += 60_000;
    expect(sessions.find(enter(token))).not.toBeNull();
  });
});

describe("a session", () => {
  test("is found by its secret and nothing else", () => {
    const secret = enter(sessions.invite("presenter"));
    expect(sessions.find(secret)).not.toBeNull();
    for (const other of [undefined, "", secret.slice(1), `${secret}x`, secret.toUpperCase()])
      expect(sessions.find(other)).toBeNull();
  });

  test("ends after a day", () => {
    const secret = enter(sessions.invite("presenter"));
    now += 24 * 3600 * 1000;
    expect(sessions.find(secret)).toBeNull();
  });
});

describe("a ticket", () => {
  const session = () => {
    const found = sessions.find(enter(sessions.invite("presenter")));
    if (!found) throw new Error("no session");
    return found;
  };

  test("works once, within ten seconds", () => {
    const own = session();
    const ticket = sessions.ticket(own);
    expect(sessions.redeem(ticket, own)).toBe(true);
    expect(sessions.redeem(ticket, own)).toBe(false);
    const late = sessions.ticket(own);
    now += 10_000;
    expect(sessions.redeem(late, own)).toBe(false);
  });

  test("works for the session it was given to, not for another", () => {
    const ticket = sessions.ticket(session());
    expect(sessions.redeem(ticket, session())).toBe(false);
  });
});
