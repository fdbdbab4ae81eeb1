/** Colours code on the server by Shiki: lines of tokens with classes and no colours of their own. */
import { createHighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import css from "shiki/langs/css.mjs";
import diff from "shiki/langs/diff.mjs";
import docker from "shiki/langs/docker.mjs";
import go from "shiki/langs/go.mjs";
import html from "shiki/langs/html.mjs";
import ini from "shiki/langs/ini.mjs";
import javascript from "shiki/langs/javascript.mjs";
import json from "shiki/langs/json.mjs";
import python from "shiki/langs/python.mjs";
import shellscript from "shiki/langs/shellscript.mjs";
import typescript from "shiki/langs/typescript.mjs";
import yaml from "shiki/langs/yaml.mjs";
import type { SlideNode } from "../slide.ts";
import { grammarOf } from "./language.ts";
import { classOf, theme, themeName } from "./theme.ts";

/** Tokens of each line of a text; an unknown language gives plain text. */
export type Highlight = (code: string, language: string | null) => SlideNode[][];

/** In characters; longer code is shown without colours. */
const longestCode = 50_000;
const longestLine = 2_000;

/** Loads the engine and the grammars; the result can be used for all decks. */
export async function createHighlighter(): Promise<Highlight> {
  const shiki = await createHighlighterCore({
    themes: [theme],
    langs: [shellscript, json, yaml, docker, javascript, typescript, python, go, diff, ini, css, html],
    engine: createOnigurumaEngine(import("shiki/wasm")),
  });
  return (code, language) => {
    const grammar = language === null ? null : grammarOf(language);
    if (grammar === null || code.length > longestCode) return plainLines(code);
    const lines = shiki.codeToTokensBase(code, {
      lang: grammar,
      theme: themeName,
      tokenizeMaxLineLength: longestLine,
      // A slow first call must not lose the colours of a line; length is bounded above.
      tokenizeTimeLimit: 0,
    });
    return lines.map((tokens) => joinTokens(tokens.map((token) => [token.content, classOf(token.color)])));
  };
}

function plainLines(code: string): SlideNode[][] {
  return code.split("\n").map((line) => (line === "" ? [] : [line]));
}

/** A piece of a line with its class. */
export type Token = [text: string, className: string | null];

/** Tokens as nodes; neighbours of one class become one, blanks take no class. */
export function joinTokens(tokens: readonly Token[]): SlideNode[] {
  const joined: Token[] = [];
  for (const [text, own] of tokens) {
    const className = text.trim() === "" ? null : own;
    const last = joined.at(-1);
    if (last && last[1] === className) last[0] += text;
    else if (text !== "") joined.push([text, className]);
  }
  return joined.map(([text, className]) => (className === null ? text : ["span", { className }, text]));
}
