/** What a plan has to know about the machine it is for. */
import type { CgroupKind } from "./limits.ts";

export interface HostFacts {
  /** As in process.arch. */
  arch: string;
  /** `unified`: cgroup2 at /sys/fs/cgroup; `hybrid` and `v1`: version 1 controllers; `none`: none that the engine may use. */
  cgroups: CgroupKind;
  /** Whether bash reads /etc/bash.bashrc by itself, as Debian's does. */
  readsSystemBashrc: boolean;
  /** Whether packets on a bridge can pass through iptables here. */
  hasBridgeNetfilter: boolean;
  hasTun: boolean;
  hasBusybox: boolean;
}
