/** What has the keyboard's focus, told by the element. */
import { expect, test } from "vitest";
import { focusOf } from "../../../client/deck/focus.ts";

/** An element inside others; it knows what `closest` is asked with, and there is no DOM in these tests. */
const inside = (...names: string[]) => ({
  closest: (selector: string) => selector.split(/,\s*/).some((each) => names.includes(each.trim())),
});

test("the page, a button, a divider, a field and a terminal are told apart", () => {
  expect(focusOf(null)).toBe("page");
  expect(focusOf(inside("div"))).toBe("page");
  expect(focusOf(inside("button"))).toBe("control");
  expect(focusOf(inside('[role="separator"]'))).toBe("widget");
  expect(focusOf(inside("textarea"))).toBe("text");
});

test("a terminal's own text field is the terminal", () => {
  expect(focusOf(inside(".xterm", "textarea"))).toBe("terminal");
});

test("a field inside a button's form is a field", () => {
  expect(focusOf(inside("textarea", "button"))).toBe("text");
});

test("a dialog that asks something keeps all keys, and a slide that scrolls keeps the arrows", () => {
  expect(focusOf(inside("dialog:not(#keys)", "button"))).toBe("text");
  expect(focusOf(inside('.slide-body[tabindex="0"]'))).toBe("widget");
});
