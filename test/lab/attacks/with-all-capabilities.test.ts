/** With every capability left to root in the lab, the attempts that their want stops succeed. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createLabEngine, type LabEngine } from "../../../server/lab/index.ts";
import type { Outcome } from "./attempt.ts";
import { userNamespaces } from "./families/user-namespaces.ts";
import { bashInLab, runAttempts } from "./run-attempts.ts";

vi.mock("../../../server/lab/plan/capabilities.ts", () => {
  const dropped = [
    "CAP_SYS_MODULE",
    "CAP_SYS_RAWIO",
    "CAP_SYS_TIME",
    "CAP_SYSLOG",
    "CAP_SYS_ADMIN",
    "CAP_SYS_CHROOT",
  ];
  const all = [
    ...dropped,
    "CAP_SETUID",
    "CAP_SETGID",
    "CAP_SETPCAP",
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_FOWNER",
  ];
  return { capabilities: { bounding: all, effective: all, permitted: all } };
});

let engine: LabEngine;
let outcomes: Outcome[];

beforeAll(async () => {
  engine = await createLabEngine();
  const lab = await engine.create({ nodes: ["node1"] });
  outcomes = await runAttempts(userNamespaces.attempts, {}, bashInLab(lab));
});
afterAll(() => engine?.dispose());

test("more capabilities are found", () => {
  const outcome = outcomes.find(({ attempt }) => attempt.tries.startsWith("Takes more capabilities"));
  expect(outcome).toMatchObject({ won: true });
});
