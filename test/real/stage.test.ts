/** The stage with a real lab, seen from sockets: who sees what, who may do what, and what a reset leaves. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { plainText } from "../../server/demo/plain-text.ts";
import { createLabEngine, type LabEngine } from "../../server/lab/index.ts";
import { decodeBytes, encodeBytes } from "../../server/protocol.ts";
import { serve, type TestApp, type TestSeat, takeSeat } from "../web/app.ts";

const long = { timeout: 15_000 };
let engine: LabEngine;
let app: TestApp;
let presenter: TestSeat;
beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  app = await serve(engine);
  presenter = await takeSeat(app);
  await vi.waitFor(() => expect(presenter.last("welcome")?.obstacle).toBeNull(), long);
});
afterAll(async () => {
  await app.dispose();
});

function seen(seat: TestSeat, terminal: number): string {
  const frames = seat.bytes.map((data) => decodeBytes(data)).filter((frame) => frame?.terminal === terminal);
  return plainText(Buffer.concat(frames.map((frame) => frame?.bytes ?? new Uint8Array())).toString());
}

async function openTerminal(purpose: { kind: "slides" } | { kind: "demo"; demo: string }): Promise<number> {
  presenter.say({ type: "open", purpose });
  const found = await vi.waitFor(() => {
    const terminals = presenter.heard.filter((each) => each.type === "terminal");
    const last = terminals.findLast((each) => JSON.stringify(each.purpose) === JSON.stringify(purpose));
    if (last?.state !== "prompt") throw new Error("not at its prompt yet");
    return last.terminal;
  }, long);
  return found;
}

function type(seat: TestSeat, terminal: number, text: string): void {
  seat.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes: Buffer.from(text) }));
}

describe("a demo", () => {
  test("played by the presenter is seen by the audience, who came late and may not type", async () => {
    const terminal = await openTerminal({ kind: "demo", demo: "hello" });
    presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
    presenter.say({ type: "play", demo: "hello", step: 0 });
    await vi.waitFor(() => expect(presenter.last("demo")?.steps[0]?.state).toBe("done"), long);
    const audience = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(audience.last("demo")?.steps[0]?.state).toBe("done"), long);
    audience.say({ type: "attach", terminal, epoch: null, offset: 0 });
    await vi.waitFor(() => expect(seen(audience, terminal)).toContain("echo hello"), long);
    expect(audience.last("attached")?.control).toBe(false);
    type(audience, terminal, "touch /tmp/by-the-audience\r");
    await vi.waitFor(() => expect(audience.last("failure")?.error).toContain("may not type"), long);
    type(presenter, terminal, "ls /tmp | wc -l; echo co''unted\r");
    await vi.waitFor(() => expect(seen(presenter, terminal)).toContain("counted"), long);
    expect(seen(presenter, terminal)).toMatch(/\n0\ncounted/);
    audience.socket.close();
  });

  test("asked for twice plays a step once", async () => {
    presenter.say({ type: "play", demo: "hello", step: 1 });
    presenter.say({ type: "play", demo: "hello", step: 1 });
    await vi.waitFor(
      () => expect(presenter.last("demo")?.steps[1]).toMatchObject({ state: "done", exit: 1 }),
      long,
    );
    expect(presenter.last("demo")?.next).toBeNull();
  });
});

describe("a slide's block", () => {
  test("runs in the same lab as the demo", async () => {
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    await vi.waitFor(
      () => expect(presenter.last("block")?.report).toMatchObject({ state: "done", exit: 0 }),
      long,
    );
    expect(presenter.last("lab")?.lab).toMatchObject({ state: "ready", usedBy: ["Hello", "slide 2"] });
  });

  test("asked for twice at once is typed once", async () => {
    const terminal = await openTerminal({ kind: "slides" });
    presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
    await vi.waitFor(() => expect(presenter.last("attached")?.terminal).toBe(terminal), long);
    const count = () => seen(presenter, terminal).match(/\nfrom the slide/g)?.length ?? 0;
    const before = count();
    presenter.heard.length = 0;
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    await vi.waitFor(() => expect(presenter.last("block")?.report.state).toBe("done"), long);
    await vi.waitFor(() => expect(count()).toBe(before + 1), long);
    expect(presenter.heard.filter((each) => each.type === "terminal" && each.terminal !== terminal)).toEqual(
      [],
    );
  });

  test("gets another shell when the first is busy", async () => {
    const first = await openTerminal({ kind: "slides" });
    presenter.say({ type: "attach", terminal: first, epoch: null, offset: 0 });
    await vi.waitFor(() => expect(presenter.last("attached")?.terminal).toBe(first), long);
    type(presenter, first, "sleep 1000\r");
    await vi.waitFor(
      () => expect(presenter.last("terminal")).toMatchObject({ terminal: first, state: "busy" }),
      long,
    );
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    await vi.waitFor(() => expect(presenter.last("terminal")?.terminal).toBeGreaterThan(first), long);
    await vi.waitFor(() => expect(presenter.last("block")?.report.state).toBe("done"), long);
  });

  test("that does not exist is told so", async () => {
    presenter.say({ type: "run", slide: 99, block: 0, values: {} });
    await vi.waitFor(
      () => expect(presenter.last("failure")?.error).toBe("slide 99 has no block 0 to run"),
      long,
    );
  });
});

describe("a reset", () => {
  test("gives a fresh lab, with the terminals and the demo at its start", async () => {
    const lab = presenter.last("lab")?.lab;
    presenter.heard.length = 0;
    presenter.say({ type: "reset" });
    await vi.waitFor(() => {
      const now = presenter.last("lab")?.lab;
      expect(now).toMatchObject({ state: "ready", usedBy: [] });
      expect(now).not.toEqual(lab);
      expect(presenter.last("demo")?.steps.map((step) => step.state)).toEqual(["idle", "idle"]);
    }, long);
    expect(presenter.heard.filter((each) => each.type === "closed").length).toBeGreaterThanOrEqual(3);
    const terminal = await openTerminal({ kind: "demo", demo: "hello" });
    presenter.say({ type: "play", demo: "hello", step: 0 });
    await vi.waitFor(() => expect(presenter.last("demo")?.steps[0]?.state).toBe("done"), long);
    expect(terminal).toBeGreaterThan(0);
  });

  test("asked for by two pages at once gives one lab", async () => {
    const other = await takeSeat(app);
    await vi.waitFor(() => expect(other.last("welcome")).toBeDefined(), long);
    presenter.heard.length = 0;
    presenter.say({ type: "reset" });
    other.say({ type: "reset" });
    await vi.waitFor(() => expect(presenter.last("lab")?.lab.state).toBe("ready"), long);
    await openTerminal({ kind: "slides" });
    expect(presenter.heard.filter((each) => each.type === "failure")).toEqual([]);
    other.socket.close();
  });
});

describe("a demo that does not exist", () => {
  test("is told so, and the stage goes on", async () => {
    presenter.say({ type: "open", purpose: { kind: "demo", demo: "nothing" } });
    await vi.waitFor(
      () => expect(presenter.last("failure")).toMatchObject({ error: 'there is no demo "nothing"' }),
      long,
    );
    await openTerminal({ kind: "slides" });
  });
});
