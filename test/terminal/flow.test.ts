/** A terminal waits for the seat that controls it, and for nobody else. */
import { expect, test } from "vitest";
import { Flow, highWaterBytes, lowWaterBytes } from "../../server/terminal/flow.ts";

test("output that nobody watches is never held back", () => {
  const flow = new Flow();
  flow.produced(100 * highWaterBytes);
  expect(flow.paused).toBe(false);
});

test("the controller's unread output pauses the shell, and reading it lets it go on", () => {
  const flow = new Flow();
  flow.control(0);
  flow.produced(highWaterBytes);
  expect(flow.paused).toBe(true);
  flow.acknowledge(highWaterBytes - lowWaterBytes - 1);
  expect(flow.paused).toBe(true);
  flow.acknowledge(highWaterBytes - lowWaterBytes);
  expect(flow.paused).toBe(false);
});

test("a controller that goes away lets the shell go on", () => {
  const flow = new Flow();
  flow.control(0);
  flow.produced(highWaterBytes);
  flow.control(null);
  expect(flow.paused).toBe(false);
});

test("acknowledging bytes that were never sent, or going back, changes nothing", () => {
  const flow = new Flow();
  flow.control(0);
  flow.produced(highWaterBytes);
  flow.acknowledge(Number.MAX_SAFE_INTEGER);
  flow.acknowledge(-5);
  expect(flow.paused).toBe(true);
});
