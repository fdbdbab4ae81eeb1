/** How code is coloured and measured. */
import { describe, expect, test } from "vitest";
import { compiler } from "./compiler.ts";

function lines(code: string, language: string) {
  const [block] = compiler.markdown(`\`\`\`${language}\n${code}\n\`\`\``);
  return (block ?? []).slice(2) as unknown[];
}

function columns(code: string): unknown {
  const [block] = compiler.markdown(`\`\`\`text\n${code}\n\`\`\``);
  return typeof block === "object" ? block[1].columns : undefined;
}

describe("code", () => {
  test("is a line of tokens for each line, with classes and no colours", () => {
    expect(lines('echo "$HOME" # home\nls', "sh")).toEqual([
      [
        "span",
        { className: "line" },
        ["span", { className: "tok-command" }, "echo"],
        " ",
        ["span", { className: "tok-string" }, '"'],
        ["span", { className: "tok-variable" }, "$HOME"],
        ["span", { className: "tok-string" }, '"'],
        " ",
        ["span", { className: "tok-comment" }, "# home"],
      ],
      ["span", { className: "line" }, ["span", { className: "tok-command" }, "ls"]],
    ]);
  });

  test("is coloured in each language that the deck compiler has", () => {
    const samples = {
      json: '{"a": 1}',
      yaml: "a: 1",
      dockerfile: "FROM alpine",
      javascript: "const a = 1",
      typescript: "type A = string",
      python: "def f(): pass",
      go: "func main() {}",
      diff: "+ a",
      ini: "[a]",
      html: "<b>a</b>",
      css: "a { color: red }",
    };
    for (const [language, code] of Object.entries(samples)) {
      expect(JSON.stringify(lines(code, language)), language).toContain("tok-");
    }
  });

  test("in an unknown language is plain", () => {
    expect(lines("<a> 'b'", "brainfuck")).toEqual([["span", { className: "line" }, "<a> 'b'"]]);
    expect(lines("x", "constructor")).toEqual([["span", { className: "line" }, "x"]]);
  });

  test("has names to fill in that stand out and do not read as redirections", () => {
    expect(JSON.stringify(lines("ls <the dir> > out", "sh"))).toContain(
      '["span",{"className":"tok-blank"},"<the dir>"]," ",["span",{"className":"tok-operator"},">"]," out"',
    );
  });

  test("is as wide as its longest line", () => {
    expect(columns("ab\nabcd\nabc")).toBe(4);
    expect(columns("\tab")).toBe(6);
    expect(columns("日本")).toBe(4);
    expect(columns("e\u0301")).toBe(1);
    expect(columns("🐧")).toBe(2);
  });
});
