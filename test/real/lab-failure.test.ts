/** A lab that cannot be started is told to the page with its cause and remedy, and leaves nothing. */
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createLabEngine } from "../../server/lab/index.ts";
import { serve, type TestApp, takeSeat } from "../web/app.ts";
import { enginesFolder } from "./lab-owner.ts";
import { tracesOf } from "./lab-traces.ts";

const long = { timeout: 15_000 };
let app: TestApp;
beforeAll(async () => {
  app = await serve(await createLabEngine());
});
afterAll(async () => {
  await app.dispose();
  await vi.waitFor(() => expect(tracesOf(process.pid)).toEqual([]), long);
});

/** crun's own state among the files of this process's engine. */
function crunState(): string {
  const name = readdirSync(enginesFolder).find((each) => each.startsWith(`${process.pid}-`));
  if (!name) throw new Error("this process has no engine");
  return join(enginesFolder, name, "crun");
}

test("the page hears why and what to do, and the server goes on", async () => {
  renameSync(crunState(), `${crunState()}-away`);
  writeFileSync(crunState(), "");
  const seat = await takeSeat(app);
  await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined(), long);
  seat.say({ type: "open", purpose: { kind: "slides" } });
  await vi.waitFor(() => expect(seat.last("failure")?.about).toBe("open"), long);
  const failed = {
    error: expect.stringMatching(/^lab \d+: crun [\d.]+: .*(Not a directory|File exists)/i),
    remedy: "see docs/labs.md for what a lab needs of its host",
  };
  expect(seat.last("failure")).toMatchObject(failed);
  expect(seat.last("lab")?.lab).toMatchObject({ state: "failed", ...failed });
  seat.say({ type: "open", purpose: { kind: "demo", demo: "nothing" } });
  await vi.waitFor(() => expect(seat.last("failure")?.error).toBe('there is no demo "nothing"'), long);
  seat.socket.close();
});
