/** The files in the deck's folder that a page may have: pictures, typefaces and style sheets, and nothing outside of it. */
import { readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Files of the deck's folder are served by these endings and no others. */
const types: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

export interface FolderFile {
  type: string;
  bytes: Buffer;
}

/** Null for a file that is not there, lies outside (also through a link), or is of another kind. */
export async function readFolderFile(folder: string, path: string): Promise<FolderFile | null> {
  const type = fileType(path);
  if (type === null) return null;
  try {
    const file = await realpath(join(folder, path));
    if (!isInside(await realpath(folder), file)) return null;
    return { type, bytes: await readFile(file) };
  } catch {
    return null;
  }
}

/** The folder of a file that a page may have, be it there or not; null for others. */
export async function folderOfFile(folder: string, path: string): Promise<string | null> {
  if (fileType(path) === null) return null;
  try {
    const place = await realpath(dirname(join(folder, path)));
    return isInside(await realpath(folder), place) ? place : null;
  } catch {
    return null;
  }
}

function fileType(path: string): string | null {
  const ending = path.slice(path.lastIndexOf(".")).toLowerCase();
  return Object.hasOwn(types, ending) ? (types[ending] ?? null) : null;
}

function isInside(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return from !== ".." && !from.startsWith(`..${sep}`) && !from.startsWith(sep);
}
