/** Reads a PDF as far as a test asks: its pages' size, text and links, and its bookmarks (ISO 32000-2). */
import { inflateSync } from "node:zlib";

export interface PdfPage {
  /** In points. */
  size: [width: number, height: number];
  /** What can be selected and searched, without blanks: PDFs place words and need none. */
  text: string;
  /** Addresses, and `page N` for links within the file. */
  links: string[];
}

export interface PdfFile {
  title: string;
  pages: PdfPage[];
  bookmarks: { title: string; page: number }[];
  isTagged: boolean;
}

/** Reads files as Chromium writes them: objects of their own, streams deflated or plain. */
export function readPdf(bytes: Buffer): PdfFile {
  const objects = new Map(
    [...bytes.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)].map((found) => [
      Number(found[1]),
      found[2] ?? "",
    ]),
  );
  const at = (id: number) => objects.get(id) ?? "";
  const named = (object: string, key: string) =>
    at(Number(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1]));
  const catalog = [...objects.values()].find((object) => /\/Type \/Catalog\b/.test(object)) ?? "";
  const ids = [...objects].filter(([, object]) => /^<<\/Type \/Page\s/.test(object)).map(([id]) => id);
  const pageOf = (destination: string) => ids.indexOf(Number(/\[(\d+) 0 R/.exec(destination)?.[1])) + 1;
  const places = new Map(
    [...objects.values()]
      .flatMap((object) => [...object.matchAll(/\/([\w-]+) (\[\d+ 0 R \/XYZ [^\]]*\])/g)])
      .map((found) => [found[1], found[2]]),
  );

  const pages = ids.map((id): PdfPage => {
    const page = at(id);
    const [, width, height] = /\/MediaBox \[0 0 (\S+) (\S+)\]/.exec(page) ?? [];
    const annotations = [...(/\/Annots \[([^\]]*)\]/.exec(page)?.[1] ?? "").matchAll(/(\d+) 0 R/g)];
    const links = annotations.map((found) => {
      const link = at(Number(found[1]));
      const place = /\/Dest \/([\w-]+)/.exec(link)?.[1];
      return place ? `page ${pageOf(places.get(place) ?? "")}` : (/\/URI \(([^)]*)\)/.exec(link)?.[1] ?? "");
    });
    const letters = new Map(
      [...(/\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? "").matchAll(/\/(\S+) (\d+) 0 R/g)].map((found) => [
        found[1],
        readLetters(inflated(named(at(Number(found[2])), "ToUnicode"))),
      ]),
    );
    const content = inflated(named(page, "Contents"));
    return { size: [Number(width), Number(height)], text: readText(content, letters), links };
  });
  const bookmarks = [...objects.values()].flatMap((object) => {
    const title = /^<<\/Title \(((?:\\.|[^)\\])*)\)/.exec(object)?.[1];
    const destination = /\/Dest (\[[^\]]*\])/.exec(object)?.[1];
    return title !== undefined && destination ? [{ title: unescaped(title), page: pageOf(destination) }] : [];
  });
  const information = [...objects.values()].find((object) => /\/Creator \(/.test(object)) ?? "";
  const title = unescaped(/\/Title \(((?:\\.|[^)\\])*)\)/.exec(information)?.[1] ?? "");
  return { title, pages, bookmarks, isTagged: /\/MarkInfo <<[^>]*\/Marked true/.test(catalog) };
}

function inflated(object: string): string {
  const [mark = ""] = /\bstream\r?\n/.exec(object) ?? [];
  const start = object.indexOf(mark) + mark.length;
  const body = object.slice(start, start + Number(/\/Length (\d+)/.exec(object)?.[1]));
  const isDeflated = /\/FlateDecode/.test(object.slice(0, start));
  return isDeflated ? inflateSync(Buffer.from(body, "latin1")).toString("latin1") : body;
}

/** Which character a glyph stands for, by its code in hexadecimal. */
function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, list = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", character = ""] of list.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(code, 16), fromUtf16(character));
  }
  for (const [, list = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", first = ""] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code += 1)
        letters.set(code, String.fromCharCode(Number.parseInt(first, 16) + code - start));
    }
  }
  return letters;
}

function readText(content: string, fonts: Map<string | undefined, Map<number, string>>): string {
  let letters = new Map<number, string>();
  let text = "";
  for (const [, font, codes] of content.matchAll(/\/(F\d+) \S+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    const width = [...letters.keys()].some((code) => code > 255) || (codes?.length ?? 0) > 2 ? 4 : 2;
    for (const code of codes?.match(new RegExp(`.{${width}}`, "g")) ?? [])
      text += letters.get(Number.parseInt(code, 16)) ?? "";
  }
  return text.replace(/\s+/g, "");
}

function fromUtf16(hexadecimal: string): string {
  return String.fromCharCode(...(hexadecimal.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

function unescaped(text: string): string {
  const bytes = text.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
  return bytes.startsWith("\u00fe\u00ff")
    ? fromUtf16(Buffer.from(bytes.slice(2), "latin1").toString("hex"))
    : bytes;
}
