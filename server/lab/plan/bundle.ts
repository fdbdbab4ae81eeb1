/** A node as an OCI runtime's config.json. */
import { firstProcess } from "./first-process.ts";
import type { HostFacts } from "./host-facts.ts";
import { cgroupLimits } from "./limits.ts";
import { type EnginePaths, type Mount, mounts } from "./mounts.ts";
import { type NodeProcess, nodeProcess } from "./node-process.ts";
import { type SeccompProfile, seccompProfile } from "./seccomp.ts";
import { sysctls } from "./sysctls.ts";
import { uidsPerLab } from "./uid-range.ts";

export interface Bundle {
  ociVersion: string;
  hostname: string;
  root: { path: string; readonly: true };
  process: NodeProcess;
  mounts: Mount[];
  linux: {
    namespaces: { type: string }[];
    uidMappings: IdMapping[];
    gidMappings: IdMapping[];
    cgroupsPath: string;
    resources?: object;
    seccomp: SeccompProfile;
    sysctl: Record<string, string>;
  };
}

interface IdMapping {
  containerID: number;
  hostID: number;
  size: number;
}

/** `base`: the host's uid and gid of root in the lab. */
export function bundle(
  name: string,
  base: number,
  cgroupsPath: string,
  paths: EnginePaths,
  host: HostFacts,
): Bundle {
  const mapping = [{ containerID: 0, hostID: base, size: uidsPerLab }];
  const resources = cgroupLimits(host.cgroups);
  return {
    ociVersion: "1.0.2",
    hostname: name,
    root: { path: paths.root, readonly: true },
    process: nodeProcess(firstProcess),
    mounts: mounts(paths, host),
    linux: {
      namespaces: ["user", "pid", "network", "ipc", "uts", "mount", "cgroup"].map((type) => ({ type })),
      uidMappings: mapping,
      gidMappings: mapping,
      cgroupsPath,
      ...(resources && { resources }),
      seccomp: seccompProfile(host.arch),
      sysctl: sysctls(host),
    },
  };
}
