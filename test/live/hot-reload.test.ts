/** A save on the server's disk, and what the seats are told. */
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Delivery } from "../../server/delivery/index.ts";
import { openLibrary } from "../../server/library/index.ts";
import { type Reload, reloadOnSave } from "../../server/live/index.ts";
import type { ServerMessage } from "../../server/protocol.ts";
import { Talk } from "../../server/talk/index.ts";

let folder: string;
let told: ServerMessage[];
let reloaded: string[];
let talk: Talk;
let reload: Reload;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "shelldeck-live-"));
  await mkdir(join(folder, "demos"));
  await save("# A\n---\n# B\n\n[Demo](hello)\n---\n# C\n");
  await writeFile(join(folder, "talk.css"), "");
  await writeFile(join(folder, "a.png"), "");
  told = [];
  reloaded = [];
  const tell = (message: ServerMessage) => void told.push(message);
  talk = new Talk(tell);
  const library = await openLibrary(join(folder, "deck.md"));
  await library.file("talk.css");
  await library.file("a.png");
  const stage = { reload: async (demo: string) => void reloaded.push(demo), refit: () => {} };
  reload = reloadOnSave(library, { delivery: new Delivery("v"), stage, talk, tell });
  await vi.waitFor(() => expect(reload.version()).toBe("v-1"));
});
afterEach(async () => {
  reload.dispose();
  await rm(folder, { recursive: true });
});

async function save(text: string, name = "deck.md"): Promise<void> {
  await writeFile(join(folder, `${name}.new`), text);
  await rename(join(folder, `${name}.new`), join(folder, name));
}

const heard = async (message: ServerMessage) => await vi.waitFor(() => expect(told).toContainEqual(message));

test("an edit is told with its slide, and the talk goes there", async () => {
  talk.go({ slide: 1, step: 0, demo: null }, "seat1");
  await save("# A\n---\n# B\n\n[Demo](hello)\n---\n# C, better\n");
  await heard({ type: "deck", version: "v-2", edited: 3 });
  await heard({ type: "place", place: { slide: 3, step: 0, demo: null }, by: "" });
  expect(reload.version()).toBe("v-2");
});

test("an edit of notes alone is told, and the talk goes to their slide", async () => {
  await save("# A\n---\n# B\n\n[Demo](hello)\n\n???\nSay this.\n---\n# C\n");
  await heard({ type: "deck", version: "v-2", edited: 2 });
});

test("two saves in a row are told in their order", async () => {
  await save("# A\n---\n# X\n---\n# C\n");
  await heard({ type: "deck", version: "v-2", edited: 2 });
  await save("# A\n---\n# X\n---\n# Y\n");
  await heard({ type: "deck", version: "v-3", edited: 3 });
  expect(told.filter(({ type }) => type === "deck")).toHaveLength(2);
});

test("drawings go with their slides, and those of a slide that was taken out are gone", async () => {
  const points: [number, number][] = [[0.5, 0.5]];
  for (const slide of [1, 2, 3]) talk.draw(slide, { id: `${slide}`, points }, "seat1");
  await save("# New\n---\n# A\n---\n# C\n");
  await heard({ type: "drawing", slide: 1, strokes: [] });
  await heard({ type: "drawing", slide: 2, strokes: [{ id: "seat1/1", points }] });
  await heard({ type: "deck", version: "v-2", edited: 1 });
  expect(talk.state().filter(({ type }) => type === "drawing")).toEqual([
    { type: "drawing", slide: 2, strokes: [{ id: "seat1/1", points }] },
    { type: "drawing", slide: 3, strokes: [{ id: "seat1/3", points }] },
  ]);
});

test("an emptied deck is shown, and the talk is where it was when it is back", async () => {
  talk.go({ slide: 3, step: 0, demo: null }, "seat1");
  await writeFile(join(folder, "deck.md"), "");
  await heard({ type: "deck", version: "v-2", edited: null });
  told = [];
  await save("# A\n---\n# B\n\n[Demo](hello)\n---\n# C\n");
  await heard({ type: "place", place: { slide: 3, step: 0, demo: null }, by: "" });
  expect(told).toContainEqual({ type: "deck", version: "v-3", edited: 1 });
});

test("a deck that is gone for a moment changes nothing until it is back", async () => {
  await rm(join(folder, "deck.md"));
  await save("# New\n", "other.md");
  await save("# New\n");
  await heard({ type: "deck", version: "v-2", edited: null });
});

test("a script that is new makes a demo of its link", async () => {
  await writeFile(join(folder, "demos/hello.sh"), "# # Hello\n");
  await heard({ type: "script", demo: "hello" });
  await heard({ type: "deck", version: "v-2", edited: 2 });
  expect(reloaded).toEqual(["hello"]);
});

test("a script that is saved again is told, and the deck is not", async () => {
  await writeFile(join(folder, "demos/hello.sh"), "# # Hello\n");
  await heard({ type: "deck", version: "v-2", edited: 2 });
  told = [];
  await writeFile(join(folder, "demos/hello.sh"), "# # Hello again\n");
  await heard({ type: "script", demo: "hello" });
  expect(told).toEqual([{ type: "script", demo: "hello" }]);
});

test("style sheets and pictures that are shown are told", async () => {
  await writeFile(join(folder, "talk.css"), "a{}");
  await heard({ type: "style" });
  await writeFile(join(folder, "a.png"), "new");
  await heard({ type: "picture", path: "a.png" });
});

test("after the end nothing is told", async () => {
  reload.dispose();
  await save("# Late\n");
  const library = await openLibrary(join(folder, "deck.md"));
  const next = new Promise((resolve) => {
    const watch = library.watch(() => {
      watch.dispose();
      resolve(null);
    });
  });
  await save("# Later\n");
  await next;
  expect(told).toEqual([]);
});
