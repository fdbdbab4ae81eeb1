/** All families of attempts, in the order in which they are listed. */
import type { Family } from "../attempt.ts";
import { descriptors } from "./descriptors.ts";
import { devices } from "./devices.ts";
import { hostNetwork } from "./host-network.ts";
import { hostSockets } from "./host-sockets.ts";
import { kernelFiles } from "./kernel-files.ts";
import { keyrings } from "./keyrings.ts";
import { mountsOfTheHost } from "./mounts.ts";
import { otherLabs } from "./other-labs.ts";
import { otherProcesses } from "./other-processes.ts";
import { readOnlyRoot } from "./read-only-root.ts";
import { rootDirectory } from "./root-directory.ts";
import { secrets } from "./secrets.ts";
import { socketFamilies } from "./socket-families.ts";
import { systemCalls } from "./system-calls.ts";
import { terminals } from "./terminals.ts";
import { userNamespaces } from "./user-namespaces.ts";

export const families: readonly Family[] = [
  kernelFiles,
  devices,
  mountsOfTheHost,
  readOnlyRoot,
  rootDirectory,
  userNamespaces,
  otherProcesses,
  descriptors,
  hostSockets,
  systemCalls,
  socketFamilies,
  keyrings,
  terminals,
  hostNetwork,
  otherLabs,
  secrets,
];
