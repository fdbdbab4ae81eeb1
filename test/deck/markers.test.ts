/** remark's markers in code: seen as looks, and in no text that is shown, measured or typed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RunnableBlock, SlideElement, SlideNode } from "../../server/deck/index.ts";
import { runs } from "../runs.ts";
import { compile } from "./compiler.ts";

function read(code: string, language = "sh"): { block: SlideElement; runnable: RunnableBlock | undefined } {
  const asks = "---\nhighlightLines: true\nhighlightSpans: true\n---\n";
  const [slide] = compile(`${asks}~~~~~~${language}\n${code}\n~~~~~~`).slides;
  const [block] = slide?.content ?? [];
  if (typeof block !== "object") throw new Error("no block of code");
  return { block, runnable: slide?.blocks[0] };
}

function textOf(node: SlideNode): string {
  return typeof node === "string" ? node : (node.slice(2) as SlideNode[]).map(textOf).join("");
}

const shown = (code: string, language?: string) =>
  (read(code, language).block.slice(2) as SlideNode[]).map(textOf);

describe("a star at a line's start", () => {
  test("keeps the column of what stands behind its blank", () => {
    expect(shown("if x\n*  then\n* fi", "text")).toEqual(["if x", "   then", "  fi"]);
  });

  test("that is alone, doubled, escaped or indented", () => {
    expect(shown("*\n**\n\\*\n *", "text")).toEqual(["", "*", "*", " *"]);
  });

  test("does not hide a prompt", () => {
    const { runnable } = read("* $ ls\n*$ id\na\n* root@node1:~# whoami", "console");
    expect(runnable?.lines).toEqual(["ls", "id", "whoami"]);
  });
});

describe("backquotes in code", () => {
  test("keep the colours of what they mark, and may mark parts of words", () => {
    const { block } = read('echo "$H`OM`E"');
    expect(JSON.stringify(block)).toContain(
      '["mark",{"className":"code-mark"},["span",{"className":"tok-variable"},"OM"]]',
    );
  });

  test("mark names that are asked for", () => {
    const { block, runnable } = read("ip link show `<if>`");
    expect(runnable).toMatchObject({ lines: ["ip link show <if>"], placeholders: ["if"] });
    expect(JSON.stringify(block)).toContain('["span",{"className":"tok-blank"},"<if>"]');
  });

  test("run as command substitutions when they are escaped", () => {
    expect(read("echo \\`date\\` \\`id`").runnable?.lines).toEqual(["echo `date` `id`"]);
  });
});

test("what is shown, measured and typed is the same text", () => {
  const piece = fc.constantFrom(
    "*",
    "* ",
    "`",
    "``",
    "\\`",
    "\\*",
    "a",
    "b c",
    '"',
    "$x",
    "<y>",
    "#",
    "\n",
    "|",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { block, runnable } = read(`id\n${pieces.join("")}\nid`);
      const lines = (block.slice(2) as SlideNode[]).map(textOf);
      expect(block[1].columns).toBe(Math.max(...lines.map((line) => line.length)));
      expect(runnable?.lines).toEqual(lines);
      expect(lines.join("").length).toBeLessThanOrEqual(pieces.join("").length + 4 + pieces.length);
    }),
    { numRuns: runs(300) },
  );
}, 600_000);
