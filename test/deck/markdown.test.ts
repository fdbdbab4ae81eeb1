/** Markdown without slide syntax, as the texts of demos are. */
import { describe, expect, test } from "vitest";
import type { Problem } from "../../server/deck/index.ts";
import { compiler } from "./compiler.ts";

describe("a demo's text", () => {
  test("is Markdown, sanitised", () => {
    expect(compiler.markdown("A *bridge* is a `switch`.\n\n- <b onclick='x'>one</b>")).toEqual([
      ["p", {}, "A ", ["em", {}, "bridge"], " is a ", ["code", {}, "switch"], "."],
      ["ul", {}, ["li", {}, ["b", {}, "one"]]],
    ]);
  });

  test("knows no content classes, variables, macros and separators", () => {
    expect(compiler.markdown("a.b[c] {{x}}\n???\nname: x")).toEqual([
      ["p", {}, "a.b[c] {{x}}\n???\nname: x"],
    ]);
  });

  test("keeps indented code", () => {
    expect(compiler.markdown("    ip link")).toEqual([
      [
        "code-block",
        { language: null, block: null, kind: "text", columns: 7 },
        ["span", { className: "line" }, "ip link"],
      ],
    ]);
  });

  test("has code that cannot be run from there", () => {
    const [block] = compiler.markdown("```sh\nip link\n```");
    expect(block?.[1]).toMatchObject({ kind: "commands", block: null });
  });

  test("gives its mistakes to who asks for them", () => {
    const problems: Problem[] = [];
    compiler.markdown("one\n[x](demo9)", { hasDemo: () => false, problems });
    expect(problems).toMatchObject([{ line: 2, column: 1, severity: "error" }]);
  });
});
