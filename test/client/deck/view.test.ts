/** Digits wait for Return; Escape closes what lies over the deck, one thing at a time. */
import { beforeEach, expect, test } from "vitest";
import {
  closeTop,
  isBlack,
  onBlackout,
  setBlackout,
  takeNumber,
  toggleBlackout,
  toggleHelp,
  toggleMirror,
  toggleOverview,
  toggleSearch,
  typeDigit,
  useView,
} from "../../../client/deck/view.ts";
import { toggleTool, usePointing } from "../../../client/pointer/index.ts";

beforeEach(() => {
  while (closeTop());
});

test("digits make a number, which is taken once", () => {
  typeDigit("1");
  typeDigit("2");
  expect(useView.getState().digits).toBe("12");
  expect(takeNumber()).toBe(12);
  expect(takeNumber()).toBeNull();
});

test("a long number keeps its last digits", () => {
  for (const digit of "1234567") typeDigit(digit);
  expect(takeNumber()).toBe(4567);
});

test("one dialog is open at a time, and the same key closes it", () => {
  toggleHelp();
  toggleOverview();
  toggleSearch();
  expect(useView.getState()).toMatchObject({ help: false, overview: false, search: true });
  toggleSearch();
  expect(useView.getState().search).toBe(false);
});

test("Escape takes away what is on top: the dialog, the digits, the black screen, the tool", () => {
  toggleTool("laser");
  toggleBlackout();
  typeDigit("1");
  toggleHelp();
  const open = () => {
    const { help, digits, blackout } = useView.getState();
    return { help, digits, blackout, tool: usePointing.getState().tool };
  };
  expect(open()).toEqual({ help: true, digits: "1", blackout: true, tool: "laser" });
  closeTop();
  expect(open()).toEqual({ help: false, digits: "1", blackout: true, tool: "laser" });
  closeTop();
  expect(open()).toEqual({ help: false, digits: "", blackout: true, tool: "laser" });
  closeTop();
  expect(open()).toEqual({ help: false, digits: "", blackout: false, tool: "laser" });
  closeTop();
  expect(open()).toEqual({ help: false, digits: "", blackout: false, tool: null });
  expect(closeTop()).toBe(false);
});

test("the room's word makes this screen black and shows the slide again, and who listens hears of changes alone", () => {
  const heard: boolean[] = [];
  const stop = onBlackout(() => heard.push(isBlack()));
  setBlackout(true);
  setBlackout(true);
  typeDigit("1");
  expect(useView.getState().blackout).toBe(true);
  setBlackout(false);
  expect(useView.getState().blackout).toBe(false);
  stop();
  toggleBlackout();
  expect(heard).toEqual([true, false]);
});

test("a mirrored stage is a matter of this page, and m shows it as it is again", () => {
  const attributes = new Set<string>();
  const page = {
    toggleAttribute: (name: string, on?: boolean) => {
      if (on) attributes.add(name);
      else attributes.delete(name);
      return on ?? false;
    },
  };
  toggleMirror(page);
  expect([...attributes]).toEqual(["data-mirror"]);
  toggleMirror(page);
  expect([...attributes]).toEqual([]);
});
