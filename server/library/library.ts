/** Reads the deck, its demos and its pictures from disk, and tells when they were saved. */
import { existsSync } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, normalize, resolve } from "node:path";
import { createDeckCompiler, type Deck, type DeckCompiler, decodeDeck } from "../deck/index.ts";
import { type Demo, demoNames, parseDemo } from "../demo/index.ts";
import { createCache } from "./cache.ts";
import { type FolderFile, folderOfFile, readFolderFile } from "./folder-files.ts";
import { type FileWatch, type Saved, watchFiles } from "./watch-files.ts";

export type { Saved } from "./watch-files.ts";

/** A deck's slides as they were written. */
type Outline = ReturnType<DeckCompiler["outline"]>;

export interface Library {
  deckPath: string;
  deck(): Promise<Deck>;
  /** The slides as they were written. */
  outline(): Promise<Outline>;
  demo(name: string): Promise<Demo | null>;
  /** Where a demo's script is. */
  demoPath(name: string): Promise<string>;
  /** A picture, typeface or style sheet in the deck's folder, by its relative path. */
  file(path: string): Promise<FolderFile | null>;
  /** Tells what was saved, until it is disposed of: the deck, demos, and the files that were asked for. */
  watch(saved: (what: Saved) => void): { dispose(): void };
}

/** Opens the library of a deck; throws when the file cannot be read. */
export async function openLibrary(deckPath: string): Promise<Library> {
  await readFile(deckPath);
  const path = resolve(deckPath);
  const folder = dirname(path);
  const target = await realpath(path);
  const compiler = await createDeckCompiler();
  const cached = createCache();
  const watches = new Set<FileWatch>();
  /** Folders of what pages asked for, and the paths in them. */
  const asked = new Map<string, Set<string>>();
  let demos: string | null = null;

  /** The folder may be made while the deck is shown. */
  async function demosFolder(): Promise<string | null> {
    if (demos !== null) return demos;
    demos = await firstFolder([join(folder, "demos"), join(folder, "..", "demos")]);
    if (demos !== null) for (const watch of watches) watch.add(demos);
    return demos;
  }

  async function names(): Promise<Set<string>> {
    const place = await demosFolder();
    return new Set(place ? demoNames(await readdir(place).catch(() => [])) : []);
  }

  function meaning(changed: string): Saved | null {
    if ([path, target, folder, join(folder, "demos")].includes(changed)) return { kind: "deck" };
    if (dirname(changed) === demos && changed.endsWith(".sh"))
      return { kind: "demo", name: basename(changed, ".sh") };
    const file = [...(asked.get(dirname(changed)) ?? [])].find(
      (each) => basename(each) === basename(changed),
    );
    return file === undefined ? null : { kind: "file", path: file };
  }

  const hasFile = (each: string) => existsSync(join(folder, each));
  const read = (bytes: Buffer, known: Set<string>) => {
    const { text, problems } = decodeDeck(bytes);
    return { text, options: { demos: known, name: basename(deckPath), problems, hasFile } };
  };

  return {
    deckPath,
    async deck() {
      const known = await names();
      return await cached(path, [...known].join("\n"), (bytes) => {
        const { text, options } = read(bytes, known);
        return compiler.compile(text, options);
      });
    },
    async outline() {
      const { text, options } = read(await readFile(path), await names());
      return compiler.outline(text, options);
    },
    demoPath: async (name) => join((await demosFolder()) ?? join(folder, "demos"), `${name}.sh`),
    async demo(name) {
      const place = await demosFolder();
      if (!place || !(await names()).has(name)) return null;
      return await cached(join(place, `${name}.sh`), "", (bytes) =>
        parseDemo(name, bytes.toString("utf8"), compiler.markdown),
      );
    },
    async file(wanted) {
      const place = await folderOfFile(folder, wanted);
      if (place === null) return null;
      asked.set(place, (asked.get(place) ?? new Set()).add(normalize(wanted)));
      for (const watch of watches) watch.add(place);
      return await readFolderFile(folder, wanted);
    },
    watch(saved) {
      const watch = watchFiles(meaning, saved, path);
      watches.add(watch);
      for (const each of [folder, dirname(target), demos, ...asked.keys()])
        if (each !== null) watch.add(each);
      void demosFolder();
      return {
        dispose: () => {
          watches.delete(watch);
          watch.dispose();
        },
      };
    },
  };
}

async function firstFolder(folders: string[]): Promise<string | null> {
  for (const each of folders) if ((await stat(each).catch(() => null))?.isDirectory()) return each;
  return null;
}
