/** The theme's tokens as a browser resolves them, read from its style sheets, and the contrast of two colours. */
import { readFileSync } from "node:fs";

export type DeckTheme = "talk" | "plain";
export type Scheme = "light" | "dark";
/** Red, green and blue from 0 to 255. */
export type Colour = [number, number, number];

/** The values of a style sheet's rule with exactly this selector, by token. */
function tokensOf(file: string, selector: string): Map<string, string> {
  const css = readFileSync(new URL(`../../../client/theme/${file}`, import.meta.url), "utf8");
  const text = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const start = text.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`${file} has no rule for ${selector}`);
  const rule = text.slice(text.indexOf("{", start) + 1, text.indexOf("}", start));
  return new Map(
    [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const talk = tokensOf("tokens.css", ":root");
const plain = new Map([...talk, ...tokensOf("plain.css", ':root[data-deck-theme="plain"]')]);

/** A token that is a number. */
export function numberOf(name: string, theme: DeckTheme): number {
  const value = Number((theme === "talk" ? talk : plain).get(name));
  if (Number.isNaN(value)) throw new Error(`the theme ${theme} has no number ${name}`);
  return value;
}

/** A token's colour; fails on one that does not exist or is no plain colour. */
export function colour(name: string, theme: DeckTheme, scheme: Scheme): Colour {
  const value = (theme === "talk" ? talk : plain).get(name);
  if (value === undefined) throw new Error(`the theme ${theme} has no ${name}`);
  const [, other] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
  if (other !== undefined) return colour(other, theme, scheme);
  const [, light, dark] = /^light-dark\(([^,]+),\s*([^)]+)\)$/.exec(value) ?? [];
  return parse((scheme === "light" ? light : dark) ?? value);
}

function parse(hex: string): Colour {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(hex) ?? [];
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`${hex} is not #rrggbb`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** What is seen of a colour that covers another one by this part. */
export function over(top: Colour, below: Colour, opacity: number): Colour {
  const mix = (index: 0 | 1 | 2) => top[index] * opacity + below[index] * (1 - opacity);
  return [mix(0), mix(1), mix(2)];
}

/** From 1 to 21, by WCAG 2.2, "contrast ratio". */
export function contrast(one: Colour, other: Colour): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Colour): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
