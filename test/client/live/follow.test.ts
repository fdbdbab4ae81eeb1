/** Windows that lead and follow each other end at the same place, in whatever order their words arrive. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Follow } from "../../../client/live/follow.ts";
import type { Place } from "../../../server/protocol.ts";
import { Talk } from "../../../server/talk/index.ts";

const at = (slide: number, step = 0, demo: string | null = null): Place => ({ slide, step, demo });

/** A window with a line to the server on which words take their time, both ways. */
class TestWindow {
  readonly follow: Follow;
  place: Place;
  private readonly room: Room;
  private line: { seat: string; up: Place[]; down: { place: Place; by: string }[] } | null = null;

  constructor(room: Room, place: Place, isOpened = false) {
    this.room = room;
    this.place = place;
    this.follow = new Follow(
      {
        place: () => this.place,
        go: (to) => {
          this.place = to;
        },
        tell: (to) => (this.line?.up.push(to) ?? 0) > 0,
      },
      isOpened,
    );
  }

  connect(): void {
    if (this.line) return;
    this.line = { seat: this.room.nextSeat(), up: [], down: [] };
    this.follow.connected(this.room.talk.place);
  }

  /** All that is on its way is lost. */
  lose(): void {
    this.line = null;
  }

  move(to: Place): void {
    this.place = to;
    this.follow.moved();
  }

  hear(message: { place: Place; by: string }): void {
    this.line?.down.push(message);
  }

  /** One word reaches the server, or this window. */
  deliver(way: "up" | "down"): void {
    if (way === "up") {
      const place = this.line?.up.shift();
      if (place && this.line) this.room.talk.go(place, this.line.seat);
    } else {
      const message = this.line?.down.shift();
      if (message) this.follow.heard(message.place, message.by === this.line?.seat);
    }
  }

  get isQuiet(): boolean {
    return !this.line || this.line.up.length + this.line.down.length === 0;
  }
}

class Room {
  readonly windows: TestWindow[] = [];
  private seats = 0;
  talk = this.newTalk();

  nextSeat(): string {
    this.seats += 1;
    return `seat${this.seats}`;
  }

  /** The server stops, with all lines, and another one starts that knows nothing. */
  restart(): void {
    for (const window of this.windows) window.lose();
    this.talk = this.newTalk();
  }

  settle(): void {
    for (const window of this.windows) window.connect();
    while (!this.windows.every((window) => window.isQuiet))
      for (const window of this.windows) {
        window.deliver("up");
        window.deliver("down");
      }
  }

  private newTalk(): Talk {
    return new Talk((message) => {
      if (message.type === "place") for (const window of this.windows) window.hear(message);
    });
  }
}

const place = fc.record({
  slide: fc.integer({ min: 1, max: 9 }),
  step: fc.integer({ min: 0, max: 2 }),
  demo: fc.constantFrom(null, "hello"),
});
const window = fc.nat({ max: 2 });
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("move" as const), window, place }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant("deliver" as const),
      window,
      way: fc.constantFrom("up", "down"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("lose" as const, "connect" as const), window }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("restart" as const, "edit" as const) }) },
);

describe("however their words cross", () => {
  test("three windows and the server agree once all was heard", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const room = new Room();
        for (const slide of [1, 2, 3]) room.windows.push(new TestWindow(room, at(slide), slide === 3));
        for (const each of events) {
          const target = "window" in each ? room.windows[each.window] : undefined;
          if (each.does === "move") target?.move(each.place);
          else if (each.does === "deliver") target?.deliver(each.way as "up" | "down");
          else if (each.does === "lose") target?.lose();
          else if (each.does === "connect") target?.connect();
          else if (each.does === "restart") room.restart();
          else room.talk.reload((slide) => slide + 1, 20, null);
        }
        room.settle();
        for (const { place } of room.windows) expect(place).toEqual(room.talk.place);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a window", () => {
  const open = (isOpened = false, first = at(1)) => {
    const room = new Room();
    const [here, there] = [new TestWindow(room, first, isOpened), new TestWindow(room, at(1))];
    room.windows.push(there);
    return { room, here, there };
  };
  const comes = (room: Room, window: TestWindow) => {
    room.settle();
    room.windows.push(window);
    room.settle();
  };

  test("that comes later goes where the talk is", () => {
    const { room, here, there } = open();
    room.settle();
    there.move(at(7, 1));
    comes(room, here);
    expect(here.place).toEqual(at(7, 1));
  });

  test("that is opened by a link to a place takes the talk there", () => {
    const { room, here, there } = open(true, at(5));
    room.settle();
    there.move(at(7));
    comes(room, here);
    expect(there.place).toEqual(at(5));
    expect(here.place).toEqual(at(5));
  });

  test("that is a copy of another takes nobody's clicks back", () => {
    const { room, here, there } = open(true, at(7, 0, "hello"));
    room.settle();
    there.move(at(7, 2, "hello"));
    comes(room, here);
    expect(there.place).toEqual(at(7, 2, "hello"));
    expect(here.place).toEqual(at(7, 2, "hello"));
  });

  test("that moved without a connection takes the talk along when it is back", () => {
    const { room, here, there } = open();
    comes(room, here);
    here.lose();
    here.move(at(9));
    there.move(at(4));
    while (!there.isQuiet) {
      there.deliver("up");
      there.deliver("down");
    }
    expect(there.place).toEqual(at(4));
    room.settle();
    expect(there.place).toEqual(at(9));
  });

  test("whose move was lost with the line says it again", () => {
    const { room, here, there } = open();
    comes(room, here);
    here.move(at(9));
    here.lose();
    room.settle();
    expect(there.place).toEqual(at(9));
  });

  test("does not jump back while its own moves are on their way", () => {
    const { room, here, there } = open();
    comes(room, here);
    const seen: number[] = [];
    here.move(at(2));
    here.move(at(3));
    there.move(at(8));
    there.deliver("up");
    here.deliver("up");
    while (!here.isQuiet) {
      here.deliver("down");
      seen.push(here.place.slide);
      here.deliver("up");
    }
    expect(new Set(seen)).toEqual(new Set([3]));
  });
});
