/** Windows that lead and follow each other end alike, in whatever order their words arrive. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isElsewhere } from "../../../client/live/is-elsewhere.ts";
import type { Place } from "../../../server/protocol.ts";
import { type Matter, Room, TestWindow } from "./window.ts";

const at = (slide: number, step = 0, demo: string | null = null): Place => ({ slide, step, demo });

const place: Matter<Place> = {
  now: (talk) => talk.place,
  say: (talk, word, seat) => talk.go(word, seat),
  read: (message) => (message.type === "place" ? { word: message.place, by: message.by } : null),
};
const placeWindow = (room: Room<Place>, here: Place, isOpened = false) =>
  new TestWindow(room, here, (now, talk) => isOpened && isElsewhere(now, talk));

const black: Matter<boolean> = {
  now: (talk) => talk.blackout,
  say: (talk, on, seat) => talk.setBlackout(on, seat),
  read: (message) => (message.type === "blackout" ? { word: message.on, by: message.by } : null),
};
const blackWindow = (room: Room<boolean>) => new TestWindow(room, false, (now) => now);

const window = fc.nat({ max: 2 });
const eventOf = <Change>(change: fc.Arbitrary<Change>) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant("change" as const), window, change }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constantFrom("up" as const, "down" as const),
        window,
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("lose", "connect"), window }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("restart", "edit") }) },
  );

type Event<Change> = ReturnType<typeof eventOf<Change>> extends fc.Arbitrary<infer E> ? E : never;

/** Lets it happen, and then all be heard. */
function happen<Word, Change>(
  room: Room<Word>,
  events: readonly Event<Change>[],
  changed: (before: Word, change: Change) => Word,
): void {
  for (const each of events) {
    const target = "window" in each ? room.windows[each.window] : undefined;
    if ("change" in each) target?.change(changed(target.value, each.change));
    else if (each.does === "up" || each.does === "down") target?.deliver(each.does);
    else if (each.does === "lose") target?.lose();
    else if (each.does === "connect") target?.connect();
    else if (each.does === "restart") room.restart();
    else room.talk.reload((slide) => slide + 1, 20, null);
  }
  room.settle();
}

describe("however their words cross, once all was heard", () => {
  const anyPlace = fc.record({
    slide: fc.integer({ min: 1, max: 9 }),
    step: fc.integer({ min: 0, max: 2 }),
    demo: fc.constantFrom(null, "hello"),
  });

  test("three windows and the server are at the same place", () => {
    fc.assert(
      fc.property(fc.array(eventOf(anyPlace), { maxLength: 60 }), (events) => {
        const room = new Room(place);
        for (const slide of [1, 2, 3]) room.windows.push(placeWindow(room, at(slide), slide === 3));
        happen(room, events, (_, to: Place) => to);
        for (const { value } of room.windows) expect(value).toEqual(room.talk.place);
      }),
      { numRuns: 500 },
    );
  });

  test("three windows are black or not as the server is, and b pressed last by somebody alone is what counts", () => {
    fc.assert(
      fc.property(fc.array(eventOf(fc.constant("b")), { maxLength: 60 }), window, (events, last) => {
        const room = new Room(black);
        for (let count = 0; count < 3; count += 1) room.windows.push(blackWindow(room));
        happen(room, events, (before) => !before);
        for (const { value } of room.windows) expect(value).toBe(room.talk.blackout);
        const wanted = !room.talk.blackout;
        room.windows[last]?.change(wanted);
        room.settle();
        for (const { value } of room.windows) expect(value).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a window", () => {
  const open = (isOpened = false, first = at(1)) => {
    const room = new Room(place);
    const [here, there] = [placeWindow(room, first, isOpened), placeWindow(room, at(1))];
    room.windows.push(there);
    return { room, here, there };
  };
  const comes = <Word>(room: Room<Word>, window: TestWindow<Word>) => {
    room.settle();
    room.windows.push(window);
    room.settle();
  };

  test("that comes later goes where the talk is", () => {
    const { room, here, there } = open();
    room.settle();
    there.change(at(7, 1));
    comes(room, here);
    expect(here.value).toEqual(at(7, 1));
  });

  test("that is opened by a link to a place takes the talk there", () => {
    const { room, here, there } = open(true, at(5));
    room.settle();
    there.change(at(7));
    comes(room, here);
    expect(there.value).toEqual(at(5));
    expect(here.value).toEqual(at(5));
  });

  test("that is a copy of another takes nobody's clicks back", () => {
    const { room, here, there } = open(true, at(7, 0, "hello"));
    room.settle();
    there.change(at(7, 2, "hello"));
    comes(room, here);
    expect(there.value).toEqual(at(7, 2, "hello"));
    expect(here.value).toEqual(at(7, 2, "hello"));
  });

  test("that took the talk along when it was opened follows it after its connection was lost", () => {
    const { room, here, there } = open(true, at(5));
    comes(room, here);
    here.lose();
    there.change(at(7));
    there.deliver("up");
    room.settle();
    expect(here.value).toEqual(at(7));
  });

  test("that moved without a connection takes the talk along when it is back", () => {
    const { room, here, there } = open();
    comes(room, here);
    here.lose();
    here.change(at(9));
    there.change(at(4));
    while (!there.isQuiet) {
      there.deliver("up");
      there.deliver("down");
    }
    expect(there.value).toEqual(at(4));
    room.settle();
    expect(there.value).toEqual(at(9));
  });

  test("whose move was lost with the line says it again", () => {
    const { room, here, there } = open();
    comes(room, here);
    here.change(at(9));
    here.lose();
    room.settle();
    expect(there.value).toEqual(at(9));
  });

  test("does not jump back while its own moves are on their way", () => {
    const { room, here, there } = open();
    comes(room, here);
    const seen: number[] = [];
    here.change(at(2));
    here.change(at(3));
    there.change(at(8));
    there.deliver("up");
    here.deliver("up");
    while (!here.isQuiet) {
      here.deliver("down");
      seen.push(here.value.slide);
      here.deliver("up");
    }
    expect(new Set(seen)).toEqual(new Set([3]));
  });

  test("does not flicker when b is pressed faster than its words come back", () => {
    const room = new Room(black);
    const [here, there] = [blackWindow(room), blackWindow(room)];
    room.windows.push(here, there);
    room.settle();
    for (const on of [true, false, true, false]) here.change(on);
    const seen: boolean[] = [];
    while (!here.isQuiet) {
      here.deliver("up");
      here.deliver("down");
      seen.push(here.value);
    }
    expect(new Set(seen)).toEqual(new Set([false]));
    room.settle();
    expect(there.value).toBe(false);
  });

  test("made black before it was connected takes the room along, and a white one goes black with the room", () => {
    const room = new Room(black);
    const [here, there] = [blackWindow(room), blackWindow(room)];
    room.windows.push(there);
    room.settle();
    here.value = true;
    comes(room, here);
    expect(there.value).toBe(true);
    here.lose();
    there.change(false);
    there.deliver("up");
    room.settle();
    expect(here.value, "after its connection was lost it follows").toBe(false);
    there.change(true);
    room.settle();
    const late = blackWindow(room);
    comes(room, late);
    expect(late.value).toBe(true);
  });
});
