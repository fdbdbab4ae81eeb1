/** `lab`: a command's streams and status as if it ran here, a shell as if it were one's own, and nothing left of either. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { CommandTerminal } from "./command-terminal.ts";
import { tracesOf } from "./lab-traces.ts";

const cli = "dist/server/cli.js";
const long = { timeout: 20_000 };
const folder = mkdtempSync(join(tmpdir(), "shelldeck-lab-"));
afterAll(() => rmSync(folder, { recursive: true }));

function lab(args: readonly string[], input: string | Buffer = "") {
  const options = { input, maxBuffer: 1 << 28 };
  const { status, stdout, stderr, pid } = spawnSync(process.execPath, [cli, "lab", ...args], options);
  return { status, stdout, said: stderr.toString(), left: tracesOf(pid) };
}

/** Waits until a command in a lab has said something. */
async function saying(child: ChildProcess): Promise<ChildProcess> {
  await once(child.stdout ?? child, "data");
  return child;
}

describe("a command", () => {
  test.each([
    ["its own", ["sh", "-c", "exit 7"], 7],
    ["its own, when it is lab's for a failure", ["sh", "-c", "exit 125"], 125],
    ["128 + N when signal N ended it", ["sh", "-c", "kill -TERM $$"], 143],
    ["127 when there is no such command", ["no-such-command"], 127],
    ["126 when it is no program", ["/etc/passwd"], 126],
  ])("ends with the status that is %s", (_whose, command, expected) => {
    const { status, left } = lab(["--", ...command]);
    expect({ status, left }).toEqual({ status: expected, left: [] });
  });

  test("gets every byte of a large input, and every byte of its output arrives", () => {
    const bytes = randomBytes(8 << 20);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const { stdout, said } = lab(["--", "sh", "-c", "cat; echo 'and this' >&2"], bytes);
    expect(createHash("sha256").update(stdout).digest("hex")).toBe(hash);
    expect(said).toBe("and this\n");
    expect(lab(["--", "sha256sum"], bytes).stdout.toString()).toBe(`${hash}  -\n`);
  });

  test("reads and writes files that a shell put at its ends, and sees an input that is closed as at its end", () => {
    const from = join(folder, "from");
    const to = join(folder, "to");
    writeFileSync(from, "one\ntwo\n");
    const run = `node ${cli} lab -- sh -c 'tac; ls /proc/self/fd | wc -l' <${from} >${to}; echo $?
node ${cli} lab -- sh -c 'read -r line || echo nothing' <&-`;
    expect(spawnSync("bash", ["-c", run], { encoding: "utf8" }).stdout).toBe("0\nnothing\n");
    expect(readFileSync(to, "utf8")).toBe("two\none\n4\n");
  });

  test("whose reader goes away ends as it would here, without a word", () => {
    const run = `node ${cli} lab -- yes | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", run], { encoding: "utf8" });
    expect(stdout).toBe("y\n141\n");
    expect(stderr).toBe("");
  });

  test("leaves nothing that it started in the background, and does not wait for it", () => {
    const { stdout, left } = lab(["--", "sh", "-c", "sleep 1000 & echo begun"]);
    expect(stdout.toString()).toBe("begun\n");
    expect(left).toEqual([]);
  });

  test("runs where it is told to, with the nodes that it is told of", () => {
    const args = ["--nodes", "node1,node2", "--node", "node2", "--", "sh", "-c"];
    const { stdout } = lab([...args, "hostname; ping -c1 -W1 node1-pvt | grep received"]);
    expect(stdout.toString()).toMatch(/^node2\n1 packets transmitted, 1 received/);
  });

  test("without a command, the shell reads its commands from the input", () => {
    const { stdout, said, status } = lab([], "hostname\nexit 9\n");
    expect({ status, said, stdout: stdout.toString() }).toEqual({ status: 9, said: "", stdout: "node1\n" });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("is ended by %s, and the lab with it", async (signal, expected) => {
    const args = [cli, "lab", "--", "sh", "-c", "trap '' INT TERM HUP; echo up; while :; do sleep 1; done"];
    const child = await saying(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }));
    const ended = once(child, "exit");
    child.kill(signal);
    expect(await ended).toEqual([expected, null]);
    expect(tracesOf(child.pid ?? 0)).toEqual([]);
  });

  test("is gone soon after lab itself was killed", async () => {
    const args = [cli, "lab", "--", "sh", "-c", "echo up; sleep 1000"];
    const child = await saying(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }));
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(tracesOf(child.pid ?? 0)).toEqual([]), long);
  });
});

describe("a shell in one's own terminal", () => {
  test("says what it is, has the terminal's size, hears of a new one, and gives its status", async () => {
    const terminal = CommandTerminal.open([cli, "lab", "--nodes", "node1,node2"], 101, 31);
    await terminal.until("A fresh lab: node1, beside node2. You are root; exit ends it and leaves nothing.");
    await terminal.until("root@node1:~# ");
    expect(await terminal.type("stty size; echo $TERM", "xterm-256color")).toContain("31 101");
    terminal.resize(77, 22);
    await terminal.type(
      "until [ \"$(stty size)\" = '22 77' ]; do sleep 0.1; done; echo resi''zed",
      "resized",
    );
    await terminal.type("exit 3", "exit");
    expect(await terminal.ended).toBe(3);
    expect(tracesOf(terminal.pid)).toEqual([]);
  });

  test("takes Ctrl-C, Ctrl-Z, Ctrl-D and full-screen programs for what runs in the lab", async () => {
    const terminal = CommandTerminal.open([cli, "lab"]);
    await terminal.until("root@node1:~# ");
    await terminal.type("sleep 1000", "sleep 1000\r\n");
    await terminal.press("\x03", "^C");
    expect(await terminal.type("echo status $?", "root@node1:~# ")).toContain("status 130");
    await terminal.type("sleep 1000", "sleep 1000\r\n");
    await terminal.press("\x1a", "Stopped");
    await terminal.type("kill %1; wait; echo gone''", "gone");
    await terminal.type("seq 500 | less", "\x1b[");
    await terminal.press("G", "500");
    await terminal.press("q", "root@node1:~# ");
    expect(await terminal.type("tput colors; tty", "/dev/pts")).toContain("256");
    await terminal.press("\x04", "exit");
    expect(await terminal.ended).toBe(0);
  });

  test("leaves the terminal as it was, also when it is ended from outside", async () => {
    const terminal = CommandTerminal.shell(
      `stty -a | sha1sum; node ${cli} lab; echo "it ended: $?"; stty -a | sha1sum`,
    );
    await terminal.until("root@node1:~# ");
    const pid = spawnSync("pgrep", ["--parent", String(terminal.pid), "node"], { encoding: "utf8" }).stdout;
    process.kill(Number(pid), "SIGTERM");
    await terminal.until("it ended: 143");
    await terminal.ended;
    const [before, after] = terminal.output.match(/^[0-9a-f]{40}(?= {2}-)/gm) ?? [];
    expect(before).toBeDefined();
    expect(after).toBe(before);
    expect(tracesOf(Number(pid))).toEqual([]);
  });

  test("a command gets a terminal, too; with its output elsewhere it gets none, and no way to this one", async () => {
    const asked = `tty; (echo by /dev/tty >/dev/tty) 2>/dev/null || echo no way; readlink /proc/self/fd/0`;
    const on = CommandTerminal.open([cli, "lab", "--", "sh", "-c", asked]);
    await on.ended;
    expect(on.output).toMatch(/^\/dev\/pts\/0\r\nby \/dev\/tty\r\n\/dev\/pts\/0\r\n$/);
    const off = CommandTerminal.shell(`node ${cli} lab -- sh -c '${asked}' | cat`);
    await off.ended;
    expect(off.output).toMatch(/^not a tty\r\nno way\r\n(?:socket|pipe):\S+\r\n$/);
  });

  test("what one types reaches a command whose output goes elsewhere", async () => {
    const terminal = CommandTerminal.shell(`node ${cli} lab -- tr a-z A-Z | sed s/^/heard:/`);
    terminal.write("hello there\r\x04");
    await terminal.ended;
    expect(terminal.output).toContain("heard:HELLO THERE");
  });
});

describe("--limits", () => {
  test("hold in the lab", () => {
    const { stdout, said } = lab(["--limits", "files=333", "--", "sh", "-c", "ulimit -Hn"]);
    expect(said + stdout.toString()).toBe("333\n");
  });
});

describe("--dry-run", () => {
  test("prints what a lab would be made of, and makes none", () => {
    const { stdout, status, said, left } = lab(["--dry-run", "--nodes", "node1,node2"]);
    expect({ status, said, left }).toEqual({ status: 0, said: "", left: [] });
    const plan = JSON.parse(stdout.toString());
    expect(plan.nodes).toEqual(["node1", "node2"]);
    expect(plan.containers.map(({ name }: { name: string }) => name)).toEqual(["internet", "node1", "node2"]);
  });
});

describe("--keep", () => {
  test("keeps the lab until Ctrl-C and tells a line for more shells in it, which go with it", async () => {
    const args = ["lab", "--keep", "--nodes", "node1,node2", "--", "sh", "-c", "touch /tmp/here; exit 4"];
    const child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await vi.waitFor(() => expect(said).toMatch(/ended with status 4; the lab lives on until Ctrl-C/), long);
    const line = /terminals: (bash \/proc\/\d+\/fd\/\d+) \[NODE\]/.exec(said)?.[1] ?? "";
    const same = CommandTerminal.shell(line);
    await same.until("root@node1:~# ");
    expect(await same.type("ls /tmp; echo seen''", "seen\r")).toContain("here");
    const other = CommandTerminal.shell(`${line} node2`);
    await other.until("root@node2:~# ");
    const wrong = spawnSync("bash", ["-c", `${line} node3`], { encoding: "utf8" });
    expect([wrong.status, wrong.stderr]).toEqual([125, "there is no node node3: known: node1, node2\n"]);
    const ended = once(child, "exit");
    child.kill("SIGINT");
    expect(await ended).toEqual([4, null]);
    await Promise.all([same.ended, other.ended]);
    expect(tracesOf(child.pid ?? 0)).toEqual([]);
  });
});

describe("a mistake", () => {
  test.each([
    [
      ["--node", "nod1"],
      /^lab: --node: there is no node "nod1": did you mean "node1"\? known: node1, node2, remotehost\n$/,
    ],
    [["--nodes", "node1,node1"], /^lab: --nodes: node1 is named twice: name each node once\n$/],
    [
      ["--node", "node2", "--nodes", "node1"],
      /^lab: --node node2: this lab has node1: name it in --nodes, too\n$/,
    ],
    [["ip", "a"], /^lab: "ip": a command goes behind --: lab -- ip\n$/],
    [["--kep"], /^lab: unknown option --kep: did you mean "--keep"\?/],
  ])("in %j is told with its remedy and status 125", (args, message) => {
    const { status, said, stdout } = lab(args);
    expect(said).toMatch(message);
    expect({ status, stdout: stdout.toString() }).toEqual({ status: 125, stdout: "" });
  });
});
