/** Digits wait for Return; Escape closes what lies over the deck. */
import { beforeEach, expect, test } from "vitest";
import {
  closeAll,
  takeNumber,
  toggleBlackout,
  toggleHelp,
  typeDigit,
  useView,
} from "../../../client/deck/view.ts";

beforeEach(() => {
  closeAll();
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

test("blackout and help come and go, and Escape ends both", () => {
  toggleBlackout();
  toggleHelp();
  expect(useView.getState()).toMatchObject({ blackout: true, help: true });
  expect(closeAll()).toBe(true);
  expect(useView.getState()).toMatchObject({ blackout: false, help: false });
  expect(closeAll()).toBe(false);
});
