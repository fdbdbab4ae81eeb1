/** What all who follow share: the place, the black screen, the clock, the laser, the drawings. */
import { beforeEach, expect, test } from "vitest";
import type { Point, ServerMessage } from "../../server/protocol.ts";
import { Talk } from "../../server/talk/index.ts";

let told: ServerMessage[];
let nowMs: number;
let talk: Talk;
beforeEach(() => {
  told = [];
  nowMs = 1000;
  talk = new Talk(
    (message) => told.push(message),
    () => nowMs,
  );
});

const at = (slide: number, step = 0, demo: string | null = null) => ({ slide, step, demo });
const line: Point[] = [
  [0.1, 0.1],
  [0.2, 0.2],
];
const stays = (slide: number) => slide;
const last = <T extends ServerMessage["type"]>(type: T) =>
  told.findLast((each): each is Extract<ServerMessage, { type: T }> => each.type === type);
const clock = () => {
  const state = talk.state().find(({ type }) => type === "clock");
  return state?.type === "clock" ? state : null;
};

test("a move is told to all with who made it, and late joiners hear where the talk is", () => {
  expect(talk.place).toBeNull();
  talk.go(at(3, 1), "seat1");
  expect(told).toEqual([{ type: "place", place: at(3, 1), by: "seat1" }]);
  expect(talk.place).toEqual(at(3, 1));
});

test("the clock starts when the talk leaves its first slide, not with its steps or its demo", () => {
  talk.go(at(1), "seat1");
  talk.go(at(1, 1), "seat1");
  talk.go(at(1, 1, "hello"), "seat1");
  expect(clock()).toMatchObject({ isRunning: false, elapsedMs: 0 });
  talk.go(at(2), "seat1");
  nowMs += 61_000;
  expect(clock()).toMatchObject({ isRunning: true, elapsedMs: 61_000 });
});

test("a clock that was stopped waits for a person, and one that was reset starts with the next move", () => {
  talk.go(at(1), "seat1");
  talk.go(at(2), "seat1");
  nowMs += 5000;
  talk.runClock("stop");
  nowMs += 5000;
  talk.go(at(3), "seat1");
  expect(clock()).toMatchObject({ isRunning: false, elapsedMs: 5000 });
  talk.runClock("start");
  nowMs += 1000;
  expect(clock()).toMatchObject({ isRunning: true, elapsedMs: 6000 });
  talk.runClock("reset");
  expect(clock()).toMatchObject({ isRunning: true, elapsedMs: 0 });
  talk.runClock("stop");
  talk.runClock("reset");
  talk.go(at(4), "seat1");
  expect(clock()).toMatchObject({ isRunning: true });
});

test("starting a clock that runs, or stopping one that stands, changes nothing", () => {
  talk.runClock("stop");
  expect(clock()).toMatchObject({ isRunning: false, elapsedMs: 0 });
  talk.runClock("start");
  nowMs += 1000;
  talk.runClock("start");
  expect(clock()).toMatchObject({ isRunning: true, elapsedMs: 1000 });
});

test("the black screen is told with who said it, each time, and late joiners hear of it", () => {
  expect(talk.blackout).toBe(false);
  talk.setBlackout(true, "seat1");
  talk.setBlackout(true, "seat2");
  expect(told).toEqual([
    { type: "blackout", on: true, by: "seat1" },
    { type: "blackout", on: true, by: "seat2" },
  ]);
  expect(talk.blackout).toBe(true);
  talk.setBlackout(false, "seat1");
  expect(talk.blackout).toBe(false);
});

test("only the seat that points can take its laser away, and it goes with its seat", () => {
  talk.laser([0.5, 0.5], "seat1");
  talk.laser(null, "seat2");
  expect(last("laser")).toEqual({ type: "laser", at: [0.5, 0.5], by: "seat1" });
  talk.leave("seat1");
  expect(last("laser")).toEqual({ type: "laser", at: null, by: "seat1" });
});

test("what is drawn is told as it is drawn, and as a whole to late joiners", () => {
  talk.draw(2, { id: "a", points: line }, "seat1");
  talk.draw(2, { id: "a", points: [[0.3, 0.3]] }, "seat1");
  talk.draw(2, { id: "a", points: line }, "seat2");
  expect(last("stroke")).toEqual({ type: "stroke", slide: 2, id: "a", points: line, by: "seat2" });
  expect(talk.state()).toContainEqual({
    type: "drawing",
    slide: 2,
    strokes: [
      { id: "seat1/a", points: [...line, [0.3, 0.3]] },
      { id: "seat2/a", points: line },
    ],
  });
});

test("the newest stroke is taken back first, whoever drew it, and then all of them", () => {
  talk.draw(2, { id: "a", points: line }, "seat1");
  talk.draw(2, { id: "b", points: line }, "seat2");
  talk.draw(3, { id: "c", points: line }, "seat1");
  talk.erase(2, false);
  expect(last("drawing")?.strokes.map(({ id }) => id)).toEqual(["seat1/a"]);
  talk.erase(2, true);
  expect(last("drawing")).toEqual({ type: "drawing", slide: 2, strokes: [] });
  expect(talk.state().filter(({ type }) => type === "drawing")).toMatchObject([{ slide: 3 }]);
  const count = told.length;
  talk.erase(2, true);
  expect(told.length).toBe(count);
});

test("a slide takes so much and no more, and is drawn on again when it was cleared", () => {
  const many: Point[] = Array.from({ length: 250 }, () => [0.5, 0.5]);
  let taken = 0;
  while (talk.draw(1, { id: `s${taken}`, points: many }, "seat1")) taken += 1;
  expect(taken).toBe(40);
  expect(talk.draw(2, { id: "other", points: line }, "seat1")).toBe(true);
  talk.erase(1, true);
  expect(talk.draw(1, { id: "again", points: many }, "seat1")).toBe(true);
});

test("many slides full of drawings end, too, so that a late joiner is not drowned", () => {
  const many: Point[] = Array.from({ length: 250 }, () => [0.5, 0.5]);
  for (let slide = 1; slide <= 100; slide++)
    for (let stroke = 0; stroke < 40; stroke++) talk.draw(slide, { id: `${stroke}`, points: many }, "seat1");
  expect(JSON.stringify(talk.state()).length).toBeLessThan(1_000_000);
});

test("a move beyond the deck goes to its last slide, and nothing can be drawn there", () => {
  talk.reload(stays, 20, null);
  talk.go(at(9999), "seat1");
  expect(last("place")?.place).toEqual(at(20));
  expect(talk.draw(21, { id: "a", points: line }, "seat1")).toBe(false);
  expect(talk.draw(0, { id: "a", points: line }, "seat1")).toBe(false);
});

test("an edit takes all to the edited slide and starts no clock", () => {
  talk.go(at(1), "seat1");
  talk.reload(stays, 20, 7);
  expect(last("place")).toEqual({ type: "place", place: at(7), by: "" });
  expect(clock()?.isRunning).toBe(false);
});

test("an edit of the slide that is shown leaves its steps, and one without a visible change leaves all", () => {
  talk.go(at(7, 2), "seat1");
  const count = told.length;
  talk.reload(stays, 20, 7);
  talk.reload(stays, 20, null);
  expect(told.length).toBe(count);
});

test("an edit leaves an open demo open, on its slide wherever that is now", () => {
  talk.go(at(7, 0, "hello"), "seat1");
  talk.reload((slide) => (slide > 3 ? slide + 1 : slide), 21, 4);
  expect(last("place")?.place).toEqual(at(8, 0, "hello"));
});

test("before anybody went anywhere an edit takes nobody along", () => {
  talk.reload(stays, 20, 7);
  expect(told).toEqual([]);
  expect(talk.place).toBeNull();
});

test("drawings go with their slides", () => {
  talk.draw(5, { id: "a", points: line }, "seat1");
  talk.draw(2, { id: "b", points: line }, "seat1");
  told = [];
  talk.reload((slide) => (slide > 3 ? slide + 1 : slide), 21, null);
  expect(told).toEqual([
    { type: "drawing", slide: 5, strokes: [] },
    { type: "drawing", slide: 6, strokes: [{ id: "seat1/a", points: line }] },
  ]);
});

test("the drawings of a slide that is gone are gone, and leave room for others", () => {
  const many: Point[] = Array.from({ length: 250 }, () => [0.5, 0.5]);
  const fill = () => {
    let taken = 0;
    for (let slide = 1; slide <= 10; slide++)
      while (talk.draw(slide, { id: `${taken}`, points: many }, "seat1")) taken += 1;
    return taken;
  };
  const all = fill();
  told = [];
  talk.reload((slide) => (slide <= 10 ? null : slide), 20, null);
  expect(told).toEqual([1, 2, 3, 4, 5, 6].map((slide) => ({ type: "drawing", slide, strokes: [] })));
  expect(talk.state().filter(({ type }) => type === "drawing")).toEqual([]);
  expect(fill()).toBe(all);
});

test("the talk stays where its slide was taken out", () => {
  talk.go(at(7, 0, "hello"), "seat1");
  const count = told.length;
  talk.reload((slide) => (slide === 7 ? null : slide), 20, null);
  expect([talk.place, told.length]).toEqual([at(7, 0, "hello"), count]);
});

test("a deck that is empty for a moment takes the talk nowhere, and has it back where it was", () => {
  talk.reload(stays, 20, null);
  talk.go(at(10), "seat1");
  talk.draw(10, { id: "a", points: line }, "seat1");
  talk.reload(stays, 1, null);
  expect(talk.place).toEqual(at(10));
  told = [];
  talk.reload(stays, 20, 1);
  expect(told).toEqual([{ type: "place", place: at(10), by: "" }]);
  expect(talk.state()).toContainEqual(expect.objectContaining({ type: "drawing", slide: 10 }));
});
