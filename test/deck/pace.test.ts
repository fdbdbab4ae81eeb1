/** How long slides should take and how many clicks they need, as the presenter's view shows it. */
import { describe, expect, test } from "vitest";
import type { SlideNode } from "../../server/deck/index.ts";
import { compile } from "./compiler.ts";

function paces(text: string): (number | null)[] {
  return compile(text).slides.map(({ paceSeconds }) => paceSeconds);
}

describe("a slide's duration", () => {
  test("is written in seconds, minutes or hours", () => {
    for (const [written, seconds] of Object.entries({
      "90s": 90,
      "2m": 120,
      "2m30s": 150,
      "2m 30s": 150,
      "1h": 3600,
      "1h30m": 5400,
      "3": 180,
      "1.5": 90,
    })) {
      expect(paces(`duration: ${written}\n# One`), written).toEqual([seconds]);
    }
  });

  test("that is no time is reported with its place and what to write", () => {
    for (const written of ["soon", "0", "-1", "2 hours", "1d", "1m90x"]) {
      const { slides, problems } = compile(`# Zero\n---\nclass: a\nduration: ${written}\n# One`);
      expect(slides[1]?.paceSeconds, written).toBeNull();
      expect(problems).toEqual([
        {
          severity: "warning",
          line: 4,
          column: 1,
          message: `duration cannot be "${written}"`,
          remedy: "write a time such as 90s, 2m, 2m30s or 1h, or a number of minutes",
        },
      ]);
    }
  });

  test("is the slide's own: nothing is inherited from layouts, templates or what is continued", () => {
    expect(paces("layout: true\nduration: 5m\n---\na\n---\nduration: 1m\nb\n--\nc")).toEqual([
      null,
      60,
      null,
    ]);
    expect(paces("name: t\nduration: 5m\nx\n---\ntemplate: t\na")).toEqual([300, null]);
  });
});

/** `block` and `firstClick` of a slide's blocks of code. */
function clicks(nodes: readonly SlideNode[]): unknown[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const [tag, { block, firstClick }, ...children] = node;
    return tag === "code-block" ? [[block, firstClick]] : clicks(children);
  });
}

describe("a slide's clicks", () => {
  test("are those of its blocks of code, one after the other", () => {
    const [slide] = compile(
      "```sh {1|2|3}\na\nb\nc\n```\n\n```yaml\nx: y\n```\n\n.a[\n```sh {1|all}\nd\n```\n]\n\n```sh {1}\ne\n```",
    ).slides;
    expect(slide?.steps).toBe(3);
    expect(clicks(slide?.content ?? [])).toEqual([
      [0, 0],
      [null, undefined],
      [1, 2],
      [2, undefined],
    ]);
  });

  test("are counted for every place that a repeated block stands at", () => {
    const block = "```sh {1|2}\nls\nid\n```";
    const [one, two] = compile(`${block}\n--\n\n${block}`).slides;
    expect([one?.steps, two?.steps]).toEqual([1, 2]);
    expect(clicks(one?.content ?? [])).toEqual([[0, 0]]);
    expect(clicks(two?.content ?? [])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(two?.blocks.map(({ block: number, lines }) => [number, lines])).toEqual([
      [0, ["ls", "id"]],
      [1, ["ls", "id"]],
    ]);
  });
});
