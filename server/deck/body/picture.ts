/** Which pictures a slide may show: those in the deck's own folder. */
import { shorten } from "./link.ts";

/** A picture's address on the page and its path in the deck's folder, or why it is not shown. */
export type Picture =
  | { type: "deck"; src: string; path: string }
  | { type: "refused"; message: string; remedy: string };

const besideDeck = "put the picture beside the deck and name it by its relative path";

/** Sorts a picture's address; one in the deck's folder is served below `/deck/`. */
export function readPicture(written: string): Picture {
  const source = written.trim();
  const refuse = (why: string): Picture => ({
    type: "refused",
    message: `the picture "${shorten(source)}" ${why}`,
    remedy: besideDeck,
  });
  if (source === "") return refuse("has no address");
  if (/^(?:https?:)?\/\//i.test(source)) return refuse("is on another site and is not loaded");
  if (/^[a-z][a-z0-9+.-]*:/i.test(source)) return refuse("is not a file");
  const [path = "", suffix = ""] = splitSuffix(source);
  if (path.startsWith("/")) return refuse("has an absolute path");
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    const name = decode(segment);
    if (name === null || /[\\/\u0000]/.test(name)) return refuse("has a broken path");
    if (name === "..") {
      if (segments.pop() === undefined) return refuse("lies outside the deck's folder");
    } else if (name !== "" && name !== ".") segments.push(name);
  }
  if (segments.length === 0) return refuse("has no address");
  const address = segments.map(encodeURIComponent).join("/");
  return { type: "deck", src: `/deck/${address}${suffix}`, path: segments.join("/") };
}

function splitSuffix(source: string): [path: string, suffix: string] {
  const at = source.search(/[?#]/);
  return at < 0 ? [source, ""] : [source.slice(0, at), source.slice(at)];
}

function decode(segment: string): string | null {
  try {
    const name = decodeURIComponent(segment);
    encodeURIComponent(name);
    return name;
  } catch {
    return null;
  }
}
