/** Laser and pen: where they are on the slide, what is drawn of them, and what is said to the others. */
import fc from "fast-check";
import { safeParse } from "valibot";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { cutTail, tailPath } from "../../../client/pointer/laser-tail.ts";
import { allStrokes } from "../../../client/pointer/own-strokes.ts";
import { laserHand, type Press } from "../../../client/pointer/pen.ts";
import { isNear, pointAt } from "../../../client/pointer/point-at.ts";
import { canvases, strokePath } from "../../../client/pointer/stroke-path.ts";
import { type Point, PointSchema } from "../../../server/protocol.ts";

const canvas = canvases["16:9"];
const box = { left: 100, top: 50, width: 1210, height: 681 };

describe("a place of the window", () => {
  test("is the same point of the slide in windows of any size", () => {
    expect(pointAt({ clientX: 705, clientY: 390.5 }, box)).toEqual([0.5, 0.5]);
    expect(pointAt({ clientX: 30, clientY: 15 }, { left: 0, top: 0, width: 60, height: 30 })).toEqual([
      0.5, 0.5,
    ]);
  });

  test("is on the other side of a mirrored slide", () => {
    expect(pointAt({ clientX: 100, clientY: 50 }, box, { isMirrored: true })).toEqual([1, 0]);
  });

  test("beside the slide is at its edge, or a little outside where that is allowed", () => {
    expect(pointAt({ clientX: -5000, clientY: 5000 }, box)).toEqual([0, 1]);
    expect(pointAt({ clientX: -5000, clientY: 5000 }, box, { margin: 0.4 })).toEqual([-0.4, 1.4]);
  });

  test("is always one that the protocol takes", () => {
    const pixels = fc.double({ min: -1e5, max: 1e5 });
    fc.assert(
      fc.property(
        pixels,
        pixels,
        fc.double({ min: 0, max: 4000 }),
        fc.boolean(),
        (x, y, size, isMirrored) => {
          const place = { left: 0, top: 0, width: size, height: size };
          const point = pointAt({ clientX: x, clientY: y }, place, { isMirrored, margin: 0.4 });
          expect(safeParse(PointSchema, point).success).toBe(true);
        },
      ),
    );
  });

  test("that is a hair's breadth from the last one is left out", () => {
    expect(isNear([0.5, 0.5], [0.5005, 0.5])).toBe(true);
    expect(isNear([0.5, 0.5], [0.502, 0.5])).toBe(false);
  });
});

describe("a stroke", () => {
  test("is a dot where the pen only touched", () => {
    expect(strokePath([[0.5, 0.5]], canvas)).toBe("M605 340.5h.1");
  });

  test("is a line through two points, and curves through more, from the first to the last", () => {
    expect(
      strokePath(
        [
          [0, 0],
          [1, 1],
        ],
        canvas,
      ),
    ).toBe("M0 0L1210 681");
    expect(
      strokePath(
        [
          [0, 0],
          [0.5, 0],
          [1, 1],
        ],
        canvas,
      ),
    ).toBe("M0 0Q605 0 907.5 340.5L1210 681");
  });

  test("without points is nothing", () => {
    expect(strokePath([], canvas)).toBe("");
  });

  test("of this window is shown as far as it is drawn, not as far as the server has told it", () => {
    const point: Point = [0.1, 0.1];
    const told = [
      { id: "seat2/x", points: [point] },
      { id: "seat1/a", points: [point] },
    ];
    const own = { slide: 2, id: "a", seat: "seat1", points: [point, point] };
    expect(allStrokes(told, [own, { ...own, slide: 3, id: "b" }], 2)).toEqual([
      { id: "seat2/x", points: [point] },
      { id: "seat1/a", points: [point, point] },
    ]);
  });
});

describe("the laser's tail", () => {
  test("is nothing while it stands still", () => {
    const still = [0, 10, 20].map((atMs) => ({ at: [0.5, 0.5] as Point, atMs }));
    expect(tailPath(still, canvas, 7)).toBe("");
    expect(tailPath(still.slice(0, 1), canvas, 7)).toBe("");
  });

  test("runs from a point to the width of the dot", () => {
    const move = [0, 1].map((x) => ({ at: [x, 0] as Point, atMs: x }));
    expect(tailPath(move, canvas, 7)).toBe("M0 0L1210 7L1210 -7L0 0Z");
  });

  test("is cut after a moment, down to where the dot is", () => {
    const tail = [0, 100, 200].map((atMs) => ({ at: [0, 0] as Point, atMs }));
    expect(cutTail(tail, 201).map(({ atMs }) => atMs)).toEqual([100, 200]);
    expect(cutTail(tail, 9000).map(({ atMs }) => atMs)).toEqual([200]);
  });
});

describe("the laser in the hand", () => {
  const place = () => ({ box: box as DOMRect, isMirrored: false });
  const press = (clientX: number, more: Partial<Press> = {}): Press => ({
    clientX,
    clientY: 50,
    isPrimary: true,
    button: 0,
    pointerType: "mouse",
    ...more,
  });
  let said: (Point | null)[];
  beforeEach(() => {
    said = [];
  });
  const take = () => laserHand(place, (at) => said.push(at));

  test("says the last of many moves, once a frame and no more than 67 times a second", () => {
    const hand = take();
    for (let frame = 0; frame < 1000 / 4; frame++) {
      for (let move = 0; move < 5; move++) hand.move(press(100 + frame + move / 10));
      hand.frame(frame * 4);
    }
    expect(said.length).toBeGreaterThan(50);
    expect(said.length).toBeLessThanOrEqual(67);
    expect(said[0]).toEqual([0.0003, 0]);
  });

  test("says nothing while it stands still", () => {
    const hand = take();
    hand.move(press(705));
    for (let frame = 0; frame < 100; frame++) hand.frame(frame * 16);
    expect(said).toEqual([[0.5, 0]]);
  });

  test("goes out when it leaves the slide or is put away, and no late frame lights it again", () => {
    for (const end of ["up", "drop"] as const) {
      said = [];
      const hand = take();
      hand.move(press(705));
      hand[end](press(705));
      hand.frame(1000);
      expect(said).toEqual([null]);
    }
  });

  test("points nowhere on a slide that is laid out anew for a narrow window", () => {
    const hand = laserHand(
      () => null,
      (at) => said.push(at),
    );
    hand.move(press(705));
    hand.frame(1000);
    expect(said).toEqual([]);
  });

  test("is not moved by a second finger", () => {
    const hand = take();
    hand.move(press(705, { isPrimary: false, pointerType: "touch" }));
    hand.frame(1000);
    expect(said).toEqual([]);
  });
});

describe("the tools", () => {
  /** Modules of their own, with a connection that keeps what is said. */
  async function room(role: "presenter" | "audience" | null) {
    vi.resetModules();
    const connection = await import("../../../client/connection/index.ts");
    const said: object[] = [];
    vi.doMock("../../../client/connection/index.ts", () => ({
      ...connection,
      say: (word: object) => said.push(word) > 0,
    }));
    connection.connectionStore.setState({ role, seat: "seat1", link: "open" });
    const tool = await import("../../../client/pointer/tool.ts");
    const own = await import("../../../client/pointer/own-strokes.ts");
    vi.doUnmock("../../../client/connection/index.ts");
    return { said, store: connection.connectionStore, ...tool, ...own };
  }
  const points: Point[] = Array.from({ length: 300 }, (_, index) => [index / 300, 0.5]);
  const drawn = (store: Awaited<ReturnType<typeof room>>["store"]) =>
    store.setState(({ talk }) => ({
      talk: { ...talk, drawings: { 2: [{ id: "seat1/a", points }] } },
    }));

  test("are the presenter's, before the server has spoken too, and nobody else's", async () => {
    expect((await room("presenter")).toggleTool("laser")).toBe(true);
    expect((await room(null)).toggleTool("ink")).toBe(true);
    const audience = await room("audience");
    expect(audience.toggleTool("laser")).toBe(false);
    drawn(audience.store);
    expect(audience.erase(2, true)).toBe(false);
    expect(audience.said).toEqual([]);
  });

  test("are one at a time, and the same key puts it away with its light", async () => {
    const { toggleTool, pointLaser, usePointing, said } = await room("presenter");
    toggleTool("laser");
    pointLaser([0.5, 0.5]);
    toggleTool("ink");
    expect(usePointing.getState()).toMatchObject({ tool: "ink", own: null });
    expect(said).toEqual([
      { type: "laser", at: [0.5, 0.5] },
      { type: "laser", at: null },
    ]);
    toggleTool("ink");
    expect(usePointing.getState().tool).toBeNull();
  });

  test("a cleared drawing can be had back, whole, with the same key as a stroke", async () => {
    const { erase, store, said, usePointing } = await room("presenter");
    drawn(store);
    expect(erase(3, true)).toBe(false);
    expect(erase(2, true)).toBe(true);
    expect(said).toEqual([{ type: "erase", slide: 2, all: true }]);
    store.setState(({ talk }) => ({ talk: { ...talk, drawings: {} } }));
    expect(erase(2, false)).toBe(true);
    const again = said.slice(1) as { type: string; slide: number; id: string; points: Point[] }[];
    expect(again.map(({ type, slide, points: { length } }) => [type, slide, length])).toEqual([
      ["draw", 2, 256],
      ["draw", 2, 44],
    ]);
    expect(again.flatMap((each) => each.points)).toEqual(points);
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
    expect(usePointing.getState().cleared).toBeNull();
    expect(erase(2, false)).toBe(false);
  });

  test("a stroke is said as it grows, and is this window's until the server has told all of it", async () => {
    const { beginStroke, extendStroke, endStroke, tellStrokes, useOwnStrokes, store, said } =
      await room("presenter");
    const told = (...all: Point[]) =>
      store.setState(({ talk }) => ({
        talk: { ...talk, drawings: { 2: all.length > 0 ? [{ id: "seat1/a", points: all }] : [] } },
      }));
    beginStroke(2, "a", [0.1, 0.1]);
    tellStrokes();
    told([0.1, 0.1]);
    extendStroke("a", [[0.2, 0.2]]);
    endStroke("a");
    expect(said).toEqual([
      { type: "draw", slide: 2, id: "a", points: [[0.1, 0.1]] },
      { type: "draw", slide: 2, id: "a", points: [[0.2, 0.2]] },
    ]);
    expect(useOwnStrokes.getState().strokes).toHaveLength(1);
    told([0.1, 0.1], [0.2, 0.2]);
    told();
    expect(useOwnStrokes.getState().strokes).toEqual([]);
  });

  test("a stroke that was told back before the pen was up is done with it", async () => {
    const { beginStroke, endStroke, tellStrokes, useOwnStrokes, store } = await room("presenter");
    beginStroke(2, "a", [0.1, 0.1]);
    tellStrokes();
    store.setState(({ talk }) => ({
      talk: { ...talk, drawings: { 2: [{ id: "seat1/a", points: [[0.1, 0.1]] }] } },
    }));
    endStroke("a");
    expect(useOwnStrokes.getState().strokes).toEqual([]);
  });

  test("what is drawn without a connection is said when there is one", async () => {
    const { beginStroke, extendStroke, endStroke, tellStrokes, store, said } = await room("presenter");
    store.setState({ link: "lost" });
    beginStroke(2, "a", [0.1, 0.1]);
    extendStroke("a", [[0.2, 0.2]]);
    endStroke("a");
    expect(said).toEqual([]);
    store.setState({ link: "open", seat: "seat9" });
    tellStrokes();
    tellStrokes();
    expect(said).toEqual([
      {
        type: "draw",
        slide: 2,
        id: "a",
        points: [
          [0.1, 0.1],
          [0.2, 0.2],
        ],
      },
    ]);
  });
});
