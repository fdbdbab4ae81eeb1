/** The rooms stay apart: pure folders reach for nothing, and a folder is entered through its front file. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const pure = [
  "server/deck/",
  "server/demo/",
  "server/doctor/judge/",
  "server/doctor/look/texts.ts",
  "server/lab/plan/",
  "server/lab/rules/",
  "server/protocol.ts",
  "server/stage/block-steps.ts",
  "server/stage/lab-needs.ts",
  "server/terminal/flow.ts",
  "server/terminal/marks.ts",
  "server/terminal/ring.ts",
  "server/web/addresses.ts",
  "server/web/headers.ts",
  "server/web/messages.ts",
  "server/web/permissions.ts",
];
const impure = /^(?:node:|node-pty$|ws$|hono|@hono\/|@xterm\/|pino$)/;

interface Import {
  file: string;
  from: string;
}

const files = ["server", "client"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
    file,
    from: match[1] ?? "",
  })),
);

/** The path in the repository that a relative import leads to. */
function target({ file, from }: Import): string | null {
  return from.startsWith(".") ? relative(".", join(dirname(file), from)) : null;
}

/** `server/deck` of `server/deck/body/code.ts`. */
function room(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

const told = (each: Import) => `${each.file} imports ${each.from}`;

test("what decides imports no socket, file, process or terminal", () => {
  const isPure = (file: string) => pure.some((each) => file.startsWith(each));
  expect(imports.filter((each) => isPure(each.file) && impure.test(each.from)).map(told)).toEqual([]);
});

test("a room is entered through its front file", () => {
  const breaches = imports.filter((each) => {
    const path = target(each);
    if (!path || room(path) === room(each.file) || room(path).split("/").length < 2) return false;
    return !path.endsWith("/index.ts") && !path.endsWith(".css");
  });
  expect(breaches.filter((each) => each.file !== "server/protocol.ts").map(told)).toEqual([]);
});

test("the client knows one file of the server", () => {
  const outside = imports.filter(
    (each) => each.file.startsWith("client/") && target(each)?.startsWith("server/"),
  );
  expect(outside.filter((each) => target(each) !== "server/protocol.ts").map(told)).toEqual([]);
  expect(
    imports.filter((each) => each.file.startsWith("server/") && target(each)?.startsWith("client/")),
  ).toEqual([]);
});

test("files open with one sentence that says what they are", () => {
  const silent = files.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(file, "utf8")));
  expect(silent).toEqual([]);
});
