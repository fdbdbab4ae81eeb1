/** `![:name values](object)`: remark's macros; `scale` is the one that decks use. */
import type { MacroPiece } from "../lexer/index.ts";
import type { SlideElement } from "../slide.ts";
import { readPicture } from "./picture.ts";

/** What stands in a macro's place, and what is wrong with it. */
export interface ExpandedMacro {
  element: SlideElement;
  /** Of the picture that it shows. */
  path?: string;
  problem: { severity: "error" | "warning"; message: string; remedy: string } | null;
}

const macros: Record<string, (values: string[], object: string) => ExpandedMacro> = { scale };

/** Expands a macro; a mistake is shown in its place. */
export function expandMacro({ name, values, object }: MacroPiece): ExpandedMacro {
  const expand = Object.hasOwn(macros, name) ? macros[name] : undefined;
  if (expand) return expand(values, object);
  return mistake(
    "error",
    `unknown macro "${name}"`,
    "the only macro is ![:scale 50%](picture.png): decks run no scripts of their own, write Markdown or HTML",
  );
}

/** `![:scale 50%](picture.png)`: a picture as wide as the value says. */
function scale(values: string[], object: string): ExpandedMacro {
  const width = values[0] ?? "";
  if (!/^\d{1,5}(?:\.\d{1,5})?(?:%|px|em|rem|vw|vh|pt|cm|mm|in)$/.test(width)) {
    return mistake("error", `scale: "${width}" is no width`, "write a width such as 50%");
  }
  const picture = readPicture(object);
  if (picture.type === "refused") return mistake("error", picture.message, picture.remedy);
  const { src, path } = picture;
  return { element: ["img", { src, alt: "", style: { width } }], path, problem: null };
}

function mistake(severity: "error" | "warning", message: string, remedy: string): ExpandedMacro {
  return { element: ["span", { className: "mistake" }, message], problem: { severity, message, remedy } };
}
