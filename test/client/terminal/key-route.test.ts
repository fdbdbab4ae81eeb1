import { expect, test } from "vitest";
import { keyRoute } from "../../../client/terminal/key-route.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey" | "metaKey", boolean>> = {},
) => keyRoute({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held });

test("an entered terminal takes letters, arrows, Escape, Tab and the deck's b and .", () => {
  for (const key of ["a", "b", ".", "j", "ArrowDown", "Escape", "Tab", " ", "Enter", "Home", "F5"]) {
    expect(press(key), key).toBe("shell");
  }
});

test("a clicker drives the talk from inside a terminal", () => {
  expect(press("PageDown")).toBe("page");
  expect(press("PageUp")).toBe("page");
});

test("Shift with a page key scrolls the terminal instead", () => {
  expect(press("PageUp", { shiftKey: true })).toBe("shell");
});

test("F6 always leaves, so that a terminal is never a keyboard trap", () => {
  expect(press("F6")).toBe("leave");
});

test("Ctrl+Shift+C copies; Ctrl+C interrupts", () => {
  expect(press("C", { ctrlKey: true, shiftKey: true })).toBe("copy");
  expect(press("c", { ctrlKey: true })).toBe("shell");
});
