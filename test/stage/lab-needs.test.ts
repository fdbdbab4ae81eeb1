/** Which nodes a deck's lab has: what the deck and its demos ask for. */
import { expect, test } from "vitest";
import type { Slide } from "../../server/deck/index.ts";
import { LabNeeds, type NeedsLibrary } from "../../server/stage/lab-needs.ts";

/** A deck whose slides link to these demos, each list a slide. */
function library(demos: Record<string, string[]>, links: string[][], lab?: string[]): NeedsLibrary {
  const slides = links.map((names) => ({ demos: names })) as Slide[];
  return {
    deck: async () => ({ slides, ...(lab && { lab }) }),
    demo: async (name) => (demos[name] ? { nodes: demos[name] } : null),
  };
}

const demos = { one: ["node1"], two: ["node1", "node2"], far: ["remotehost"], odd: ["node9", "node1"] };

test("a deck that asks for nothing has one node", async () => {
  expect(await new LabNeeds(library(demos, [[], []])).nodes()).toEqual(["node1"]);
});

test("a lab has the nodes of all the demos that slides link to, each once", async () => {
  expect(await new LabNeeds(library(demos, [["one"], ["two", "one"]])).nodes()).toEqual(["node1", "node2"]);
});

test("a deck's own nodes come first, so that its slides' shells are on the first of them", async () => {
  const needs = new LabNeeds(library(demos, [["two"]], ["node2"]));
  expect(await needs.nodes()).toEqual(["node2", "node1"]);
});

test("a demo that was opened without a link counts from then on", async () => {
  const needs = new LabNeeds(library(demos, [["one"]]));
  expect(await needs.nodes()).toEqual(["node1"]);
  needs.add("far");
  expect(await needs.nodes()).toEqual(["node1", "remotehost"]);
});

test("a node that no lab has, a demo that is not there, and a deck that cannot be read do not harm the others", async () => {
  const needs = new LabNeeds(library(demos, [["odd", "missing", "two"]], ["node7"]));
  expect(await needs.nodes()).toEqual(["node1", "node2"]);
  const broken = { deck: () => Promise.reject(new Error("gone")), demo: async () => null };
  expect(await new LabNeeds(broken).nodes()).toEqual(["node1"]);
});
