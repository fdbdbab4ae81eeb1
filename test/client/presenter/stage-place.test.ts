/** Where the stage's window goes. */
import { expect, test } from "vitest";
import {
  isOnScreen,
  otherScreen,
  stageAddress,
  stageFeatures,
} from "../../../client/presenter/stage-place.ts";

const laptop = { availLeft: 0, availTop: 25, availWidth: 1440, availHeight: 875, isInternal: true };
const projector = { availLeft: 1440, availTop: -100, availWidth: 1920, availHeight: 1080, isInternal: false };
const tablet = { availLeft: -1000, availTop: 0, availWidth: 1000, availHeight: 700, isInternal: true };

test("the other screen is the projector, from wherever one looks", () => {
  expect(otherScreen([laptop, projector], laptop)).toBe(projector);
  expect(otherScreen([laptop, projector], projector)).toBe(laptop);
  expect(otherScreen([tablet, laptop, projector], laptop)).toBe(projector);
  expect(otherScreen([laptop], laptop)).toBeNull();
});

test("a window is on the screen that its corner is on", () => {
  expect(isOnScreen(projector, { screenX: 1440, screenY: -100 })).toBe(true);
  expect(isOnScreen(projector, { screenX: 1439, screenY: 0 })).toBe(false);
  expect(isOnScreen(laptop, { screenX: 200, screenY: 200 })).toBe(true);
});

test("the stage takes all of the other screen, and a part of the only one", () => {
  expect(stageFeatures(projector)).toBe("popup,fullscreen,left=1440,top=-100,width=1920,height=1080");
  expect(stageFeatures(null)).toMatch(/^popup,width=\d+,height=\d+$/);
});

test("the stage opens on the talk's slide; in the midst of its steps it asks the talk", () => {
  expect(stageAddress({ step: 0 }, { hash: "#7" })).toBe("/#7");
  expect(stageAddress({ step: 0 }, { hash: "" })).toBe("/");
  expect(stageAddress({ step: 2 }, { hash: "#7" })).toBe("/");
});
