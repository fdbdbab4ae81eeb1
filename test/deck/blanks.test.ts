/** `<names>` in commands that a person fills in. */
import { describe, expect, test } from "vitest";
import { fillBlanks } from "../../server/deck/index.ts";
import { compile } from "./compiler.ts";

function placeholders(...lines: string[]): string[] {
  return compile(`\`\`\`sh\n${lines.join("\n")}\n\`\`\``).slides[0]?.blocks[0]?.placeholders ?? [];
}

describe("what is asked for before a block runs", () => {
  test("is each name once, in order", () => {
    expect(placeholders("ip link set <if> master <bridge_device>", "ip link show <if>")).toEqual([
      "if",
      "bridge_device",
    ]);
  });

  test("may be part of a word, in quotes, and several words long", () => {
    expect(
      placeholders("ls /srv/<dir>/x", 'podman ps --filter "name=<container name>"', "ip netns exec ns<n> id"),
    ).toEqual(["dir", "container name", "n"]);
  });

  test("is no redirection, here-document or HTML element", () => {
    expect(
      placeholders(
        "sort <in >out",
        "sort <in>out",
        "cat <<EOF>x",
        "EOF",
        "echo '<b>x</b>'",
        "test 1 -lt 2 2>&1",
      ),
    ).toEqual([]);
  });
});

describe("filling in", () => {
  test("replaces each name by its value and leaves redirections", () => {
    expect(fillBlanks(["cat <file> <in >out", "rm <file>"], { file: "a b" })).toEqual([
      "cat a b <in >out",
      "rm a b",
    ]);
  });

  test("leaves a name without a value", () => {
    expect(fillBlanks(["ip link show <if>"], {})).toEqual(["ip link show <if>"]);
    expect(fillBlanks(["echo <constructor>"], {})).toEqual(["echo <constructor>"]);
  });

  test("takes no control characters, so that a value cannot press Enter", () => {
    expect(fillBlanks(["echo <x>"], { x: "a\r\nid\u001b[A" })).toEqual(["echo aid[A"]);
  });
});
