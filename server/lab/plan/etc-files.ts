/** The files of a node's own: who and where it is, and its users. */
import { containerFiles } from "./container-files.ts";
import type { LabFile } from "./files.ts";
import { internetFiles } from "./internet-files.ts";
import type { ProcessLimit } from "./limits.ts";
import { shellMarks } from "./shell-marks.ts";
import { addressOf, internet, type NodeAddress } from "./world.ts";

const users = [
  "root:x:0:0:root:/root:/bin/bash",
  "daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin",
  "bin:x:2:2:bin:/bin:/usr/sbin/nologin",
  "www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin",
  "tcpdump:x:72:72:tcpdump:/:/usr/sbin/nologin",
  "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin",
];

const groups = [
  "root:x:0:",
  "daemon:x:1:",
  "bin:x:2:",
  "tty:x:5:",
  "www-data:x:33:",
  "tcpdump:x:72:",
  "nogroup:x:65534:",
];

/** What of a lab the files depend on, besides its nodes. */
export interface EtcSettings {
  readsSystemBashrc: boolean;
  /** Whether the shared image store is mounted. */
  hasImages: boolean;
  /** Of every process. */
  rlimits: ProcessLimit[];
}

/** Files of one node in a lab with these nodes. */
export function etcFiles(
  name: string,
  nodes: string[],
  { readsSystemBashrc, hasImages, rlimits }: EtcSettings,
): LabFile[] {
  return [
    text("etc/hostname", [name]),
    text("etc/hosts", hosts(nodes)),
    text("etc/resolv.conf", ["nameserver 8.8.8.8", "options timeout:1 attempts:2"]),
    text("etc/nsswitch.conf", [
      "passwd: files",
      "group: files",
      "shadow: files",
      "hosts: files dns",
      "networks: files",
    ]),
    text("etc/passwd", users),
    text("etc/group", groups),
    text("etc/shells", ["/bin/sh", "/bin/bash"]),
    {
      ...text(
        "etc/shadow",
        users.map((user) => `${user.split(":")[0]}:*:::::::`),
      ),
      mode: 0o640,
    },
    { path: "etc/bash.bashrc", kind: "file", content: shellMarks },
    // A login shell, as `unshare --net` starts one, reads this alone.
    text("etc/profile", [`if [ "\${BASH-}" ] && [ "\${PS1-}" ]; then . /etc/bash.bashrc; fi`]),
    { path: "etc/mtab", kind: "link", target: "/proc/self/mounts" },
    { path: "etc/os-release", kind: "link", target: "/usr/lib/os-release" },
    { path: "etc/netns", kind: "folder" },
    ...(readsSystemBashrc ? [] : [text("root/.bashrc", [". /etc/bash.bashrc"])]),
    ...(name === internet.name ? internetFiles : containerFiles(rlimits, hasImages)),
    ...["cache", "lib", "log", "spool", "tmp"].map(
      (folder): LabFile => ({
        path: `var/${folder}`,
        kind: "folder",
        mode: folder === "tmp" ? 0o1777 : 0o755,
      }),
    ),
    { path: "var/run", kind: "link", target: "/run" },
    { path: "run/lock", kind: "folder" },
    { path: "run/netns", kind: "folder" },
  ];
}

function hosts(nodes: string[]): string[] {
  const known = nodes.map(addressOf).filter((address): address is NodeAddress => address !== null);
  return [
    "127.0.0.1 localhost",
    "::1 localhost ip6-localhost ip6-loopback",
    ...known.map((node) => `${node.public} ${node.name} ${node.name}-pub`),
    ...known.flatMap((node) => (node.private ? [`${node.private} ${node.name}-pvt`] : [])),
  ];
}

function text(path: string, lines: string[]): LabFile & { kind: "file" } {
  return { path, kind: "file", content: `${lines.join("\n")}\n` };
}
