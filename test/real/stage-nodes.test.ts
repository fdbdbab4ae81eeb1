/** A demo on two nodes of a real lab: a terminal a node, and labs that have the nodes that are asked for. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { plainText } from "../../server/demo/plain-text.ts";
import { createLabEngine, type LabEngine } from "../../server/lab/index.ts";
import { decodeBytes, encodeBytes, type ServerMessage } from "../../server/protocol.ts";
import { type Served, serve, type TestApp, type TestSeat, takeSeat } from "../web/app.ts";

const long = { timeout: 15_000 };
const pair = `#!/usr/bin/env bash
# # Two machines
#: lab nodes=node1,node2

# ## Act

# A variable on the one.
where=one
hostname

# The other has none of it.
#: node node2
#: expect /^node2 has nothing$/
echo "$(hostname) has \${where:-nothing}"

# The other listens on.
#: node node2
#: background
#: expect /got a letter/
socat -u TCP-LISTEN:7000,reuseaddr STDOUT

# The one sends.
until (echo "got a letter" >/dev/tcp/node2-pvt/7000) 2>/dev/null; do sleep 0.1; done

# And still knows its variable.
#: expect /^one$/
echo "$where"
`;
const solo = "#!/usr/bin/env bash\n# # Solo\n\n# ## Act\n\n# Say it.\necho solo\n";
const lost = solo.replace("# # Solo", "# # Lost\n#: lab nodes=node9");
const demos = { pair, solo, lost };
const linked = "# One\n\n[Demo](pair) and [the other](solo)\n\n---\n\n# Two\n\n```\nhostname\n```\n";
const unlinked = "# One\n\n[Demo](solo)\n\n---\n\n# Two\n\n```\nhostname\n```\n";

let engine: LabEngine;
let asked: string[][];
let app: TestApp;
let presenter: TestSeat;
beforeEach(async () => {
  const real = await createLabEngine();
  expect(real.obstacle).toBeNull();
  asked = [];
  engine = {
    obstacle: real.obstacle,
    plan: (spec) => real.plan(spec),
    create: async (spec) => {
      asked.push(spec.nodes);
      return await real.create(spec);
    },
    dispose: () => real.dispose(),
  };
});
afterEach(async () => {
  await app.dispose();
});

async function start(served: Served): Promise<void> {
  app = await serve(engine, served);
  presenter = await takeSeat(app);
  await vi.waitFor(() => expect(presenter.last("welcome")?.obstacle).toBeNull(), long);
}

/** The terminals that are there, as they were last told. */
function terminals() {
  const gone = presenter.heard.flatMap((each) => (each.type === "closed" ? [each.terminal] : []));
  const told = presenter.heard.filter(
    (each): each is Extract<ServerMessage, { type: "terminal" }> => each.type === "terminal",
  );
  return [...new Map(told.map((each) => [each.terminal, each])).values()].filter(
    ({ terminal }) => !gone.includes(terminal),
  );
}

async function openDemo(demo: string, nodes: string[]): Promise<void> {
  presenter.say({ type: "open", purpose: { kind: "demo", demo } });
  await vi.waitFor(() => {
    const own = terminals().filter(({ purpose }) => purpose.kind === "demo" && purpose.demo === demo);
    expect(own.map(({ node, state }) => `${node} ${state}`)).toEqual(nodes.map((node) => `${node} prompt`));
  }, long);
}

async function play(demo: string, step: number, until = "done"): Promise<void> {
  presenter.say({ type: "play", demo, step });
  await vi.waitFor(() => {
    const report = presenter.last("demo")?.steps[step];
    expect(report?.why ?? report?.state).toBe(until);
  }, long);
}

async function typeInto(node: string, text: string): Promise<void> {
  const terminal = terminals().find((each) => each.node === node)?.terminal ?? -1;
  presenter.say({ type: "attach", terminal, epoch: null, offset: 0 });
  await vi.waitFor(() => expect(presenter.last("attached")?.terminal).toBe(terminal), long);
  presenter.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes: Buffer.from(text) }));
  const seen = () => {
    const frames = presenter.bytes.map((data) => decodeBytes(data));
    const own = frames.filter((frame) => frame?.terminal === terminal);
    return plainText(Buffer.concat(own.map((frame) => frame?.bytes ?? new Uint8Array())).toString());
  };
  await vi.waitFor(() => expect(seen()).toContain(text.trim()), long);
}

const nodesOfLab = () => {
  const lab = presenter.last("lab")?.lab;
  return lab?.state === "ready" ? lab.nodes : lab?.state;
};

describe("a demo on two nodes", () => {
  test("has a terminal on each from the start, and types each step on its node", async () => {
    await start({ deck: linked, demos });
    await openDemo("pair", ["node1", "node2"]);
    await play("pair", 0);
    await play("pair", 1);
    await play("pair", 2, "running");
    await play("pair", 3);
    await play("pair", 4);
    await vi.waitFor(
      () => expect(presenter.last("demo")?.steps[2]).toMatchObject({ state: "done", exit: 0 }),
      long,
    );
  });

  test("has both terminals again, and its first step, after a reset", async () => {
    await start({ deck: linked, demos });
    await openDemo("pair", ["node1", "node2"]);
    await play("pair", 0);
    presenter.heard.length = 0;
    presenter.say({ type: "reset" });
    await openDemo("pair", ["node1", "node2"]);
    expect(presenter.heard.filter(({ type }) => type === "closed")).toHaveLength(2);
    expect(presenter.last("demo")).toMatchObject({ demo: "pair", next: 0 });
  });

  test("that is saved with a step on another node gets a terminal there", async () => {
    await start({ deck: linked, demos });
    await openDemo("solo", ["node1"]);
    await writeFile(
      join(app.folder, "demos/solo.sh"),
      `${solo.replace("# # Solo", "# # Solo\n#: lab nodes=node1,node2")}\n# There.\n#: node node2\n#: expect /^node2$/\nhostname\n`,
    );
    await vi.waitFor(() => expect(presenter.last("demo")?.steps).toHaveLength(2), long);
    await play("solo", 0);
    await play("solo", 1);
  });
});

describe("a lab", () => {
  test("has the nodes of all demos that slides link to, also when it is started for a slide", async () => {
    await start({ deck: linked, demos });
    presenter.say({ type: "open", purpose: { kind: "slides" } });
    await vi.waitFor(() => expect(nodesOfLab()).toEqual(["node1", "node2"]), long);
  });

  test("that nobody has used gives way to one with the nodes of a demo that is opened", async () => {
    await start({ deck: unlinked, demos });
    presenter.say({ type: "open", purpose: { kind: "slides" } });
    await vi.waitFor(() => expect(nodesOfLab()).toEqual(["node1"]), long);
    await openDemo("pair", ["node1", "node2"]);
    expect(nodesOfLab()).toEqual(["node1", "node2"]);
    expect(terminals().map(({ purpose }) => purpose.kind)).toEqual(["slides", "demo", "demo"]);
  });

  test("that was used stays, and the demo says what it misses until the lab is reset", async () => {
    await start({ deck: unlinked, demos });
    presenter.say({ type: "run", slide: 2, block: 0, values: {} });
    await vi.waitFor(() => expect(presenter.last("block")?.report.state).toBe("done"), long);
    presenter.say({ type: "open", purpose: { kind: "demo", demo: "pair" } });
    await vi.waitFor(
      () =>
        expect(presenter.last("failure")).toMatchObject({
          error: 'this lab has no node2, which the demo "Two machines" needs',
          remedy: "reset the lab for one that has it",
        }),
      long,
    );
    expect(nodesOfLab()).toEqual(["node1"]);
    presenter.say({ type: "reset" });
    await vi.waitFor(() => expect(nodesOfLab()).toEqual(["node1", "node2"]), long);
    await openDemo("pair", ["node1", "node2"]);
  });

  test("that a person has typed into was used, too", async () => {
    await start({ deck: unlinked, demos });
    await openDemo("solo", ["node1"]);
    await typeInto("node1", "echo mine\r");
    presenter.say({ type: "open", purpose: { kind: "demo", demo: "pair" } });
    await vi.waitFor(() => expect(presenter.last("failure")?.error).toContain("has no node2"), long);
  });

  test("is there for the others when one demo asks for a node that no lab has", async () => {
    await start({ deck: `${linked}\n[Lost](lost)\n`, demos });
    presenter.say({ type: "open", purpose: { kind: "demo", demo: "lost" } });
    await vi.waitFor(
      () =>
        expect(presenter.last("failure")).toMatchObject({
          error: 'the demo "Lost" needs a node "node9", which no lab has',
          remedy: expect.stringContaining("known: node1, node2"),
        }),
      long,
    );
    await openDemo("pair", ["node1", "node2"]);
  });
});

test("the lab that is kept ready has what the saved deck needs", async () => {
  await start({ deck: unlinked, demos });
  await vi.waitFor(() => expect(asked).toEqual([["node1"]]), long);
  await writeFile(join(app.folder, "deck.md"), linked);
  await vi.waitFor(() => expect(asked).toEqual([["node1"], ["node1", "node2"]]), long);
  await openDemo("pair", ["node1", "node2"]);
  expect(asked.slice(0, 2)).toEqual([["node1"], ["node1", "node2"]]);
  await writeFile(join(app.folder, "demos/pair.sh"), pair.replace("node1,node2", "node1,node2,remotehost"));
  await vi.waitFor(() => expect(asked.at(-1)).toEqual(["node1", "node2", "remotehost"]), long);
});
