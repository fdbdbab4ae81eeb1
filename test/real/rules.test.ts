/** Labs that end by the rules or by themselves, and labs that the rules forbid, as a page hears of them. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { encodeBytes } from "../../server/protocol.ts";
import { type Served, serve, type TestApp, type TestSeat, takeSeat } from "../web/app.ts";
import { runInLab } from "./lab-run.ts";

const long = { timeout: 15_000 };
let labs: Lab[];
let app: TestApp;
let presenter: TestSeat;
afterEach(async () => {
  await app.dispose();
  for (const lab of labs) await lab.ended;
});

async function start(rules: Served["rules"]): Promise<void> {
  labs = [];
  const real = await createLabEngine();
  expect(real.obstacle).toBeNull();
  const engine: LabEngine = {
    obstacle: real.obstacle,
    plan: (spec) => real.plan(spec),
    create: async (spec) => {
      const lab = await real.create(spec);
      labs.push(lab);
      return lab;
    },
    dispose: () => real.dispose(),
  };
  app = await serve(engine, rules && { rules });
  presenter = await takeSeat(app);
  await vi.waitFor(() => expect(presenter.last("welcome")?.obstacle).toBeNull(), long);
}

/** Opens the slides' terminal, or another demo's, and waits for its prompt. */
async function open(purpose: { kind: "slides" } | { kind: "demo"; demo: string }): Promise<number> {
  presenter.say({ type: "open", purpose });
  return await vi.waitFor(() => {
    expect(presenter.last("terminal")).toMatchObject({ purpose, state: "prompt" });
    return presenter.last("terminal")?.terminal ?? -1;
  }, long);
}

const lab = () => presenter.last("lab")?.lab;
const labInUse = () => {
  const now = lab();
  return labs.find(({ id }) => now?.state === "ready" && id === now.lab);
};

describe("a lab that nobody uses", () => {
  test("is warned of, to those who come late too, and ends; Run gives a fresh one", async () => {
    await start({ presenterIdleMs: 3000, warningMs: 2000 });
    await open({ kind: "slides" });
    const first = labInUse();
    await vi.waitFor(() => expect(presenter.last("lease")?.endsInMs).toBeGreaterThan(0), long);
    expect(presenter.last("lease")?.why).toBe("idle");
    const late = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(late.last("lease")?.endsInMs).toBeLessThanOrEqual(2000), long);
    await vi.waitFor(
      () =>
        expect(lab()).toEqual({
          state: "ended",
          why: "the lab ended after 3 seconds without use",
          remedy: "Run demo starts a fresh one",
        }),
      long,
    );
    expect(presenter.last("lease")?.endsInMs).toBeNull();
    await first?.ended;
    presenter.say({ type: "play", demo: "hello", step: 0 });
    await vi.waitFor(() => expect(presenter.last("failure")?.error).toBe("the lab has ended"), long);
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    await vi.waitFor(() => expect(presenter.last("block")?.report.state).toBe("done"), long);
    expect(labInUse()).not.toBe(first);
    late.socket.close();
  });

  test("goes on when its presenter says so or types, and nobody else can", async () => {
    await start({ presenterIdleMs: 4000, warningMs: 3800 });
    const terminal = await open({ kind: "slides" });
    presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
    const warned = async () => {
      await vi.waitFor(() => expect(presenter.last("lease")?.endsInMs).toBeGreaterThan(0), long);
      presenter.heard.length = 0;
    };
    await warned();
    const audience = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(audience.last("welcome")).toBeDefined(), long);
    audience.say({ type: "extend" });
    await vi.waitFor(
      () => expect(audience.last("failure")?.error).toBe("the role audience may not ask for extend"),
      long,
    );
    expect(presenter.last("lease")).toBeUndefined();
    presenter.say({ type: "extend" });
    await vi.waitFor(() => expect(presenter.last("lease")?.endsInMs).toBeNull(), long);
    await warned();
    presenter.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes: Buffer.from(" ") }));
    await vi.waitFor(() => expect(presenter.last("lease")?.endsInMs).toBeNull(), long);
    audience.socket.close();
  });
});

test("a lab that is too old ends though it is used", async () => {
  await start({ lifetimeMs: 3000, warningMs: 1000 });
  const terminal = await open({ kind: "slides" });
  presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
  const bytes = Buffer.from("while sleep 0.1; do echo used; done\r");
  await vi.waitFor(() => expect(presenter.last("attached")?.control).toBe(true), long);
  presenter.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes }));
  await vi.waitFor(() => expect(presenter.last("lease")).toMatchObject({ why: "lifetime" }), long);
  await vi.waitFor(
    () => expect(lab()).toMatchObject({ why: "the lab ended after 3 seconds, as every lab does" }),
    long,
  );
});

describe("a lab that the rules forbid", () => {
  test("is told with the number, when to try again and the setting", async () => {
    await start({ labs: 1, labsPerSeat: 1, labsPerMinute: 2 });
    await open({ kind: "slides" });
    presenter.heard.length = 0;
    presenter.say({ type: "reset" });
    await open({ kind: "slides" });
    expect(labs).toHaveLength(2);
    presenter.say({ type: "reset" });
    const refused = {
      error: "this server made 2 labs in the last minute, as many as it may",
      remedy: expect.stringMatching(/^try again in .*--limits labs-per-minute=4$/),
    };
    await vi.waitFor(
      () => expect(presenter.last("failure")).toMatchObject({ about: "reset", ...refused }),
      long,
    );
    expect(lab()).toMatchObject({ state: "failed", ...refused });
  });
});

describe("a node that dies in the middle of a demo", () => {
  /** Makes the node's first process read the end of its lifeline, as if the server had gone. */
  const kill = "strace -p 1 -e trace=read -e inject=read:retval=0:when=1+";

  test("is told, its terminals say so and keep what they showed, and a reset gives all of it again", async () => {
    await start({});
    await open({ kind: "slides" });
    const terminal = await open({ kind: "demo", demo: "hello" });
    const dying = labInUse();
    if (!dying) throw new Error("there is no lab");
    presenter.say({ type: "play", demo: "hello", step: 0 });
    await vi.waitFor(() => expect(presenter.last("demo")?.steps[0]?.state).toBe("done"), long);
    presenter.heard.length = 0;
    await runInLab(dying, kill);
    await vi.waitFor(
      () =>
        expect(lab()).toEqual({
          state: "ended",
          why: expect.stringContaining(dying.whyEnded ?? "has ended by itself"),
          remedy: "Reset lab gives a fresh one",
        }),
      long,
    );
    /** As a page knows them that forgets a lab's terminals with the lab. */
    const states = () => {
      const since = presenter.heard.slice(presenter.heard.findLastIndex(({ type }) => type === "lab"));
      return new Map(
        since.flatMap((each) => (each.type === "terminal" ? [[each.terminal, each.state]] : [])),
      );
    };
    await vi.waitFor(() => expect([...states().values()]).toEqual(["exited", "exited"]), long);
    expect(presenter.last("demo")?.steps[0]?.state).toBe("done");
    expect(presenter.heard.filter(({ type }) => type === "closed")).toEqual([]);
    presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
    await vi.waitFor(() => expect(presenter.last("attached")?.terminal).toBe(terminal), long);
    await vi.waitFor(() => expect(Buffer.concat(presenter.bytes).toString()).toContain("echo hello"), long);
    presenter.say({ type: "play", demo: "hello", step: 1 });
    await vi.waitFor(
      () =>
        expect(presenter.last("failure")).toMatchObject({
          error: "the lab has ended",
          remedy: "reset the lab for a fresh one",
        }),
      long,
    );
    presenter.heard.length = 0;
    presenter.say({ type: "reset" });
    await vi.waitFor(() => expect(lab()?.state).toBe("ready"), long);
    await vi.waitFor(() => expect(presenter.last("demo")).toMatchObject({ next: 0 }), long);
    expect(presenter.heard.filter(({ type }) => type === "closed")).toHaveLength(2);
    await open({ kind: "demo", demo: "hello" });
  });

  test("while a step runs fails that step and keeps nobody waiting", async () => {
    await start({});
    const terminal = await open({ kind: "demo", demo: "hello" });
    const dying = labInUse();
    if (!dying) throw new Error("there is no lab");
    presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
    await vi.waitFor(() => expect(presenter.last("attached")?.control).toBe(true), long);
    const bytes = Buffer.from("sleep 1000\r");
    presenter.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes }));
    await vi.waitFor(() => expect(presenter.last("terminal")?.state).toBe("busy"), long);
    presenter.say({ type: "play", demo: "hello", step: 0 });
    await vi.waitFor(() => expect(presenter.last("demo")?.steps[0]?.state).toBe("typing"), long);
    await runInLab(dying, kill);
    await vi.waitFor(
      () =>
        expect(presenter.last("demo")?.steps[0]).toMatchObject({ state: "failed", why: "the shell ended" }),
      long,
    );
    await vi.waitFor(() => expect(lab()?.state).toBe("ended"), long);
    await open({ kind: "demo", demo: "hello" });
    expect(labInUse()).not.toBe(dying);
  });
});
