/** remark's keys drive the deck, and never what somebody types. */
import { expect, test } from "vitest";
import { type Focus, type KeyPress, keyCommand } from "../../../client/deck/key-command.ts";
import { deckKeys, demoKeys, terminalKeys } from "../../../client/deck/key-list.ts";
import { demoKey } from "../../../client/demo/demo-key.ts";
import { keyRoute } from "../../../client/terminal/key-route.ts";

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...held };
}

const next = { type: "move", to: "next" };
const previous = { type: "move", to: "previous" };

test.each(["PageDown", "ArrowRight", "ArrowDown", " ", "j", "J"])("%s goes on", (key) => {
  expect(keyCommand(press(key), "page")).toEqual(next);
});

test.each(["PageUp", "ArrowLeft", "ArrowUp", "k"])("%s goes back", (key) => {
  expect(keyCommand(press(key), "page")).toEqual(previous);
});

test("Shift + Space goes back", () => {
  expect(keyCommand(press(" ", { shiftKey: true }), "page")).toEqual(previous);
});

test.each([
  ["Home", { type: "move", to: "first" }],
  ["End", { type: "move", to: "last" }],
  ["7", { type: "digit", digit: "7" }],
  ["Enter", { type: "go" }],
  ["b", { type: "toggle", what: "blackout" }],
  [".", { type: "toggle", what: "blackout" }],
  ["f", { type: "toggle", what: "fullScreen" }],
  ["d", { type: "toggle", what: "theme" }],
  ["o", { type: "toggle", what: "overview" }],
  ["/", { type: "toggle", what: "search" }],
  ["g", { type: "toggle", what: "search" }],
  ["m", { type: "toggle", what: "mirror" }],
  ["l", { type: "toggle", what: "laser" }],
  ["i", { type: "toggle", what: "ink" }],
  ["u", { type: "erase", all: false }],
  ["Delete", { type: "erase", all: true }],
  ["s", { type: "toggle", what: "clock" }],
  ["t", { type: "resetClock" }],
  ["p", { type: "visit", view: "presenter" }],
  ["r", { type: "visit", view: "read" }],
  ["w", { type: "showStage" }],
  ["+", { type: "notesSize", by: 1 }],
  ["-", { type: "notesSize", by: -1 }],
  ["c", { type: "clone" }],
  ["h", { type: "toggle", what: "help" }],
  ["?", { type: "toggle", what: "help" }],
  ["Escape", { type: "close" }],
])("%s is %j", (key, command) => {
  expect(keyCommand(press(key), "page")).toEqual(command);
});

const named: Record<string, string> = {
  "→": "ArrowRight",
  "←": "ArrowLeft",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  Space: " ",
  "Page Down": "PageDown",
  "Page Up": "PageUp",
  Return: "Enter",
  Del: "Delete",
  Esc: "Escape",
};

/** The key that the help means by its words. */
function told(words: string): KeyPress {
  const plain = words.replace(/^Shift \+ /, "");
  return press(named[plain] ?? plain, { shiftKey: plain !== words });
}

const toldKeys = deckKeys.flatMap(({ entries }) => entries.flatMap(({ keys }) => keys));
const allKeys = [...new Set([...toldKeys.map((words) => told(words).key), ..."0123456789"])];

test.each(allKeys)("%s belongs to the field that one types in", (key) => {
  expect(keyCommand(press(key), "text")).toBeNull();
});

test.each(["ctrlKey", "altKey", "metaKey", "isComposing"] as const)("no key is taken with %s", (held) => {
  for (const key of allKeys) expect(keyCommand(press(key, { [held]: true }), "page")).toBeNull();
});

test("inside a terminal only a clicker's keys drive the deck, and Shift leaves them to the terminal", () => {
  const taken = allKeys.filter((key) => keyCommand(press(key), "terminal"));
  expect(taken.toSorted()).toEqual(["PageDown", "PageUp"]);
  expect(keyCommand(press("PageUp", { shiftKey: true }), "terminal")).toBeNull();
});

test.each<[Focus, string[]]>([
  ["control", [" "]],
  ["widget", [" ", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "End", "Home"]],
])("a focused %s keeps the keys that it uses itself", (focus, kept) => {
  const left = allKeys.filter((key) => keyCommand(press(key), focus) === null);
  expect(left.toSorted()).toEqual(kept);
});

test("the help tells every key that is taken", () => {
  const anyKey = [...Array(0x7f).keys()]
    .map((code) => String.fromCharCode(code))
    .filter((key) => key !== " ");
  const untold = anyKey.filter(
    (key) => keyCommand(press(key), "page") && !allKeys.includes(key.toLowerCase()),
  );
  expect(untold).toEqual([]);
});

test.each(["x", "n", "q", "Tab", "Backspace", "constructor", "__proto__", "F5"])("%s does nothing", (key) => {
  expect(keyCommand(press(key), "page")).toBeNull();
});

test.each(toldKeys)("%s, as the help says, does something", (words) => {
  expect(keyCommand(told(words), "page")).not.toBeNull();
});

test.each(demoKeys.entries.flatMap(({ does, keys }) => keys.map((key) => [key, does] as const)))(
  "in a demo %s is %s, as the help says",
  (words, does) => {
    const meaning: Record<string, string> = {
      "Next step": "next",
      "Type in the terminal": "enter",
      "Back to the slide": "close",
    };
    expect(demoKey(told(words), "page")).toBe(meaning[does]);
  },
);

test("F6 leaves the terminal, as the help says", () => {
  expect(terminalKeys.entries.flatMap(({ keys }) => keys)).toContain("F6");
  expect(keyRoute(told("F6"))).toBe("leave");
});
