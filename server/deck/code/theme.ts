/** Maps the scopes of TextMate grammars to the few classes that a style sheet gives colours to. */

/** Classes with the scopes that they stand for; the most specific scope wins, of equals the later. */
const scopes = {
  "tok-comment": ["comment", "punctuation.definition.comment"],
  "tok-string": [
    "string",
    "punctuation.definition.string",
    "markup.inserted",
    "punctuation.definition.inserted",
    "string.quoted punctuation",
  ],
  "tok-keyword": [
    "keyword",
    "storage",
    "entity.name.tag",
    "markup.deleted",
    "punctuation.definition.deleted",
    "keyword.control",
  ],
  "tok-function": ["entity.name.function", "support.function", "meta.function-call.generic"],
  "tok-variable": ["variable", "punctuation.definition.variable", "support.variable"],
  "tok-constant": ["constant", "support.constant", "support.type", "entity.name.type", "meta.diff.header"],
  "tok-parameter": [
    "variable.parameter",
    "entity.other.attribute-name",
    "constant.other.option",
    "support.type.property-name",
    "punctuation.support.type.property-name",
  ],
  "tok-operator": ["keyword.operator"],
  "tok-punctuation": ["punctuation", "meta.brace"],
  "tok-number": ["constant.numeric"],
  "tok-command": ["entity.name.command", "support.function.builtin.shell", "entity.name.function.call.shell"],
} as const;

const classes = Object.keys(scopes);

/** Name of the theme. */
export const themeName = "classes";

/** Bare words are strings to the grammar of the shell, and just words to people. */
const plain = { scope: ["string.unquoted.argument.shell"], settings: { foreground: "#000000" } };

/** A theme whose colours are numbers of classes: Shiki knows colours only. */
export const theme = {
  name: themeName,
  type: "light" as const,
  settings: [
    { settings: { foreground: "#000000", background: "#ffffff" } },
    ...Object.values(scopes).map((scope, index) => ({
      scope: [...scope],
      settings: { foreground: colour(index) },
    })),
    plain,
  ],
};

function colour(index: number): string {
  return `#${(index + 1).toString(16).padStart(6, "0")}`;
}

/** The class that a colour of the theme stands for, or null for plain text. */
export function classOf(colour: string | undefined): string | null {
  return classes[Number.parseInt((colour ?? "").slice(1), 16) - 1] ?? null;
}
