import { expect, test } from "vitest";
import { demoProgress } from "../../../client/play/progress.ts";
import { demo, report } from "../demo/demo.ts";

test("hidden steps are neither listed nor counted", () => {
  const { rows } = demoProgress(demo, undefined);
  expect(rows.map(({ number, step }) => [number, step.step])).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
  ]);
});

test("each act stands above its first step that is shown", () => {
  expect(demoProgress(demo, undefined).rows.map(({ act }) => act?.title ?? null)).toEqual([
    "One",
    null,
    "Two",
  ]);
});

test("before the server has said anything the first step is the next", () => {
  const progress = demoProgress(demo, undefined);
  expect(progress).toMatchObject({ played: 0, isPlaying: false, isOver: false, act: "One" });
  expect(progress.current?.number).toBe(1);
});

test("the step that plays is the current one, though another is next", () => {
  const progress = demoProgress(demo, report(["done", "done", "running", "idle", "idle"], 4));
  expect(progress).toMatchObject({ played: 2, isPlaying: true, next: 4 });
  expect(progress.current?.number).toBe(2);
});

test("between steps the next one is the current, in its own act", () => {
  const progress = demoProgress(demo, report(["done", "done", "failed", "idle", "idle"], 4));
  expect(progress).toMatchObject({ played: 2, isPlaying: false, act: "Two" });
  expect([progress.current?.number, progress.last?.number]).toEqual([3, 2]);
});

test("a hidden step that plays is playing, though no row shows it", () => {
  const progress = demoProgress(demo, report(["done", "done", "done", "running", "idle"], null));
  expect(progress).toMatchObject({ isPlaying: true, isOver: false });
});

test("after the last step it is over", () => {
  const progress = demoProgress(demo, report(["done", "done", "done", "done", "done"], null));
  expect(progress).toMatchObject({ played: 3, isOver: true, current: null, act: "Two" });
});

test("a step that runs on in the background does not hold up the next", () => {
  const [act] = demo.acts;
  const steps = (act?.steps ?? []).map((step) => ({ ...step, background: step.step === 1 }));
  const running = { ...demo, acts: [{ title: "One", text: [], steps }] };
  const progress = demoProgress(running, report(["done", "running", "idle"], 2));
  expect(progress).toMatchObject({ isPlaying: false, next: 2 });
  expect(progress.current?.number).toBe(2);
  expect(demoProgress(running, report(["done", "typing", "idle"], 2)).isPlaying).toBe(true);
});
