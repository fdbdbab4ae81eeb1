/** What a page knows of the talk, message by message. */
import { expect, test } from "vitest";
import { initialState, receive } from "../../../client/connection/state.ts";
import { protocolVersion, type ServerMessage } from "../../../server/protocol.ts";

const after = (...messages: ServerMessage[]) => messages.reduce(receive, initialState).talk;
const welcome: ServerMessage = {
  type: "welcome",
  version: protocolVersion,
  role: "presenter",
  seat: "seat1",
  deck: "1",
  place: { slide: 3, step: 1, demo: null },
  blackout: false,
  obstacle: null,
};
const stroke = (id: string, x: number, by = "seat1"): ServerMessage => ({
  type: "stroke",
  slide: 2,
  id,
  points: [[x, x]],
  by,
});

test("a welcome says where the talk is, and nobody took it there just now", () => {
  expect(after(welcome).place).toEqual({ place: { slide: 3, step: 1, demo: null }, by: "" });
});

test("each word of a place or of the black screen is a new one, so that it is followed or counted", () => {
  const word: ServerMessage = { type: "place", place: { slide: 3, step: 1, demo: null }, by: "seat2" };
  expect(after(welcome, word).place).not.toBe(after(welcome, word, word).place);
  const black: ServerMessage = { type: "blackout", on: true, by: "seat2" };
  expect(after(welcome, black).blackout).toEqual({ on: true, by: "seat2" });
  expect(after(welcome, black).blackout).not.toBe(after(welcome, black, black).blackout);
});

test("strokes grow by their seat and id, and a drawing takes the place of all", () => {
  const drawn = after(welcome, stroke("a", 0.1), stroke("a", 0.2), stroke("a", 0.3, "seat2"));
  expect(drawn.drawings).toEqual({
    2: [
      {
        id: "seat1/a",
        points: [
          [0.1, 0.1],
          [0.2, 0.2],
        ],
      },
      { id: "seat2/a", points: [[0.3, 0.3]] },
    ],
  });
  const whole: ServerMessage = { type: "drawing", slide: 2, strokes: [] };
  expect(after(welcome, stroke("a", 0.1), whole).drawings[2]).toEqual([]);
});

test("a part of a stroke that comes after the whole drawing goes on with its stroke", () => {
  const whole: ServerMessage = { type: "drawing", slide: 2, strokes: [{ id: "seat2/a", points: [[0, 0]] }] };
  expect(after(welcome, whole, stroke("a", 0.1, "seat2")).drawings[2]).toEqual([
    {
      id: "seat2/a",
      points: [
        [0, 0],
        [0.1, 0.1],
      ],
    },
  ]);
});

test("saves are counted, each script and picture by itself", () => {
  const script = (demo: string): ServerMessage => ({ type: "script", demo });
  const { saved } = after(
    welcome,
    script("a"),
    script("b"),
    script("a"),
    { type: "style" },
    {
      type: "picture",
      path: "a.png",
    },
  );
  expect(saved).toMatchObject({ scripts: { a: 2, b: 1 }, style: 1, pictures: { "a.png": 1 } });
});

test("after a new connection the welcome says whether the room is black, and drawings and laser are told anew", () => {
  const before: ServerMessage[] = [
    welcome,
    { type: "laser", at: [0.5, 0.5], by: "seat1" },
    { type: "style" },
    stroke("a", 0.1),
  ];
  expect(after(...before, { ...welcome, blackout: true })).toMatchObject({
    blackout: { on: true, by: "" },
    laser: null,
    drawings: {},
    saved: { style: 1 },
  });
});
