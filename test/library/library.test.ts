/** Real files in a real folder: what is read, what is refused, and what is told when something is saved. */
import { appendFile, mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Library, openLibrary, type Saved } from "../../server/library/index.ts";
import { watchFiles } from "../../server/library/watch-files.ts";

let above: string;
let folder: string;
let deck: string;
let library: Library;
let saved: Saved[];
let watch: { dispose(): void };
beforeEach(async () => {
  above = await realpath(await mkdtemp(join(tmpdir(), "shelldeck-library-")));
  folder = join(above, "talk");
  deck = join(folder, "deck.md");
  await mkdir(join(folder, "img"), { recursive: true });
  await writeFile(deck, "# One\n");
  await writeFile(join(folder, "img/a.png"), "a");
  await writeFile(join(above, "outside.png"), "not yours");
  library = await openLibrary(deck);
  saved = [];
  watch = library.watch((what) => saved.push(what));
  await library.deck();
});
afterEach(async () => {
  watch.dispose();
  await rm(above, { recursive: true });
});

const heard = async (what: Saved) => await vi.waitFor(() => expect(saved).toContainEqual(what));
const titles = async () => (await library.deck()).slides.map(({ title }) => title);

describe("a deck that is saved", () => {
  test("by writing into it is read anew", async () => {
    await writeFile(deck, "# Two\n");
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["Two"]);
  });

  test("by putting a new file in its place is read anew, once and again", async () => {
    for (const title of ["Two", "Three"]) {
      saved = [];
      await writeFile(join(folder, ".deck.md.swp"), `# ${title}\n`);
      await rename(join(folder, ".deck.md.swp"), deck);
      await heard({ kind: "deck" });
      expect(await titles()).toEqual([title]);
    }
  });

  test("with as many bytes as before is read anew", async () => {
    await writeFile(deck, "# Six\n");
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["Six"]);
  });

  test("in steps is one save", async () => {
    await writeFile(deck, "");
    for (const text of ["# Two\n", "---\n", "# Three\n"]) await appendFile(deck, text);
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["Two", "Three"]);
    expect(saved).toEqual([{ kind: "deck" }]);
  });

  test("is not read again before that", async () => {
    expect(await library.deck()).toBe(await library.deck());
  });

  test("where a link leads to is read anew", async () => {
    watch.dispose();
    const link = join(above, "link.md");
    await symlink(deck, link);
    library = await openLibrary(link);
    watch = library.watch((what) => saved.push(what));
    await writeFile(deck, "# Two\n");
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["Two"]);
  });

  test("after it was gone is there again", async () => {
    await rm(deck);
    await expect(library.deck()).rejects.toThrow("ENOENT");
    saved = [];
    await writeFile(deck, "# Back\n");
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["Back"]);
  });
});

describe("a file that is empty", () => {
  test("is being written: what is in it then is the save", async () => {
    const told: Saved[] = [];
    const other = join(folder, "other");
    const meaning = (path: string): Saved => (path === deck ? { kind: "deck" } : { kind: "file", path });
    const patient = watchFiles(meaning, (what) => told.push(what), deck, {
      settleMs: 1,
      emptyMs: 1e6,
      lookEveryMs: 1e6,
    });
    patient.add(folder);
    await writeFile(deck, "");
    await writeFile(other, "later");
    await vi.waitFor(() => expect(told).toEqual([{ kind: "file", path: other }]));
    await writeFile(deck, "# Two\n");
    await vi.waitFor(() => expect(told).toContainEqual({ kind: "deck" }));
    patient.dispose();
  });

  test("and stays so is told, too", async () => {
    await writeFile(deck, "");
    await heard({ kind: "deck" });
    expect(await titles()).toEqual(["This deck is empty"]);
  });

  test("in a folder that cannot be watched is looked at now and then", async () => {
    const told: Saved[] = [];
    const waits = { settleMs: 1, emptyMs: 1, lookEveryMs: 10 };
    const looking = watchFiles(
      () => ({ kind: "deck" }),
      (what) => told.push(what),
      deck,
      waits,
    );
    looking.add(join(above, "not there"));
    await vi.waitFor(async () => {
      await writeFile(deck, `# ${Math.random()}\n`);
      expect(told).toContainEqual({ kind: "deck" });
    });
    looking.dispose();
  });
});

describe("demos", () => {
  const isMissing = async () => JSON.stringify((await library.deck()).slides).includes('"missing":true');
  const script = "#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n# Say it.\necho hello\n";

  test("of a folder that is made while the deck is shown are found", async () => {
    await writeFile(deck, "[Demo](hello)\n");
    await heard({ kind: "deck" });
    expect(await isMissing()).toBe(true);
    saved = [];
    await mkdir(join(folder, "demos"));
    await heard({ kind: "deck" });
    await library.deck();
    await writeFile(join(folder, "demos/hello.sh"), script);
    await heard({ kind: "demo", name: "hello" });
    expect(await isMissing()).toBe(false);
  });

  test("that are saved are told by their names, and are read anew", async () => {
    await mkdir(join(folder, "demos"));
    await writeFile(join(folder, "demos/hello.sh"), script);
    expect((await library.demo("hello"))?.title).toBe("Hello");
    await writeFile(join(folder, "demos/hello.sh"), script.replace("Hello", "Hello again"));
    await heard({ kind: "demo", name: "hello" });
    expect((await library.demo("hello"))?.title).toBe("Hello again");
  });
});

describe("files beside the deck", () => {
  test("that a page has asked for are told when they are saved, in folders too, and others are not", async () => {
    await writeFile(join(folder, "talk.css"), "a{}");
    await library.file("talk.css");
    await library.file("img/a.png");
    await writeFile(join(folder, "other.css"), "a{}");
    await writeFile(join(folder, "img/other.png"), "b");
    await writeFile(join(folder, "img/a.png"), "b");
    await writeFile(join(folder, "talk.css"), "b{}");
    await heard({ kind: "file", path: "img/a.png" });
    await heard({ kind: "file", path: "talk.css" });
    expect(saved).toHaveLength(2);
  });

  test("that were not there when they were asked for are told when they come", async () => {
    expect(await library.file("img/later.png")).toBeNull();
    await writeFile(join(folder, "img/later.png"), "here");
    await heard({ kind: "file", path: "img/later.png" });
    expect((await library.file("img/later.png"))?.bytes.toString()).toBe("here");
  });

  test.each(["talk.css", "face.woff2", "img/a.png"])("lead nowhere else by a link: %s", async (name) => {
    await rm(join(folder, name), { force: true });
    const target = join(above, `secret${name.slice(name.lastIndexOf("."))}`);
    await writeFile(target, "not yours");
    await symlink(target, join(folder, name));
    expect(await library.file(name)).toBeNull();
  });

  test.each([
    "../outside.png",
    "img/../../outside.png",
    "/etc/passwd",
    "deck.md",
    "link/outside.png",
    "",
    ".png",
    "\0.png",
  ])("are not %j", async (path) => {
    await symlink(above, join(folder, "link")).catch(() => {});
    expect(await library.file(path)).toBeNull();
  });
});

describe("what cannot be watched", () => {
  test("does not end the server: a folder that is gone, and one with thousands of files", async () => {
    const crowd = Array.from({ length: 3000 }, (_, index) => writeFile(join(folder, `${index}.txt`), "x"));
    await Promise.all(crowd);
    await writeFile(deck, "# Still\n");
    await heard({ kind: "deck" });
    expect(saved.every(({ kind }) => kind === "deck")).toBe(true);
    await rm(folder, { recursive: true });
    await expect(library.deck()).rejects.toThrow("ENOENT");
    await mkdir(folder);
  });
});
