import { expect, test } from "vitest";
import { type DemoFocus, demoFocus, demoKey } from "../../../client/demo/demo-key.ts";

const press = (
  key: string,
  focus: DemoFocus = "page",
  held: { ctrlKey?: boolean; shiftKey?: boolean } = {},
) => demoKey({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held }, focus);

test("every way on plays the next step", () => {
  for (const key of ["PageDown", "ArrowRight", "ArrowDown", " ", "j", "n"])
    expect(press(key), key).toBe("next");
});

test("every way back goes to the slides", () => {
  for (const key of ["PageUp", "ArrowLeft", "k", "Escape"]) expect(press(key), key).toBe("close");
});

test("Enter enters the terminal", () => {
  expect(press("Enter")).toBe("enter");
});

test("from inside the terminal only a clicker's keys count", () => {
  expect([press("PageDown", "terminal"), press("PageUp", "terminal")]).toEqual(["next", "close"]);
  for (const key of ["n", " ", "Enter", "Escape", "ArrowRight"])
    expect(press(key, "terminal"), key).toBeNull();
});

test("a focused button keeps Space and Enter, a handle its arrows, a field all of them", () => {
  expect([press(" ", "control"), press("Enter", "control"), press("n", "control")]).toEqual([
    null,
    null,
    "next",
  ]);
  expect([press("ArrowRight", "widget"), press("PageDown", "widget")]).toEqual([null, "next"]);
  for (const key of ["PageDown", "n", " ", "Escape"]) expect(press(key, "text"), key).toBeNull();
});

test("the deck's own keys and the browser's are left alone", () => {
  for (const key of ["b", ".", "?", "h", "f", "d", "Tab", "constructor"]) expect(press(key), key).toBeNull();
  expect(press("n", "page", { ctrlKey: true })).toBeNull();
  expect(press(" ", "page", { shiftKey: true })).toBeNull();
});

test("the focus is told by what is round it, the innermost meaning first", () => {
  const inside = (...found: string[]) => ({
    closest: (selector: string) => found.some((each) => selector.split(", ").includes(each)) || null,
  });
  expect(demoFocus(inside("textarea", ".xterm"))).toBe("terminal");
  expect(demoFocus(inside("button", "dialog"))).toBe("text");
  expect(demoFocus(inside('[role="separator"]'))).toBe("widget");
  expect(demoFocus(inside("button"))).toBe("control");
  expect(demoFocus(inside())).toBe("page");
  expect(demoFocus(null)).toBe("page");
});
