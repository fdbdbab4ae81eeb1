/** The shell of a lab: what it shows, and the marks by which the server knows where commands begin and end. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { runInLab } from "./lab-run.ts";
import { LabTerminal } from "./lab-terminal.ts";
import { commandOf, openFiles, tracesOf } from "./lab-traces.ts";

const nonce = "0123456789abcdef";
const promptEnd = mark("B");
let engine: LabEngine;
let lab: Lab;
let shell: LabTerminal;

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  lab = await engine.create({ nodes: ["node1"] });
  shell = await LabTerminal.open(lab, nonce);
});
afterAll(async () => {
  shell?.close();
  await engine.dispose();
});

function mark(letter: string, status = "", of = nonce): string {
  return `\x1b]133;${letter}${status};nonce=${of}\x07`;
}

/** The marks in what came, as in "C D;0 A B". */
function marks(output: string): string {
  return [...output.matchAll(/\x1b\]133;([^\x07]*);nonce=0123456789abcdef\x07/g)]
    .map((found) => found[1])
    .join(" ");
}

/** What a person sees: no marks and no other escape sequences. */
function visible(output: string): string {
  return output.replace(/\x1b\][^\x07]*\x07|\x1b\[[0-9;?]*[a-zA-Z]/g, "").replaceAll("\r", "");
}

test("a command is marked where it starts and where it ended, with its status", async () => {
  const output = await shell.type("echo hi", promptEnd);
  expect(marks(output)).toBe("C D;0 A B");
  expect(output).toContain(`${mark("C")}hi\r\n${mark("D", ";0")}`);
  expect(visible(output)).toBe("echo hi\nhi\nroot@node1:~# ");
});

test("the status of a failed command is in the mark and still in $?", async () => {
  expect(marks(await shell.type("(exit 7)", promptEnd))).toBe("C D;7 A B");
  expect(visible(await shell.type("echo $?", promptEnd))).toContain("\n7\n");
});

test("an empty line, a comment and a mistake in the grammar run nothing and say so", async () => {
  expect(marks(await shell.type("", promptEnd))).toBe("A B");
  expect(marks(await shell.type("# nothing", promptEnd))).toBe("A B");
  expect(marks(await shell.type("if then", promptEnd))).toBe("A B");
});

test("a command of several lines is one command, and the shell says when it wants more", async () => {
  const first = await shell.type("for n in 1 2; do", mark("P"));
  expect(marks(first)).toBe("P");
  expect(marks(await shell.type("(exit $n)", mark("P")))).toBe("P");
  expect(marks(await shell.type("done", promptEnd))).toBe("C D;2 A B");
});

test("a background job does not hold up the prompt", async () => {
  expect(marks(await shell.type("sleep 0.05 &", promptEnd))).toBe("C D;0 A B");
  await shell.type("wait", promptEnd);
});

test("set -eu and set -x of the user do not disturb the marks, nor the marks the user", async () => {
  expect(marks(await shell.type("set -eu", promptEnd))).toBe("C D;0 A B");
  expect(marks(await shell.type("echo on", promptEnd))).toBe("C D;0 A B");
  await shell.type("set +eu", promptEnd);
  await shell.type("set -x", promptEnd);
  expect(visible(await shell.type("true", promptEnd))).toBe("true\n+ true\nroot@node1:~# ");
  await shell.type("set +x", promptEnd);
});

test("PIPESTATUS and $_ are the user's", async () => {
  await shell.type("false | true", promptEnd);
  expect(visible(await shell.type("echo $" + "{PIPESTATUS[0]}", promptEnd))).toContain("\n1\n");
  await shell.type("echo one two", promptEnd);
  expect(visible(await shell.type("echo $_", promptEnd))).toContain("\ntwo\n");
});

test("a shell in a namespace of the lab marks as its parent does", async () => {
  await shell.type("ip netns add ns1", promptEnd);
  expect(marks(await shell.type("ip netns exec ns1 bash", promptEnd))).toBe("C A B");
  expect(marks(await shell.type("ip -o link | wc -l", promptEnd))).toBe("C D;0 A B");
  expect(marks(await shell.type("exit 3", promptEnd))).toBe("C D;3 A B");
});

test("a login shell in a new namespace marks as well, as on the slide", async () => {
  expect(marks(await shell.type("unshare --net", promptEnd))).toBe("C A B");
  expect(marks(await shell.type("ip -o link | wc -l", promptEnd))).toBe("C D;0 A B");
  expect(marks(await shell.type("exit 0", promptEnd))).toBe("C D;0 A B");
});

test("the nonce is in no environment and in no command line", async () => {
  const output = await shell.type(
    "cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline | tr '\\0' '\\n'",
    promptEnd,
  );
  expect(output).toContain("TERM=xterm-256color");
  expect(output.replaceAll(`nonce=${nonce}`, "")).not.toContain(nonce);
  expect(output).not.toContain("SHELLDECK");
});

test("a second terminal has a nonce of its own", async () => {
  const second = await LabTerminal.open(lab, "fedcba");
  const output = await second.type("tty", mark("B", "", "fedcba"));
  expect(output).toContain(`${mark("C", "", "fedcba")}/dev/pts/1`);
  expect(marks(output)).toBe("");
  second.close();
});

test("the terminal's size is the shell's, also after it changed", async () => {
  expect(visible(await shell.type("stty size; echo $COLUMNS", promptEnd))).toContain("\n30 100\n100\n");
  shell.resize(120, 40);
  const wait = "until [[ $(stty size) == '40 120' ]]; do sleep 0.01; done; echo 40 120 now";
  await shell.type(wait, "40 120 now\r\n");
  await shell.type("", promptEnd);
  expect(visible(await shell.type("echo columns: $COLUMNS", "columns: 120\r\n"))).toContain(
    "\ncolumns: 120\n",
  );
  await shell.type("", promptEnd);
});

test("the shell of a second lab has nothing of the first open", async () => {
  const other = await engine.create({ nodes: ["node1"] });
  const second = await LabTerminal.open(other, nonce);
  const output = await second.type("ls -l /proc/$$/fd | grep -o '[0-9]* -> .*'", promptEnd);
  expect(visible(output).match(/^\d+ -> .*$/gm)).toEqual(
    ["0", "1", "2", "255"].map((descriptor) => `${descriptor} -> /dev/pts/0`),
  );
  second.close();
  await other.dispose();
});

test("a closed terminal ends its shell and the programs in it, while another one is open", async () => {
  const fresh = await engine.create({ nodes: ["node1"] });
  const first = await LabTerminal.open(fresh, nonce);
  const second = await LabTerminal.open(fresh, nonce);
  await first.type("sleep 1000", mark("C"));
  expect(await runInLab(fresh, "until pgrep -l sleep; do :; done")).toContain("sleep");
  first.close();
  const count =
    "for try in {1..100}; do pgrep -c sleep >/dev/null || break; sleep 0.02; done; pgrep -l 'sleep|bash'; true";
  expect(await runInLab(fresh, count)).toMatch(/^\d+ bash\n\d+ bash\n$/);
  second.close();
  await fresh.dispose();
});

test("what holds labs on the host keeps no terminal of the server open", async () => {
  const other = await engine.create({ nodes: ["node1"] });
  const holders = tracesOf(process.pid).filter(
    (trace) => /^\d+$/.test(trace) && !/ exec --process /.test(commandOf(trace)),
  );
  expect(holders.length).toBeGreaterThanOrEqual(5);
  const terminals = holders.flatMap((pid) => openFiles(pid).filter((file) => /ptmx|\/pts\//.test(file)));
  expect(terminals).toEqual([]);
  await other.dispose();
});

test("a nonce that is not hexadecimal and a node that is not there are refused", async () => {
  await expect(lab.shell("node1", "x;y")).rejects.toThrow("a nonce is hexadecimal");
  await expect(lab.shell("internet", nonce)).rejects.toThrow('there is no node "internet"');
  expect(() => lab.command("node2", ["true"])).toThrow('there is no node "node2"');
});
