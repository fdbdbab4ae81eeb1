/** What the words after `shelldeck` mean. */
import type { ArgsDef } from "citty";
import { describe, expect, test } from "vitest";
import { chooseCommand, mistakeInWords } from "../../server/commands/index.ts";

const known = ["present", "outline", "check", "pdf"];
const nothingThere = () => false;

describe("the first word", () => {
  test("names a command, which gets the others", () => {
    expect(chooseCommand(["check", "a.md", "--json"], known, nothingThere)).toEqual({
      command: "check",
      words: ["a.md", "--json"],
    });
  });

  test.each([[[]], [["talk.md"]], [["decks/talk"]], [["--port", "80"]]])(
    "without a command, %j are words for present",
    (words) => expect(chooseCommand(words, known, nothingThere)).toEqual({ command: "present", words }),
  );

  test("is a deck when there is such a file, whatever it looks like", () => {
    expect(chooseCommand(["chek"], known, () => true).command).toBe("present");
  });

  test("that is nearly a command is answered with the command", () => {
    expect(() => chooseCommand(["chek", "a.md"], known, nothingThere)).toThrow(
      'unknown command "chek": did you mean "check"? known: present, outline, check, pdf; or name a deck\'s file',
    );
  });
});

describe("a command's words", () => {
  const args: ArgsDef = {
    deck: { type: "positional", required: false },
    out: { type: "string", description: "the file to write" },
    json: { type: "boolean" },
    browser: { type: "boolean", default: true },
  };

  test.each([
    [["a.md", "--json", "--no-browser", "--out", "x.pdf"]],
    [["--out=x.pdf", "a.md"]],
    [["--out", "-", "a.md"]],
    [[]],
  ])("%j are good", (words) => expect(mistakeInWords("pdf", words, args)).toBe(null));

  test.each([
    [["--jsn"], 'pdf: unknown option --jsn: did you mean "--json"? known: --out, --json, --browser, --help'],
    [["-j"], "pdf: unknown option -j: known: --out, --json, --browser, --help"],
    [["--no-out"], "pdf: unknown option --no-out"],
    [["--out"], "pdf: --out needs a value: the file to write"],
    [["--out", "--json"], "pdf: --out needs a value: the file to write"],
    [["--out="], "pdf: --out needs a value: the file to write"],
    [["a.md", "b.md"], 'pdf: "b.md" is one word too many; see pdf --help'],
  ])("%j are answered with what is wrong", (words, message) =>
    expect(mistakeInWords("pdf", words, args)).toContain(message),
  );
});
