/** What a plan has to know about the machine it is for. */

export interface HostFacts {
  /** As in process.arch. */
  arch: string;
  /** `unified`: cgroup2 at /sys/fs/cgroup; `hybrid`: version 1 controllers, cgroup2 mounted over them for the engine alone. */
  cgroups: "unified" | "hybrid";
  /** Whether bash reads /etc/bash.bashrc by itself, as Debian's does. */
  readsSystemBashrc: boolean;
  /** Whether packets on a bridge can pass through iptables here. */
  hasBridgeNetfilter: boolean;
  hasTun: boolean;
  hasBusybox: boolean;
}
