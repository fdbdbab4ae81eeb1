/** What all who follow the talk have in common: the place, the black screen, the clock, the pointer, the drawings. Knows no socket. */
import type { Place, Point, ServerMessage, Stroke } from "../protocol.ts";
import { Clock } from "./clock.ts";
import { Drawings } from "./drawings.ts";

/** Says of a place that no seat took the talk there. */
const nobody = "";

export class Talk {
  private readonly tell: (message: ServerMessage) => void;
  private readonly clock: Clock;
  private readonly drawings = new Drawings();
  /** Before a deck is known any slide may be its last. */
  private slideCount = Number.MAX_SAFE_INTEGER;
  private at: Place | null = null;
  private isBlack = false;
  private pointer: { at: Point; by: string } | null = null;

  constructor(tell: (message: ServerMessage) => void, now: () => number = () => performance.now()) {
    this.tell = tell;
    this.clock = new Clock(now);
  }

  /** Where the talk is; null until somebody went somewhere. Beyond the deck's end while the deck is shorter than it was. */
  get place(): Place | null {
    return this.at;
  }

  /** Whether the room's screens are black. */
  get blackout(): boolean {
    return this.isBlack;
  }

  /** What a seat that comes now must hear beyond its welcome. */
  state(): ServerMessage[] {
    return [
      { type: "clock", ...this.clock.state },
      ...this.drawings.all().map(([slide, strokes]) => drawing(slide, strokes)),
    ];
  }

  /** The talk goes on there, or at the deck's last slide if there is no such place; its clock starts when somebody leaves the first place. */
  go(place: Place, by: string): void {
    const slide = Math.min(place.slide, this.slideCount);
    const isFirstMove = this.at !== null && this.at.slide !== slide;
    this.stand({ ...place, slide }, by);
    if (isFirstMove && this.clock.isFresh) this.runClock("start");
  }

  /** The deck was saved: where its slides are now (null: gone), how many it has, and the slide to look at, unless a demo is open. */
  reload(placeNow: (slide: number) => number | null, slideCount: number, edited: number | null): void {
    const before = this.at;
    const wasBeyond = before !== null && before.slide > this.slideCount;
    this.slideCount = Math.max(1, slideCount);
    for (const slide of this.drawings.rearrange(placeNow)) this.tell(drawing(slide, this.drawings.of(slide)));
    if (!before) return;
    if (edited !== null && before.demo === null && !wasBeyond) {
      if (edited !== before.slide) this.stand({ slide: edited, step: 0, demo: null }, nobody);
    } else {
      const slide = placeNow(before.slide) ?? before.slide;
      if (slide !== before.slide || wasBeyond) this.stand({ ...before, slide }, nobody);
    }
  }

  /** Told also when nothing changed: the seat counts the answers to what it said. */
  setBlackout(on: boolean, by: string): void {
    this.isBlack = on;
    this.tell({ type: "blackout", on, by });
  }

  runClock(does: "start" | "stop" | "reset" | "restore"): void {
    this.clock[does]();
    this.tell({ type: "clock", ...this.clock.state });
  }

  laser(at: Point | null, by: string): void {
    if (!at && this.pointer?.by !== by) return;
    this.pointer = at && { at, by };
    this.tell({ type: "laser", at, by });
  }

  /** False when it is too much for one slide, and is dropped. */
  draw(slide: number, { id, points }: Stroke, by: string): boolean {
    const isTaken = slide >= 1 && slide <= this.slideCount && this.drawings.add(slide, `${by}/${id}`, points);
    if (isTaken) this.tell({ type: "stroke", slide, id, points, by });
    return isTaken;
  }

  erase(slide: number, all: boolean): void {
    if (this.drawings.erase(slide, all)) this.tell(drawing(slide, this.drawings.of(slide)));
  }

  /** A seat has gone, and its pointer with it. */
  leave(seat: string): void {
    this.laser(null, seat);
  }

  private stand(place: Place, by: string): void {
    this.at = place;
    this.tell({ type: "place", place, by });
  }
}

function drawing(slide: number, strokes: readonly Stroke[]): ServerMessage {
  return { type: "drawing", slide, strokes: [...strokes] };
}
