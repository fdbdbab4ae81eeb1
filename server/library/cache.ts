/** Reads files again only when they have changed. */
import { readFile, stat } from "node:fs/promises";

/** What `make` makes of a file's bytes; made again when the file or the `key` changes. Rejects where there is no such file. */
export type Cached = <T>(path: string, key: string, make: (bytes: Buffer) => T) => Promise<T>;

/** Knows a file by the times that the system keeps of it, its size and its number. */
export function createCache(): Cached {
  const entries = new Map<string, { stamp: string; value: Promise<unknown> }>();
  return async <T>(path: string, key: string, make: (bytes: Buffer) => T): Promise<T> => {
    const { mtimeMs, ctimeMs, size, ino } = await stat(path);
    const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino} ${key}`;
    const known = entries.get(path);
    if (known?.stamp === stamp) return (await known.value) as T;
    const value = readFile(path).then(make);
    const entry = { stamp, value };
    entries.set(path, entry);
    value.catch(() => entries.get(path) === entry && entries.delete(path));
    return await value;
  };
}
