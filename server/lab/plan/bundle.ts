/** A node as an OCI runtime's config.json. */
import { firstProcess } from "./first-process.ts";
import type { HostFacts } from "./host-facts.ts";
import type { ProcessLimit } from "./limits.ts";
import { type Mount, mounts } from "./mounts.ts";
import { type NodeProcess, nodeProcess } from "./node-process.ts";
import type { LabSite } from "./plan.ts";
import { type SeccompProfile, seccompProfile } from "./seccomp.ts";
import { sysctls } from "./sysctls.ts";
import type { IdMapping } from "./uid-range.ts";

export interface Bundle {
  ociVersion: string;
  hostname: string;
  root: { path: string; readonly: true };
  process: NodeProcess;
  mounts: Mount[];
  linux: {
    namespaces: { type: string; path?: string }[];
    uidMappings: IdMapping[];
    gidMappings: IdMapping[];
    seccomp: SeccompProfile;
    sysctl: Record<string, string>;
  };
}

/** A node: its host name, its ids and its processes' limits. */
export interface BundleNode {
  name: string;
  ids: IdMapping[];
  rlimits: ProcessLimit[];
}

/** The file descriptor on which the runtime finds the user namespace that was made for it. */
export const userNamespaceDescriptor = 9;

const newNamespaces = ["pid", "network", "ipc", "uts", "mount", "cgroup"];

export function bundle({ name, ids, rlimits }: BundleNode, site: LabSite, host: HostFacts): Bundle {
  return {
    ociVersion: "1.0.2",
    hostname: name,
    root: { path: site.paths.root, readonly: true },
    process: nodeProcess(firstProcess, rlimits),
    mounts: mounts(site.paths, host, site.limits),
    linux: {
      namespaces: [
        { type: "user", path: `/proc/self/fd/${userNamespaceDescriptor}` },
        ...newNamespaces.map((type) => ({ type })),
      ],
      uidMappings: ids,
      gidMappings: ids,
      seccomp: seccompProfile(host.arch),
      sysctl: sysctls(host),
    },
  };
}
