/** The address after `#` and the place in the deck are the same thing, whoever changes it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AddressBar, createAddressStore } from "../../../client/app/address-store.ts";
import { formatAddress, resolveHash } from "../../../client/app/resolve-address.ts";

const slides = [
  { index: 1, name: null, steps: 0 },
  { index: 2, name: "bridges", steps: 2 },
  { index: 3, name: "ä/b #1", steps: 0 },
  { index: 4, name: null, steps: 1 },
];

/** A window's address bar and history; there is no browser in these tests. */
function addressBar(hash: string) {
  const entries = [hash];
  const listeners = new Set<() => void>();
  let at = 0;
  const bar: AddressBar = {
    location: {
      get hash() {
        return entries[at] ?? "";
      },
    },
    history: {
      pushState: (_state, _title, url) => {
        entries.splice(++at, entries.length, String(url));
      },
      replaceState: (_state, _title, url) => {
        entries[at] = String(url);
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const go = (by: number) => {
    at += by;
    for (const listener of listeners) listener();
  };
  const edit = (text: string) => {
    entries.splice(++at, entries.length, text);
    for (const listener of listeners) listener();
  };
  return { bar, entries, listeners, go, edit };
}

test.each([
  ["", 1, null],
  ["#3", 3, null],
  ["#bridges", 2, null],
  ["#%C3%A4/b%20%231", 3, null],
  ["#4/demo1-linux-bridge", 4, "demo1-linux-bridge"],
  ["#bridges/demo1-linux-bridge", 2, "demo1-linux-bridge"],
  ["#99", 4, null],
  ["#0", 1, null],
  ["#-7", 1, null],
  ["#99999999999999999999999", 4, null],
  ["#2.5", undefined, undefined],
  ["#nowhere", undefined, undefined],
  ["#%E0%A4%A", undefined, undefined],
])("%s is slide %s with demo %s", (hash, slide, demo) => {
  const address = resolveHash(hash, slides);
  expect(address?.slide).toBe(slide);
  expect(address?.demo).toBe(demo);
});

test("every place can be written as an address and read back", () => {
  const place = fc.record({
    at: fc.constantFrom(...slides),
    demo: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)),
  });
  fc.assert(
    fc.property(place, ({ at, demo }) => {
      const address = { slide: at.index, demo, step: 0, name: at.name };
      expect(resolveHash(formatAddress(address), slides)).toEqual(address);
    }),
  );
});

test("any text at all after # is read without an error, and what it names is in the deck", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const slide = resolveHash(`#${text}`, slides)?.slide ?? 1;
      expect(slides.map(({ index }) => index)).toContain(slide);
    }),
  );
});

test("a move is one entry in the history, and Back and Forward retrace it", () => {
  const { bar, entries, go } = addressBar("");
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: 2 });
  store.goTo({ slide: 2 });
  store.goTo({ slide: 4, demo: "demo1-linux-bridge" });
  expect(entries).toEqual(["", "#2", "#4/demo1-linux-bridge"]);
  go(-1);
  expect(store.current()).toMatchObject({ slide: 2, demo: null });
  go(-1);
  expect(store.current()).toMatchObject({ slide: 1, demo: null });
  go(2);
  expect(store.current()).toMatchObject({ slide: 4, demo: "demo1-linux-bridge" });
});

test("an address that was edited by hand is followed, and out of range it becomes the nearest slide", () => {
  const { bar, edit } = addressBar("#2");
  const store = createAddressStore(() => slides, bar);
  edit("#40");
  expect(store.current().slide).toBe(4);
  expect(bar.location.hash).toBe("#4");
});

test("an address that names no slide leaves the slide where it is and is taken back", () => {
  const { bar, edit } = addressBar("#3");
  const store = createAddressStore(() => slides, bar);
  edit("#nowhere");
  expect(store.current().slide).toBe(3);
  expect(bar.location.hash).toBe("#3");
});

test("a slide asked for by its name keeps the name in the address", () => {
  const { bar } = addressBar("");
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: "bridges" });
  expect(bar.location.hash).toBe("#bridges");
  store.goTo({ slide: "nowhere" });
  expect(store.current().slide).toBe(2);
});

test("the slide turns even when the browser refuses more history entries", () => {
  const { bar } = addressBar("");
  bar.history.pushState = () => {
    throw new DOMException("too many calls", "SecurityError");
  };
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: 3 });
  expect(store.current().slide).toBe(3);
});

test("those who watch are told of a change once, and a disposed store listens to nothing", () => {
  const { bar, listeners } = addressBar("");
  const store = createAddressStore(() => slides, bar);
  let told = 0;
  store.subscribe(() => told++);
  store.goTo({ slide: 2 });
  expect(told).toBe(1);
  store.dispose();
  expect(listeners.size).toBe(0);
});

test("steps of a slide are no entries in the history, and those that it does not have are not taken", () => {
  const { bar, entries } = addressBar("#2");
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: 2, step: 1 });
  expect(store.current()).toMatchObject({ slide: 2, step: 1 });
  store.goTo({ slide: 2, step: 9 });
  expect(store.current()).toMatchObject({ slide: 2, step: 2 });
  expect(entries).toEqual(["#2"]);
});

test("a demo opened on a slide leaves its steps and its name as they are, and so does Back", () => {
  const { bar, go } = addressBar("#bridges");
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: 2, step: 2 });
  store.goTo({ slide: 2, demo: "demo1-linux-bridge" });
  expect(bar.location.hash).toBe("#bridges/demo1-linux-bridge");
  expect(store.current().step).toBe(2);
  go(-1);
  expect(store.current()).toMatchObject({ slide: 2, demo: null, step: 2 });
  store.goTo({ slide: 4 });
  store.goTo({ slide: 2 });
  expect(store.current().step).toBe(0);
});

test("who follows goes where the others are without adding to the history", () => {
  const { bar, entries } = addressBar("#1");
  const store = createAddressStore(() => slides, bar);
  store.follow({ slide: 4, step: 1, demo: null });
  expect(store.current()).toMatchObject({ slide: 4, step: 1 });
  expect(entries).toEqual(["#4"]);
});

test("in a deck that was shortened, a slide behind its end becomes the last one", () => {
  const { bar } = addressBar("#4");
  let saved = slides;
  const store = createAddressStore(() => saved, bar);
  let told = 0;
  store.subscribe(() => told++);
  saved = slides.slice(0, 2);
  store.refresh();
  expect(store.current().slide).toBe(2);
  expect(bar.location.hash).toBe("#2");
  store.refresh();
  expect(told).toBe(1);
});

test("a slide that lost its steps or its name is still the slide that is shown", () => {
  const { bar } = addressBar("#bridges");
  let saved: typeof slides = slides;
  const store = createAddressStore(() => saved, bar);
  store.goTo({ slide: 2, step: 2 });
  saved = slides.map((slide) => ({ ...slide, name: null, steps: 1 }));
  store.refresh();
  expect(store.current()).toEqual({ slide: 2, step: 1, demo: null, name: null });
  expect(bar.location.hash).toBe("#2");
});

test("a window has moved once it was elsewhere, by its own doing or by Back, and to be told where it is moves nothing", () => {
  const { bar, go, edit } = addressBar("#bridges");
  const store = createAddressStore(() => slides, bar);
  store.goTo({ slide: 2 });
  store.refresh();
  edit("#nowhere");
  expect(store.hasMoved()).toBe(false);
  go(-1);
  expect(store.hasMoved()).toBe(false);
  store.goTo({ slide: 3 });
  store.goTo({ slide: 2 });
  expect(store.hasMoved()).toBe(true);
});
