/** What the doctor sees of a machine, before anything is made of it. */

/** What was tried: "ok", or what the system said against it; null where it could not be tried. */
export type Tried = string | null;

export interface Facts {
  platform: string;
  arch: string;
  /** As `uname -r` has it. */
  kernel: string;
  /** The distribution's own name and, from the closest kin on, its id and those it is like. */
  distribution: { name: string; ids: string[] };
  user: { uid: number; name: string };
  /** Settings that forbid user namespaces; null where the kernel does not have them. */
  userNamespaceSettings: Record<UserNamespaceSetting, number | null>;
  /** Whether a user namespace gives this user what it is for: a mount. */
  userNamespaces: Tried;
  idmappedMounts: { tmpfs: Tried; usr: Tried };
  cgroups: {
    kind: "unified" | "hybrid" | "v1" | "none";
    /** Those that the kernel has. */
    controllers: string[];
    /** Those that this user may use. */
    usable: string[];
    /** Who can be asked for them: the user's own systemd, or the machine's, which can start that. */
    manager: "user" | "system" | "none";
  };
  /** Lines of /etc/subuid and /etc/subgid, whoever's they are. */
  subordinateIds: { users: IdRange[]; groups: IdRange[] };
  /** newuidmap and newgidmap at work; null for root, who needs neither. */
  idMapping: Tried;
  /** By link type. */
  links: Record<string, Tried>;
  /** By what was tried. */
  nat: Record<NatTry, Tried>;
  modules: {
    /** Whether the running kernel's modules are in /lib/modules, and whether another's are. */
    areThere: boolean;
    areOthers: boolean;
    /** Of those asked for, the ones that are on the disk. */
    onDisk: string[];
  };
  /** What programs say of their version; null where they are not there. */
  versions: { crun: string | null; podman: string | null; iptables: string | null };
  /** System packages that something of ours wants, and whether they are there. */
  packages: PackageFact[];
  /** The path of a browser of Chromium's family. */
  chromium: string | null;
  /** The prepared store of container images, in bytes. */
  imagesBytes: number | null;
}

export type UserNamespaceSetting =
  | "user.max_user_namespaces"
  | "kernel.unprivileged_userns_clone"
  | "kernel.apparmor_restrict_unprivileged_userns";

export type NatTry = "masquerade" | "dnat" | "conntrack" | "nft" | "forwarding";

/** A run of ids that somebody, by name or number, has. */
export interface IdRange {
  owner: string;
  first: number;
  count: number;
}

export interface PackageFact {
  /** Debian's name. */
  name: string;
  /** What wants it: "labs", "build", "test", "bench". */
  needs: readonly string[];
  why: string;
  isThere: boolean;
}
