/** The strokes on the slides, within bounds. */
import type { Point, Stroke } from "../protocol.ts";

/** A hand draws about 60 points a second; a late joiner gets all of them at once. */
export interface Bounds {
  strokesOnSlide: number;
  pointsOnSlide: number;
  points: number;
}
const bounds: Bounds = { strokesOnSlide: 200, pointsOnSlide: 10_000, points: 60_000 };

interface Drawing {
  strokes: Map<string, Point[]>;
  points: number;
}

export class Drawings {
  private readonly bounds: Bounds;
  private slides = new Map<number, Drawing>();
  private points = 0;

  constructor(within: Bounds = bounds) {
    this.bounds = within;
  }

  all(): [slide: number, strokes: Stroke[]][] {
    return [...this.slides.keys()].map((slide) => [slide, this.of(slide)]);
  }

  of(slide: number): Stroke[] {
    return [...(this.slides.get(slide)?.strokes ?? [])].map(([id, points]) => ({ id, points: [...points] }));
  }

  /** False when the slide can take no more. */
  add(slide: number, id: string, points: readonly Point[]): boolean {
    const drawing = this.slides.get(slide) ?? { strokes: new Map<string, Point[]>(), points: 0 };
    const stroke = drawing.strokes.get(id) ?? [];
    const { strokesOnSlide, pointsOnSlide, points: most } = this.bounds;
    if (drawing.points + points.length > pointsOnSlide || this.points + points.length > most) return false;
    if (!drawing.strokes.has(id) && drawing.strokes.size >= strokesOnSlide) return false;
    if (points.length === 0) return true;
    stroke.push(...points);
    drawing.strokes.set(id, stroke);
    drawing.points += points.length;
    this.points += points.length;
    this.slides.set(slide, drawing);
    return true;
  }

  /** Takes the newest stroke or all of them; false when there was none. */
  erase(slide: number, all: boolean): boolean {
    const drawing = this.slides.get(slide);
    if (!drawing) return false;
    const ids = [...drawing.strokes.keys()];
    for (const id of all ? ids : ids.slice(-1)) this.take(drawing, id);
    if (drawing.strokes.size === 0) this.slides.delete(slide);
    return true;
  }

  /**
   * The slides have other places now, null for those that are gone with their drawings; drawings in one place lie over
   * each other. Tells the slides that changed.
   */
  rearrange(placeNow: (slide: number) => number | null): number[] {
    const before = this.slides;
    this.slides = new Map();
    const changed = new Set<number>();
    for (const [slide, drawing] of before) {
      const now = placeNow(slide);
      if (now !== slide) changed.add(slide);
      if (now === null) {
        this.points -= drawing.points;
        continue;
      }
      if (now !== slide) changed.add(now);
      const there = this.slides.get(now);
      this.slides.set(now, there ? together(there, drawing) : drawing);
    }
    return [...changed];
  }

  private take(drawing: Drawing, id: string): void {
    const count = drawing.strokes.get(id)?.length ?? 0;
    drawing.strokes.delete(id);
    drawing.points -= count;
    this.points -= count;
  }
}

function together(one: Drawing, other: Drawing): Drawing {
  return { strokes: new Map([...one.strokes, ...other.strokes]), points: one.points + other.points };
}
