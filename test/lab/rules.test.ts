/** How many labs there may be, in all, for a seat and in a minute; tried against a simple list of labs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lab, type LabEngine, LabError, ruled } from "../../server/lab/index.ts";

const rules = { labs: 3, labsPerSeat: 2, labsPerMinute: 100 };
const minuteMs = 60_000;

/** An engine without labs behind it: each is made, fails to be made, or ends when the test says so. */
function engineByHand() {
  const asked: { make(): Lab; fail(): void }[] = [];
  const ends = new Map<Lab, () => void>();
  const engine: LabEngine = {
    ...unused,
    create: ({ nodes }) =>
      new Promise((resolve, reject) => {
        asked.push({
          make: () => {
            let end = () => {};
            const ended = new Promise<void>((settle) => {
              end = settle;
            });
            const dispose = async () => end();
            const lab = { ...unused, id: "1", nodes, ended, dispose } as unknown as Lab;
            ends.set(lab, end);
            resolve(lab);
            return lab;
          },
          fail: () => reject(new LabError("no room", "none")),
        });
      }),
  };
  return { engine, asked, end: (lab: Lab) => ends.get(lab)?.() };
}

const unused = { obstacle: null, dispose: async () => {} } as unknown as LabEngine;

/** Makes labs at once. */
function counted(limits = rules, now: () => number = () => 0) {
  const { engine, asked, end } = engineByHand();
  const counting = ruled(engine, limits, now);
  const create = async (seat?: string) => {
    const lab = counting.create({ nodes: ["node1"], ...(seat && { seat }) });
    asked.shift()?.make();
    return await lab;
  };
  return { counting, asked, end, create };
}

describe("labs at once", () => {
  test("are as many as the rule says, those being made and those kept ready too, and no more", async () => {
    const { counting, create } = counted();
    await create("ann");
    await create();
    const third = counting.create({ nodes: ["node1"], seat: "bob" });
    third.catch(() => {});
    await expect(create("cid")).rejects.toMatchObject({
      message: "this server holds 3 labs, as many as it may",
      remedy: "try again when one of them has ended; who runs the server can allow more: --limits labs=6",
    });
  });

  test("are fewer when one has ended, by whatever cause, or could not be made", async () => {
    const { counting, asked, end, create } = counted({ ...rules, labs: 1 });
    const first = await create("ann");
    end(first);
    await first.ended;
    const second = await create("ann");
    await second.dispose();
    await second.ended;
    const failing = counting.create({ nodes: ["node1"] });
    asked.shift()?.fail();
    await expect(failing).rejects.toThrow("no room");
    await create("ann");
    await expect(create("ann")).rejects.toThrow("holds 1 lab,");
  });
});

describe("labs of a seat", () => {
  test("are as many as the rule says, and another seat's do not count", async () => {
    const { create } = counted();
    await create("ann");
    await create("ann");
    await expect(create("ann")).rejects.toMatchObject({
      message: "ann has 2 labs, as many as one seat may",
      remedy: expect.stringContaining("--limits labs-per-seat=4"),
    });
    await create("bob");
  });

  test("may be one that was kept ready, which then counts for the seat", async () => {
    const { counting, create } = counted({ ...rules, labsPerSeat: 1 });
    const spare = await create();
    counting.assign(spare, "ann");
    await expect(create("ann")).rejects.toThrow("ann has 1 lab,");
    const other = await create();
    expect(() => counting.assign(other, "ann")).toThrow("ann has 1 lab,");
    counting.assign(spare, "ann");
  });

  test("do not count any more when the seat is done with them, though the server's do until they are gone", async () => {
    const { counting, create, end } = counted({ labs: 2, labsPerSeat: 1, labsPerMinute: 100 });
    const first = await create("ann");
    counting.assign(first, null);
    await create("ann");
    await expect(create("bob")).rejects.toThrow("holds 2 labs,");
    end(first);
    await first.ended;
    await create("bob");
  });
});

describe("labs made in a minute", () => {
  test("are as many as the rule says in any minute, and it says when there may be more", async () => {
    let now = 1000;
    const { create, end } = counted({ ...rules, labsPerMinute: 2 }, () => now);
    end(await create());
    now += 20_000;
    end(await create());
    now += 30_500;
    await expect(create()).rejects.toMatchObject({
      message: "this server made 2 labs in the last minute, as many as it may",
      remedy: expect.stringMatching(/^try again in 10 seconds; .* --limits labs-per-minute=4$/),
    });
    now += 9499;
    await expect(create()).rejects.toMatchObject({
      remedy: expect.stringMatching(/^try again in 1 second;/),
    });
    now += 1;
    end(await create());
    await expect(create()).rejects.toThrow("made 2 labs");
  });

  test("do not count those that were refused", async () => {
    const { create, end } = counted({ labs: 1, labsPerSeat: 1, labsPerMinute: 2 });
    const lab = await create();
    for (let more = 0; more < 5; more += 1) await expect(create()).rejects.toThrow("holds 1 lab,");
    end(lab);
    await lab.ended;
    await create();
  });
});

/** A lab of the model. */
interface ModelLab {
  lab: Lab;
  seat: string | null;
  hasEnded: boolean;
}

type Step =
  | { do: "create"; seat: string | null; works: boolean }
  | { do: "end"; which: number }
  | { do: "assign"; which: number; seat: string | null }
  | { do: "wait"; ms: number };

const seat = fc.constantFrom("ann", "bob", null);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("create" as const), seat, works: fc.boolean() }),
  fc.record({ do: fc.constant("create" as const), seat, works: fc.constant(true) }),
  fc.record({ do: fc.constant("end" as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant("assign" as const), which: fc.nat(9), seat }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(minuteMs) }),
);

test("whatever happens, a lab is refused exactly when a rule forbids it", async () => {
  const limits = fc.record({
    labs: fc.integer({ min: 1, max: 4 }),
    labsPerSeat: fc.integer({ min: 1, max: 3 }),
    labsPerMinute: fc.integer({ min: 1, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (rule, steps) => {
      let now = 0;
      const { counting, asked, end } = counted(rule, () => now);
      const labs: ModelLab[] = [];
      const madeAt: number[] = [];
      const live = () => labs.filter(({ hasEnded }) => !hasEnded);
      const has = (of: string | null, but?: ModelLab) =>
        of === null ? 0 : live().filter((each) => each.seat === of && each !== but).length;
      for (const each of steps) {
        if (each.do === "wait") now += each.ms;
        else if (each.do === "create") {
          const mayBe =
            live().length < rule.labs &&
            has(each.seat) < (each.seat === null ? 1 : rule.labsPerSeat) &&
            madeAt.filter((at) => now - at < minuteMs).length < rule.labsPerMinute;
          const making = counting.create({ nodes: ["node1"], ...(each.seat && { seat: each.seat }) });
          const outcome = making.catch((error: Error) => error);
          const made = asked.shift();
          expect(made !== undefined, JSON.stringify({ each, live: live().length })).toBe(mayBe);
          if (made) madeAt.push(now);
          if (each.works) made?.make();
          else made?.fail();
          const lab = await outcome;
          if (!(lab instanceof Error)) labs.push({ lab, seat: each.seat, hasEnded: false });
        } else {
          const one = live()[each.which];
          if (!one) continue;
          if (each.do === "end") {
            one.hasEnded = true;
            end(one.lab);
            await one.lab.ended;
          } else {
            const mayBe = has(each.seat, one) < (each.seat === null ? 1 : rule.labsPerSeat);
            if (mayBe) one.seat = each.seat;
            const assign = () => counting.assign(one.lab, each.seat);
            if (mayBe) assign();
            else expect(assign).toThrow(LabError);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});
