/** Sizes that a speaker chooses: of the notes, of the panes, of a slide's picture. */
import { describe, expect, test } from "vitest";
import { placeCanvas } from "../../../client/presenter/canvas.ts";
import { knownSize, notesSizesPx, sizeBeside } from "../../../client/presenter/notes-size.ts";
import { clampPane, knownSizes, paneAfterKey } from "../../../client/presenter/pane-sizes.ts";

describe("notes", () => {
  test("grow and shrink by steps, and hold at their ends", () => {
    expect(sizeBeside(20, 1)).toBe(22);
    expect(sizeBeside(20, -1)).toBe(18);
    expect(sizeBeside(notesSizesPx[0] ?? 0, -1)).toBe(notesSizesPx[0]);
    expect(sizeBeside(notesSizesPx.at(-1) ?? 0, 1)).toBe(notesSizesPx.at(-1));
  });

  test("keep a remembered size, and forget what is none", () => {
    expect(knownSize("32")).toBe(32);
    expect(knownSize(null)).toBe(20);
    expect(knownSize("9000")).toBe(20);
  });
});

describe("panes", () => {
  test("leave room on both sides", () => {
    expect(clampPane("across", 5)).toBe(35);
    expect(clampPane("across", 99)).toBe(80);
    expect(clampPane("along", 50.123)).toBe(50.1);
  });

  test("are moved with the arrow keys of their direction", () => {
    expect(paneAfterKey("across", 60, "ArrowLeft")).toBe(57);
    expect(paneAfterKey("across", 60, "ArrowRight")).toBe(63);
    expect(paneAfterKey("along", 60, "ArrowDown")).toBe(63);
    expect(paneAfterKey("across", 60, "ArrowDown")).toBeNull();
    expect(paneAfterKey("along", 60, "Home")).toBe(15);
    expect(paneAfterKey("along", 60, "End")).toBe(80);
  });

  test("come back as they were left, if that makes sense", () => {
    expect(knownSizes('{"across":50,"along":30}')).toEqual({ across: 50, along: 30 });
    expect(knownSizes('{"across":3}')).toEqual({ across: 35, along: 42 });
    expect(knownSizes("no JSON")).toEqual({ across: 66, along: 42 });
  });
});

describe("a slide", () => {
  test("fills a place that is wide enough by itself", () => {
    expect(placeCanvas({ width: 800, height: 300 }, "16:9", false)).toBeNull();
  });

  test("is made smaller as a whole where it would be laid out for a phone", () => {
    expect(placeCanvas({ width: 302.5, height: 200.25 }, "16:9", false)).toEqual({
      width: 1210,
      height: 681,
      scale: 0.25,
      left: 0,
      top: 15,
    });
  });

  test("is a picture beside the current one, whatever the room", () => {
    expect(placeCanvas({ width: 1816, height: 681 }, "4:3", true)).toMatchObject({ scale: 1, left: 454 });
  });
});
