/** A lab that cannot be started is told to the page with its cause and remedy, and leaves nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createLabEngine } from "../../server/lab/index.ts";
import { labTraces } from "../e2e/traces.ts";
import { serve, type TestApp, takeSeat } from "../web/app.ts";

const long = { timeout: 15_000 };
const before = labTraces();
let app: TestApp;
beforeAll(async () => {
  app = await serve(await createLabEngine());
});
afterAll(async () => {
  await app.dispose();
  await vi.waitFor(() => expect(labTraces().filter((trace) => !before.includes(trace))).toEqual([]), long);
});

/** The process that holds the mount namespace of this process's labs. */
function keeper(): number {
  const pid = readdirSync("/proc").find((name) => {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      return status.includes(`PPid:\t${process.pid}\n`) && command.includes("shelldeck-keeper");
    } catch {
      return false;
    }
  });
  if (!pid) throw new Error("there is no keeper");
  return Number(pid);
}

test("the page hears why and what to do, and the server goes on", async () => {
  process.kill(keeper(), "SIGKILL");
  await vi.waitFor(() => expect(() => keeper()).toThrow(), long);
  const seat = await takeSeat(app);
  await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined(), long);
  seat.say({ type: "open", purpose: { kind: "slides" } });
  await vi.waitFor(() => expect(seat.last("failure")?.about).toBe("open"), long);
  const failed = {
    error: expect.stringMatching(/^lab \d+: the labs' keeper was killed$/),
    remedy: "start shelldeck again",
  };
  expect(seat.last("failure")).toMatchObject(failed);
  expect(seat.last("lab")?.lab).toMatchObject({ state: "failed", ...failed });
  seat.say({ type: "open", purpose: { kind: "demo", demo: "nothing" } });
  await vi.waitFor(() => expect(seat.last("failure")?.error).toBe('there is no demo "nothing"'), long);
  seat.socket.close();
});
