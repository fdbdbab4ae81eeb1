/** The file system of a node: nothing of the host but /usr, read-only, and limited room to write. */
import type { NodeLimits } from "../limits.ts";
import { imageStore } from "./container-files.ts";
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
  /** Container images for all labs, on a file system that is read-only as a whole; left out where there are none. */
  images?: string;
  /** Whether the kernel cannot map owners there: files look like nobody's then, and Podman takes them as they are. */
  imagesLackIdmap?: boolean;
}

/**
 * How writable places share a node's room and files, in 64ths. The places are apart so that one that is full does not stop the
 * others: no terminal opens without room in /run. /var holds Podman's images and containers.
 */
const shares = {
  "/dev/shm": { mode: "1777", room: 4, files: 2 },
  "/etc": { mode: "755", room: 1, files: 4 },
  "/root": { mode: "700", room: 4, files: 8 },
  "/run": { mode: "755", room: 4, files: 6 },
  "/tmp": { mode: "1777", room: 16, files: 12 },
  "/var": { mode: "755", room: 35, files: 32 },
};

/**
 * /usr and / come with the root and not from here: mounts that are read-only before the lab's user namespace exists are
 * locked, so that root in the lab cannot remount them writable. A bind mount made by crun could be.
 */
export function mounts(paths: EnginePaths, host: HostFacts, limits: NodeLimits): Mount[] {
  return [
    mount("/proc", "proc", "nosuid", "noexec", "nodev"),
    mount("/dev", "tmpfs", "nosuid", "noexec", "mode=755", "size=64k", "nr_inodes=256"),
    mount("/dev/pts", "devpts", "nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"),
    ...sysMounts,
    { ...mount("/sys/fs/cgroup", "cgroup", "nosuid", "noexec", "nodev"), source: "cgroup" },
    ...Object.entries(shares).map(([destination, share]) => writable(destination, share, limits)),
    ...images(paths),
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

function writable(
  destination: string,
  { mode, room, files }: { mode: string; room: number; files: number },
  { diskBytes, inodes }: NodeLimits,
): Mount {
  return mount(
    destination,
    "tmpfs",
    "nosuid",
    "nodev",
    `size=${Math.floor((diskBytes * room) / 64 / 1024)}k`,
    `nr_inodes=${Math.floor((inodes * files) / 64)}`,
    `mode=${mode}`,
  );
}

/** Root in the lab can remount the bind, but not its file system, which belongs to the engine. */
function images({ images: source, imagesLackIdmap }: EnginePaths): Mount[] {
  if (source === undefined) return [];
  const options = ["bind", "ro", "nosuid", "nodev", ...(imagesLackIdmap ? [] : ["idmap"])];
  return [{ destination: imageStore, type: "bind", source, options }];
}

function device(paths: EnginePaths, name: string, destination: string): Mount {
  return {
    destination,
    type: "bind",
    source: `${paths.devices}/${name}`,
    options: ["bind", "nosuid", "noexec"],
  };
}
