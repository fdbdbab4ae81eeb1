/** Opens shells in labs; each terminal has a number that no other had before. */
import { randomBytes } from "node:crypto";
import { type Lab, LabError } from "../lab/index.ts";
import { type OpenPty, Terminal } from "../terminal/index.ts";
import { StageError } from "./stage-error.ts";

const size = { columns: 100, rows: 30 };

/** Opens a shell on a node of a lab, by default its first; rejects with a StageError that says what the lab says. */
export type OpenShell = (lab: Lab, node?: string) => Promise<Terminal>;

/** `openPty` as a terminal takes it. */
export function shellOpener(openPty?: OpenPty): OpenShell {
  let last = 0;
  return async (lab, wanted) => {
    const node = wanted ?? lab.nodes[0] ?? "node1";
    const nonce = randomBytes(16).toString("hex");
    const command = await lab.shell(node, nonce).catch((error) => {
      throw error instanceof LabError ? new StageError(error.message, error.remedy) : error;
    });
    last += 1;
    const epoch = randomBytes(8).toString("hex");
    return new Terminal({ id: last, node, epoch, nonce, size, command }, openPty);
  };
}
