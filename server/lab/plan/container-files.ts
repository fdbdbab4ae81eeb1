/** What Podman in a node reads: how to run containers inside a lab, which image store there is, and that there is no registry. */
import type { LabFile } from "./files.ts";
import type { ProcessLimit } from "./limits.ts";

/** Where a node finds the images that all labs share. */
export const imageStore = "/usr/local/share/shelldeck/images";

/** Programs of the labs' own that stand before the host's of the same name. */
export const ownPrograms = "/usr/local/libexec/shelldeck";

/** Where distributions keep what Podman starts. */
const helperFolders = [
  ownPrograms,
  "/usr/local/libexec/podman",
  "/usr/local/lib/podman",
  "/usr/libexec/podman",
  "/usr/lib/podman",
];

/** A name that says why when Podman repeats it: "registry labs-have-no-registry.invalid is blocked". */
const noRegistry = "labs-have-no-registry.invalid";

/** Ends of registries' names; an image of any of them is refused at once instead of being asked for in vain. */
const registryDomains = ["*.io", "*.com", "*.org", "*.net", "*.dev"];

/** Files of a node that runs Podman; `hasImages`: the shared store is mounted, which Podman takes amiss when it is not. */
export function containerFiles(rlimits: ProcessLimit[], hasImages: boolean): LabFile[] {
  return [
    text("etc/containers/containers.conf", containersConf(rlimits)),
    text("etc/containers/storage.conf", storageConf(hasImages)),
    text("etc/containers/registries.conf", registriesConf()),
    text("etc/containers/policy.json", ['{ "default": [{ "type": "insecureAcceptAnything" }] }']),
    // In a user namespace Podman names network namespaces here; `ip netns` shows them as it does for root on a machine.
    { path: "run/user", kind: "folder" },
    { path: "run/user/0", kind: "folder", mode: 0o700 },
    { path: "run/user/0/netns", kind: "link", target: "/run/netns" },
  ];
}

/** Podman's names for limits of a process. */
const ulimitNames: Record<string, string> = { RLIMIT_NOFILE: "nofile", RLIMIT_NPROC: "nproc" };

/**
 * As in containers.conf(5). No cgroup of a lab can be written, and keyrings are refused; Podman's own limits are above a node's,
 * which no process can raise. The sysctl lets ping work in a container, as distributions' own settings do.
 */
function containersConf(rlimits: ProcessLimit[]): string[] {
  const ulimits = rlimits.flatMap(({ type, soft, hard }) => {
    const name = ulimitNames[type];
    return name ? [`${name}=${soft}:${hard}`] : [];
  });
  return [
    "[containers]",
    'cgroups = "disabled"',
    "keyring = false",
    'log_driver = "k8s-file"',
    'default_sysctls = ["net.ipv4.ping_group_range=0 0"]',
    `default_ulimits = ${JSON.stringify(ulimits)}`,
    "[network]",
    'network_backend = "netavark"',
    "[engine]",
    'runtime = "crun"',
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    // Newer netavarks would write their rules with nft, and the talk reads them with iptables.
    'env = ["NETAVARK_FW=iptables"]',
    `helper_binaries_dir = ${JSON.stringify(helperFolders)}`,
  ];
}

/** As in containers-storage.conf(5). */
function storageConf(hasImages: boolean): string[] {
  return [
    "[storage]",
    'driver = "overlay"',
    'runroot = "/run/containers/storage"',
    'graphroot = "/var/lib/containers/storage"',
    ...(hasImages ? ["[storage.options]", `additionalimagestores = ["${imageStore}"]`] : []),
  ];
}

/** As in containers-registries.conf(5). */
function registriesConf(): string[] {
  return [
    "# A lab reaches no registry: the images it has are those that `podman images` shows.",
    `unqualified-search-registries = ["${noRegistry}"]`,
    ...[noRegistry, ...registryDomains].flatMap((prefix) => [
      "[[registry]]",
      `prefix = "${prefix}"`,
      `location = "${noRegistry}"`,
      "blocked = true",
    ]),
  ];
}

function text(path: string, lines: string[]): LabFile {
  return { path, kind: "file", content: `${lines.join("\n")}\n` };
}
