/** The file system of a node: nothing of the host but /usr, read-only, and limited room to write. */
import type { HostFacts } from "./host-facts.ts";

export interface Mount {
  destination: string;
  type: string;
  source: string;
  options: string[];
}

/** The same for every lab of an engine, already read-only in the engine's mount namespace when a lab is made. */
export interface EnginePaths {
  /** Root file system: folders, links into /usr, and /usr itself bound. */
  root: string;
  /** Device nodes made for labs. */
  devices: string;
}

/**
 * /usr and / come with the root and not from here: mounts that are read-only before the lab's user namespace exists are
 * locked, so that root in the lab cannot remount them writable. A bind mount made by crun could be.
 */
export function mounts(paths: EnginePaths, host: HostFacts): Mount[] {
  return [
    mount("/proc", "proc", "nosuid", "noexec", "nodev"),
    mount("/dev", "tmpfs", "nosuid", "noexec", "mode=755", "size=64k", "nr_inodes=256"),
    mount("/dev/pts", "devpts", "nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"),
    writable("/dev/shm", 16, 1024, "1777"),
    ...sysMounts,
    { ...mount("/sys/fs/cgroup", "cgroup", "nosuid", "noexec", "nodev"), source: "cgroup" },
    writable("/etc", 8, 2048, "755"),
    writable("/root", 32, 4096, "700"),
    writable("/run", 32, 4096, "755"),
    writable("/tmp", 64, 8192, "1777"),
    writable("/var", 64, 8192, "755"),
    ...(host.hasTun ? [device(paths, "tun", "/dev/net/tun")] : []),
  ];
}

const sysfs = mount("/sys", "sysfs", "nosuid", "noexec", "nodev");

/**
 * Twice, since `ip netns exec` unmounts /sys to mount its own, which the kernel allows only while another is mounted somewhere
 * (mount_too_revealing in fs/namespace.c). The tmpfs keeps them apart: the kernel refuses one right on the other.
 */
const sysMounts = [
  sysfs,
  mount("/sys", "tmpfs", "ro", "nosuid", "noexec", "nodev", "size=4k", "nr_inodes=1"),
  sysfs,
];

function mount(destination: string, type: string, ...options: string[]): Mount {
  return { destination, type, source: type, options };
}

function writable(destination: string, mebibytes: number, inodes: number, mode: string): Mount {
  return mount(
    destination,
    "tmpfs",
    "nosuid",
    "nodev",
    `size=${mebibytes}m`,
    `nr_inodes=${inodes}`,
    `mode=${mode}`,
  );
}

function device(paths: EnginePaths, name: string, destination: string): Mount {
  return {
    destination,
    type: "bind",
    source: `${paths.devices}/${name}`,
    options: ["bind", "nosuid", "noexec"],
  };
}
