/** With seccomp taken away the attempts that it stops succeed: it is seccomp that stops them, and their tests can fail. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createLabEngine, type LabEngine } from "../../../server/lab/index.ts";
import type { Outcome } from "./attempt.ts";
import { keyrings } from "./families/keyrings.ts";
import { socketFamilies } from "./families/socket-families.ts";
import { systemCalls } from "./families/system-calls.ts";
import { terminals } from "./families/terminals.ts";
import { bashInLab, runAttempts } from "./run-attempts.ts";

vi.mock("../../../server/lab/plan/seccomp.ts", () => ({
  seccompProfile: () => ({
    defaultAction: "SCMP_ACT_ALLOW",
    architectures: process.arch === "x64" ? ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"] : [],
    syscalls: [],
  }),
}));

let engine: LabEngine;
let outcomes: Outcome[];

beforeAll(async () => {
  engine = await createLabEngine();
  const lab = await engine.create({ nodes: ["node1"] });
  const attempts = [systemCalls, socketFamilies, keyrings, terminals].flatMap((family) => family.attempts);
  outcomes = await runAttempts(attempts, {}, bashInLab(lab));
});
afterAll(() => engine?.dispose());

// Others the kernel itself refuses to whoever is not root of the machine, or has not got at all.
test.each([
  "Calls `keyctl`",
  "Calls `add_key`",
  "Calls `request_key`",
  "Calls `open_by_handle_at`",
  "Calls `move_pages`",
  "Calls `vmsplice`",
  "Calls `process_madvise`",
  "Calls `pidfd_getfd`",
  "Calls `mq_open`",
  "Raises the limit of core dumps",
  "Opens a socket of every family",
  "Asks for its session, user and thread keyrings",
  ...(process.arch === "x64" ? ["Asks for its process id by `int 0x80`", "Calls `modify_ldt`"] : []),
])("%s", (start) => {
  const outcome = outcomes.find(({ attempt }) => attempt.tries.startsWith(start));
  expect(outcome).toMatchObject({ won: true });
});
