/** Reads the deck, its demos and its pictures from disk, again only when a file has changed. */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { createDeckCompiler, type Deck, decodeDeck } from "../deck/index.ts";
import { type Demo, demoNames, parseDemo } from "../demo/index.ts";

/** Pictures are served by these endings and no others. */
const pictureTypes: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

export interface Library {
  deckPath: string;
  deck(): Promise<Deck>;
  demo(name: string): Promise<Demo | null>;
  picture(path: string): Promise<{ type: string; bytes: Buffer } | null>;
}

/** Opens the library of a deck; throws when the file cannot be read. */
export async function openLibrary(deckPath: string): Promise<Library> {
  await readFile(deckPath);
  const folder = dirname(resolve(deckPath));
  const compiler = await createDeckCompiler();
  const demosFolder = await firstFolder([join(folder, "demos"), join(folder, "..", "demos")]);
  const cached = cache();

  async function names(): Promise<Set<string>> {
    return new Set(demosFolder ? demoNames(await readdir(demosFolder)) : []);
  }

  return {
    deckPath,
    async deck() {
      const demos = await names();
      return await cached(resolve(deckPath), [...demos].join("\n"), (bytes) => {
        const { text, problems } = decodeDeck(bytes);
        return compiler.compile(text, { demos, name: basename(deckPath), problems });
      });
    },
    async demo(name) {
      if (!demosFolder || !(await names()).has(name)) return null;
      const path = join(demosFolder, `${name}.sh`);
      return await cached(path, "", (bytes) => parseDemo(name, bytes.toString("utf8"), compiler.markdown));
    },
    async picture(path) {
      const type = pictureTypes[path.slice(path.lastIndexOf(".")).toLowerCase()];
      if (!type) return null;
      try {
        const file = await realpath(join(folder, path));
        const inside = relative(await realpath(folder), file);
        if (inside.startsWith(`..${sep}`) || inside === ".." || inside.startsWith(sep)) return null;
        return { type, bytes: await readFile(file) };
      } catch {
        return null;
      }
    },
  };
}

/** Remembers what was made of a file until its time or size, or the `key`, changes. */
function cache() {
  const entries = new Map<string, { stamp: string; value: Promise<unknown> }>();
  return async <T>(path: string, key: string, make: (bytes: Buffer) => T): Promise<T> => {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size} ${key}`;
    const known = entries.get(path);
    if (known?.stamp === stamp) return (await known.value) as T;
    const value = readFile(path).then(make);
    entries.set(path, { stamp, value });
    value.catch(() => entries.delete(path));
    return await value;
  };
}

async function firstFolder(folders: string[]): Promise<string | null> {
  for (const folder of folders) if ((await stat(folder).catch(() => null))?.isDirectory()) return folder;
  return null;
}
