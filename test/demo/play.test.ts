/** A demo's steps are typed into a real shell and judged by what the shell says of them. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Step } from "../../server/demo/index.ts";
import { atOnce, Play, type Typing } from "../../server/demo/index.ts";
import type { Terminal } from "../../server/terminal/index.ts";
import { openShell, Recorder } from "../terminal/shell.ts";

const long = { timeout: 10_000 };
let terminal: Terminal;
let other: Terminal | null = null;
let viewer: Recorder;
let play: Play | null = null;
beforeEach(() => {
  terminal = openShell();
  viewer = new Recorder();
  terminal.attach(viewer, "epoch-1", 0, true);
});
afterEach(() => {
  play?.dispose();
  terminal.dispose();
  other?.dispose();
  other = null;
});

function step(
  lines: string[],
  more: Partial<Step> & { exit?: Step["expect"]["exit"]; output?: string } = {},
): Step {
  const { exit = "zero", output, ...rest } = more;
  return {
    step: 0,
    text: [],
    notes: [],
    lines,
    node: "node1",
    expect: { exit, output: output ? { source: output, flags: "" } : null, timeoutMs: 5000 },
    background: false,
    interruptAfterMs: null,
    hidden: false,
    line: 1,
    ...rest,
  };
}

function start(steps: Step[], typing: Typing = atOnce): Play {
  play = new Play(steps, [terminal], () => {}, typing);
  return play;
}

async function ended(of: Play, index: number): Promise<string> {
  await vi.waitFor(() => expect(["done", "failed"]).toContain(of.state.reports[index]?.state), long);
  const report = of.state.reports[index];
  return `${report?.state} ${report?.exit}${report?.why ? `: ${report.why}` : ""}`;
}

describe("a step", () => {
  test("is done when its command ends with 0, and shows what was typed", async () => {
    const demo = start([step(["echo hello"])]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 0");
    expect(viewer.text).toContain("$ echo hello\nhello\n");
    expect(demo.state.next).toBeNull();
  });

  test("is failed by its command's own exit status", async () => {
    const demo = start([step(["(exit 7)"])]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("failed 7: expected exit status 0, got 7");
  });

  test("that must fail is done when it fails, and failed when it does not", async () => {
    const demo = start([step(["false"], { exit: "nonzero" }), step(["true"], { exit: "nonzero" })]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 1");
    demo.play(1);
    expect(await ended(demo, 1)).toBe("failed 0: expected it to fail, got exit status 0");
  });

  test("must show what it is expected to show, colours apart", async () => {
    const red = "printf 'a \\033[31mred\\033[0m word\\n'";
    const demo = start([step([red], { output: "^a red word$" }), step([red], { output: "blue" })]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 0");
    demo.play(1);
    expect(await ended(demo, 1)).toBe('failed 0: expected output like /blue/, got "a red word"');
  });

  test("stops at its first line that fails", async () => {
    const demo = start([step(["false", "echo not reached"])]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe(
      "failed 1: `false` ended with exit status 1; the rest of the step was not played",
    );
    expect(viewer.text).not.toContain("reached");
  });

  test("may be a loop and a here-document over several lines", async () => {
    const lines = ["for i in 1 2; do", '  echo "round $i"', "done", "cat <<END", "in the document", "END"];
    const demo = start([step(lines, { output: "round 2[\\s\\S]*in the document" })]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 0");
  });

  test("whose command is not complete is failed, and the shell is free again", async () => {
    const demo = start([step(["echo 'open"]), step(["echo fine"])]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("failed null: the shell waits for the rest of the command");
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
  });

  test("that does not end in time is failed, and still runs", async () => {
    const slow = step(["sleep 30"]);
    const demo = start([{ ...slow, expect: { ...slow.expect, timeoutMs: 100 } }]);
    demo.play(0);
    expect(await ended(demo, 0)).toMatch(/^failed null: expected an end within 0.1 s/);
    expect(terminal.state).toBe("busy");
  });

  test("is interrupted after the time it names", async () => {
    const demo = start([step(["sleep 30"], { interruptAfterMs: 50, exit: 130 })]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 130");
  });

  test("that opens a nested shell is done at that shell's prompt", async () => {
    const nested = step(["TEST_NONCE=5eed bash --rcfile test/fixtures/marks.bashrc -i"]);
    const demo = start([step([`cd ${process.cwd()}`]), nested, step(["echo level $SHLVL"])]);
    for (const index of [0, 1, 2]) {
      demo.play(index);
      expect(await ended(demo, index)).toMatch(/^done/);
    }
  });

  test("cannot be made done by output that looks like a mark", async () => {
    const forged = "printf '\\033]133;D;0;nonce=1234\\007'; (exit 9)";
    const demo = start([step([forged])]);
    demo.play(0);
    expect(await ended(demo, 0)).toContain("failed 9");
  });

  test("that ends the shell says so", async () => {
    const demo = start([step(["exit"])]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("failed null: the shell ended");
  });
});

describe("playing", () => {
  test("asked for twice plays a step once", async () => {
    const demo = start([step(["echo once"]), step(["echo twice"])]);
    demo.play(0);
    demo.play(0);
    await ended(demo, 0);
    expect(viewer.text.match(/\nonce/g)).toHaveLength(1);
    expect(demo.state.reports[1]?.state).toBe("idle");
  });

  test("ignores the next step while one plays", async () => {
    const demo = start([step(["sleep 0.2; echo first"]), step(["echo second"])]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    demo.play(1);
    expect(await ended(demo, 0)).toBe("done 0");
    expect(demo.state.reports[1]?.state).toBe("idle");
    expect(demo.state.next).toBe(1);
  });

  test("plays hidden steps before the one that was asked for, and not those at the end", async () => {
    const demo = start([
      step(["x=5"], { hidden: true }),
      step(["echo x is $x"], { output: "x is 5" }),
      step(["x=9"], { hidden: true }),
    ]);
    expect(demo.state.next).toBe(1);
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
    expect(demo.state.next).toBeNull();
    expect(demo.state.reports[2]?.state).toBe("idle");
  });

  test("waits while a person types, and takes the half-typed line away when asked again", async () => {
    const demo = start([step(["echo whole"])], () => 20);
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    demo.play(0);
    await vi.waitFor(() => expect(viewer.text).toContain("$ ec"), long);
    terminal.typeFrom(viewer, Buffer.from("#mine"));
    expect(demo.state.paused).toContain("you typed");
    expect(demo.state.reports[0]?.state).toBe("idle");
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 0");
    expect(viewer.text).toMatch(/\nwhole\n/);
  });

  test("does not type into a program that runs", async () => {
    const demo = start([step(["echo late"])]);
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    terminal.typeFrom(viewer, Buffer.from("cat\r"));
    await vi.waitFor(() => expect(terminal.state).toBe("busy"), long);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.paused).toContain("busy"), long);
    expect(viewer.text).not.toContain("late");
    terminal.typeFrom(viewer, Buffer.from("\x03"));
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    demo.play(0);
    expect(await ended(demo, 0)).toBe("done 0");
  });
});

describe("a script that is saved while it plays", () => {
  test("is taken over after the step that plays, and goes on behind it", async () => {
    const demo = start([step(["sleep 0.3"]), step(["echo old"])]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    let isTakenOver = false;
    const takenOver = demo
      .replace([step(["sleep 0.3"]), step(["echo new"]), step(["echo more"])])
      .then(() => {
        isTakenOver = true;
      });
    expect(demo.state.reports).toHaveLength(2);
    expect(isTakenOver).toBe(false);
    await takenOver;
    expect(demo.state.reports.map(({ state }) => state)).toEqual(["done", "idle", "idle"]);
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
    expect(viewer.text).toContain("$ echo new\nnew\n");
    expect(viewer.text).not.toContain("old");
  });

  test("is of no use to a demo whose lab has ended, and keeps nobody waiting", async () => {
    const demo = start([step(["sleep 30"])]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    const takenOver = demo.replace([step(["echo new"])]);
    demo.dispose();
    await takenOver;
    expect(demo.state.reports).toHaveLength(1);
  });
});

describe("a demo on two nodes", () => {
  /** A second shell, which says that it is node2's, and what it shows. */
  function openSecond(): Recorder {
    other = openShell("node2");
    const recorder = new Recorder();
    other.attach(recorder, "epoch-1", 0, true);
    return recorder;
  }

  function startOnBoth(steps: Step[]): Play {
    play = new Play(steps, other ? [terminal, other] : [terminal], () => {}, atOnce);
    return play;
  }

  test("types each step into the shell of its node, which has variables of its own", async () => {
    const second = openSecond();
    const demo = startOnBoth([
      step(["where=here"]),
      step(["where=there"], { node: "node2" }),
      step(["echo first is $where"], { output: "^first is here$" }),
      step(["echo second is $where"], { node: "node2", output: "^second is there$" }),
    ]);
    for (const index of [0, 1, 2, 3]) {
      demo.play(index);
      expect(await ended(demo, index)).toBe("done 0");
    }
    expect(viewer.text).not.toContain("second");
    expect(second.text).not.toContain("first");
  });

  test("plays hidden steps of the other node on that node", async () => {
    const second = openSecond();
    const demo = startOnBoth([step(["hidden=5"], { node: "node2", hidden: true }), step(["echo seen"])]);
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
    expect(second.text).toContain("hidden=5");
  });

  test("does not care what a person does on the other node meanwhile", async () => {
    const second = openSecond();
    const demo = startOnBoth([step(["sleep 0.3; echo slept"])]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    other?.typeFrom(second, Buffer.from("false\r"));
    expect(await ended(demo, 0)).toBe("done 0");
  });

  test("goes on with the next step while one runs on in the background, and judges that when it ends", async () => {
    openSecond();
    const listen = step(["read -r line < <(sleep 0.5; echo sent); echo got $line"], {
      node: "node2",
      background: true,
      output: "^got sent$",
    });
    const demo = startOnBoth([listen, step(["echo meanwhile"])]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    await vi.waitFor(() => expect(demo.isPlaying).toBe(false), long);
    expect(demo.state.next).toBe(1);
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
    expect(demo.state.reports[0]?.state).toBe("running");
    expect(await ended(demo, 0)).toBe("done 0");
  });

  test("ends what runs on when its shell is needed, which is no failure", async () => {
    openSecond();
    const demo = startOnBoth([
      step(["echo begun; sleep 60"], { node: "node2", background: true, output: "begun" }),
      step(["echo free"], { node: "node2" }),
    ]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.reports[0]?.state).toBe("running"), long);
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
    expect(await ended(demo, 0)).toBe("done 130");
  });

  test("sends Ctrl-C to what runs on after the time it names, and judges how it ends", async () => {
    openSecond();
    const demo = startOnBoth([
      step(["sleep 60"], { node: "node2", background: true, interruptAfterMs: 200, exit: 130 }),
      step(["echo meanwhile"]),
    ]);
    demo.play(0);
    await vi.waitFor(() => expect(demo.state.next).toBe(1), long);
    expect(await ended(demo, 0)).toBe("done 130");
  });

  test("fails what runs on when its output is not what was expected", async () => {
    openSecond();
    const demo = startOnBoth([
      step(["sleep 0.1; echo wrong"], { node: "node2", background: true, output: "right" }),
    ]);
    demo.play(0);
    expect(await ended(demo, 0)).toBe('failed 0: expected output like /right/, got "wrong"');
  });

  test("waits with a remedy when there is no shell on a step's node, or it has ended", async () => {
    const demo = startOnBoth([step(["echo far"], { node: "node2" })]);
    demo.play(0);
    expect(demo.state.paused).toBe("this lab has no node2: reset the lab for one that has it");
    expect(demo.state.reports[0]?.state).toBe("idle");
    const second = openSecond();
    if (other) demo.join(other);
    other?.typeFrom(second, Buffer.from("exit\r"));
    await vi.waitFor(() => expect(other?.state).toBe("exited"), long);
    demo.play(0);
    expect(demo.state.paused).toBe("the shell on node2 has ended: reset the lab for a fresh one");
    expect(demo.isPlaying).toBe(false);
  });

  test("is not taken along when the other node's shell ends", async () => {
    const second = openSecond();
    const demo = startOnBoth([step(["sleep 0.3"]), step(["echo on"])]);
    demo.play(0);
    other?.typeFrom(second, Buffer.from("exit\r"));
    expect(await ended(demo, 0)).toBe("done 0");
    demo.play(1);
    expect(await ended(demo, 1)).toBe("done 0");
  });
});
