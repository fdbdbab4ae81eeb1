/** What the internet's container has besides a node's files: the order to answer for its hosts. */
import { internetProgramPath } from "../world/index.ts";
import type { LabFile } from "./files.ts";
import { startFile } from "./first-process.ts";
import { internet } from "./world.ts";

const hosts = internet.hosts.map(
  ({ name, address, tellsNames }) => `${name}=${address}${tellsNames ? "/dns" : ""}`,
);

export const internetFiles: readonly LabFile[] = [
  {
    path: startFile,
    kind: "file",
    content: `LC_ALL=C exec ${[internetProgramPath, ...hosts].join(" ")}\n`,
  },
];
