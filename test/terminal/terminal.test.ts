/** A terminal outlives its viewers, and each sees the same bytes. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Terminal } from "../../server/terminal/index.ts";
import { openShell, Recorder } from "./shell.ts";

const long = { timeout: 10_000 };
let terminal: Terminal;
beforeEach(async () => {
  terminal = openShell();
  await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
});
afterEach(() => terminal.dispose());

function join(epoch: string | null = null, offset = 0, takeControl = true): Recorder {
  const viewer = new Recorder();
  terminal.attach(viewer, epoch, offset, takeControl);
  return viewer;
}

describe("a terminal", () => {
  test("runs what its controller types, and shows no mark", async () => {
    const viewer = join();
    terminal.typeFrom(viewer, Buffer.from("echo $((6*7))\r"));
    await vi.waitFor(() => expect(viewer.text).toContain("\n42\n"), long);
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    expect(viewer.text).not.toContain("133;");
  });

  test("does not take keys from a seat without control", async () => {
    const first = join();
    const second = join(null, 0, false);
    expect(terminal.typeFrom(second, Buffer.from("echo stolen\r"))).toBe(false);
    terminal.typeFrom(first, Buffer.from("echo mine\r"));
    await vi.waitFor(() => expect(second.text).toContain("\nmine"), long);
    expect(second.text).not.toContain("stolen");
  });

  test("gives control to who takes it, and tells who had it", async () => {
    const first = join();
    const second = join();
    await vi.waitFor(() => expect([first.hasControl, second.hasControl]).toEqual([false, true]), long);
    expect(terminal.typeFrom(first, Buffer.from("x"))).toBe(false);
  });

  test("gives a seat that comes back what it missed, byte for byte", async () => {
    const away = join();
    const witness = join("epoch-1", 0);
    const from = away.end;
    terminal.detach(away);
    terminal.typeFrom(witness, Buffer.from("seq 1 500\r"));
    await vi.waitFor(() => expect(witness.text).toContain("\n500\n"), long);
    terminal.attach(away, "epoch-1", from, false);
    await vi.waitFor(() => expect(away.end).toBe(witness.end), long);
    expect(away.text).toContain("\n500\n");
    expect(away.snapshots.length).toBeLessThanOrEqual(1);
  });

  test("gives who comes for the first time a short stream as it is, and of a long one the screen", async () => {
    const early = join(null);
    expect([early.hasControl, early.snapshots]).toEqual([true, []]);
    terminal.typeFrom(early, Buffer.from("seq 1 9000\r"));
    await vi.waitFor(() => expect(early.text).toContain("\n9000\n"), long);
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    const late = join(null, 0, false);
    await vi.waitFor(() => expect(late.snapshots).toHaveLength(1), long);
    expect(late.end).toBeGreaterThan(16 * 1024);
  });

  test("shows a late joiner the screen as it is, not how it came", async () => {
    const first = join();
    terminal.typeFrom(first, Buffer.from("clear; printf 'one\\033[2Kline left\\n'\r"));
    await vi.waitFor(() => expect(terminal.state).toBe("prompt"), long);
    await vi.waitFor(() => expect(first.text).toContain("line left\n"), long);
    const late = join("another epoch", 0, false);
    await vi.waitFor(() => expect(late.snapshots).toHaveLength(1), long);
    await vi.waitFor(() => expect(late.end).toBe(first.end), long);
    expect(late.snapshots.join("") + late.text).toContain("line left");
  });

  test("skips ahead with a snapshot for a viewer that cannot follow a flood", async () => {
    const presenter = join("epoch-1", 0);
    const slow = join("epoch-1", 0, false);
    slow.isSlow = true;
    terminal.listen({ output: () => terminal.acknowledge(presenter, presenter.end) });
    terminal.typeFrom(presenter, Buffer.from("head -c 5000000 /dev/zero | tr '\\0' x; echo; echo over\r"));
    await vi.waitFor(() => {
      terminal.acknowledge(presenter, presenter.end);
      expect(presenter.text.endsWith("over\n$ ")).toBe(true);
    }, long);
    expect(slow.text.length).toBeLessThan(100_000);
    slow.isSlow = false;
    terminal.typeFrom(presenter, Buffer.from("echo again\r"));
    await vi.waitFor(() => expect(slow.end).toBe(presenter.end), long);
    expect(slow.snapshots.at(-1)).toContain("over");
  });

  test("pauses a program whose output the controller has not read, and lets it go on", async () => {
    const presenter = join("epoch-1", 0);
    terminal.typeFrom(presenter, Buffer.from("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo over\r"));
    await vi.waitFor(() => expect(presenter.end).toBeGreaterThan(512 * 1024), long);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(presenter.end).toBeLessThan(2_000_000);
    await vi.waitFor(() => {
      terminal.acknowledge(presenter, presenter.end);
      expect(presenter.text.endsWith("over\n$ ")).toBe(true);
    }, long);
  });

  test("tells that its shell has ended, after the last output", async () => {
    const viewer = join();
    terminal.typeFrom(viewer, Buffer.from("echo bye; exit 3\r"));
    await vi.waitFor(() => expect(terminal.state).toBe("exited"), long);
    expect(viewer.text).toContain("\nbye");
  });
});
