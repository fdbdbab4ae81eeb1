/** Looks at this machine, at everything at once; leaves nothing behind. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { release, userInfo } from "node:os";
import { findChromium } from "../../chromium/index.ts";
import type { Facts, PackageFact, UserNamespaceSetting } from "../facts.ts";
import { linkTypes } from "../links.ts";
import { ask } from "./ask.ts";
import { lookAtCgroups } from "./cgroups.ts";
import { lookIntoNamespaces, tryIdMapping } from "./namespaces.ts";
import { readText } from "./read-text.ts";
import { readDistribution, readIdRanges, readModules } from "./texts.ts";

/** What the caller knows already. */
export interface Known {
  packages: PackageFact[];
  /** Path of the prepared store of container images. */
  images: string;
}

export async function look({ packages, images }: Known): Promise<Facts> {
  const { uid, gid, username } = userInfo();
  const isLinux = process.platform === "linux";
  const subordinateIds = {
    users: readIdRanges(readText("/etc/subuid")),
    groups: readIdRanges(readText("/etc/subgid")),
  };
  const own = ({ owner }: { owner: string }) => owner === username || owner === String(uid);
  const users = subordinateIds.users.filter(own);
  const groups = subordinateIds.groups.filter(own);
  const [namespaces, idMapping, crun, podman, iptables] = await Promise.all([
    isLinux ? lookIntoNamespaces(uid === 0) : nothingAsked,
    isLinux && uid !== 0 ? tryIdMapping(uid, gid, users, groups) : null,
    version("crun"),
    version("podman"),
    version("iptables"),
  ]);
  return {
    platform: process.platform,
    arch: process.arch,
    kernel: release(),
    distribution: readDistribution(readText("/etc/os-release")),
    user: { uid, name: username },
    userNamespaceSettings: {
      "user.max_user_namespaces": setting("user.max_user_namespaces"),
      "kernel.unprivileged_userns_clone": setting("kernel.unprivileged_userns_clone"),
      "kernel.apparmor_restrict_unprivileged_userns": setting("kernel.apparmor_restrict_unprivileged_userns"),
    },
    ...namespaces,
    cgroups: lookAtCgroups(uid),
    subordinateIds,
    idMapping,
    modules: lookAtModules(),
    versions: { crun, podman, iptables },
    packages,
    chromium: findChromium(),
    imagesBytes: statSync(images, { throwIfNoEntry: false })?.size ?? null,
  };
}

const nothingAsked: Awaited<ReturnType<typeof lookIntoNamespaces>> = {
  userNamespaces: null,
  idmappedMounts: { tmpfs: null, usr: null },
  links: {},
  nat: { masquerade: null, dnat: null, conntrack: null, nft: null, forwarding: null },
};

function setting(name: UserNamespaceSetting): number | null {
  const text = readText(`/proc/sys/${name.replace(".", "/")}`);
  return text === "" ? null : Number(text);
}

/** The last word of the first line: "crun version 1.8.1", "podman version 4.3.1"; of iptables also what it is made of. */
async function version(program: string): Promise<string | null> {
  const answer = await ask(program, ["--version"]);
  return answer && (/\bv?(\d[\w.+-]*(?: \(\w+\))?)/.exec(answer.stdout)?.[1] ?? "of an unknown version");
}

function lookAtModules(): Facts["modules"] {
  const folder = "/lib/modules";
  const mine = `${folder}/${release()}`;
  const index = `${readText(`${mine}/modules.dep`)}\n${readText(`${mine}/modules.builtin`)}`;
  const names = linkTypes.map((each) => each.module);
  return {
    areThere: existsSync(mine),
    areOthers: existsSync(folder) && readdirSync(folder).some((name) => name !== release()),
    onDisk: readModules(index, names),
  };
}
