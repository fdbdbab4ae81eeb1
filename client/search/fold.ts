/** Text as it is compared in a search: without case and diacritics. */

/** Letters that are letters of their own to Unicode, and what people type for them. */
const spelt: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  "’": "'",
};
const speltLetters = new RegExp(`[${Object.keys(spelt).join("")}]`, "g");
const marks = /\p{M}/gu;
const plain = /^[\x20-\x7e\n]*$/;

/** "Größe" and "grosse" fold to the same text. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(speltLetters, (letter) => spelt[letter] ?? letter);
}

/** Folded text, and for each of its characters where in the text it comes from; the last entry is the text's end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const part = fold(letter);
    for (let index = 0; index < part.length; index += 1) places.push(at);
    folded += part;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}
