/** Judges what kinds of links the kernel has. */
import { type Check, check, type Remedy, tried } from "../check.ts";
import type { Facts } from "../facts.ts";
import { type LinkType, linkTypes } from "../links.ts";
import type { Install } from "./judge.ts";

const wanted = { lab: "labs", talk: "talk", extra: "extra" } as const;

export function judgeLinks(facts: Facts, install: Install): Check[] {
  return linkTypes.map((type) =>
    check(
      {
        id: `link-${type.name}`,
        group: "links",
        what: type.name,
        ...tried(facts.links[type.name] ?? null),
        wanted: wanted[type.wanted],
        without: type.without,
      },
      remedy(type, facts, install),
    ),
  );
}

/** A module that is on the disk can be loaded; others come with packages of some distributions; else the kernel lacks it. */
function remedy({ name, module }: LinkType, facts: Facts, install: Install): Remedy {
  const { links, modules, distribution, kernel, user } = facts;
  const sudo = user.uid === 0 ? "" : "sudo ";
  if (/command not found/.test(links[name] ?? "")) return { command: install(["iproute2"]) };
  if (/Permission denied/.test(links[name] ?? "")) return { command: `${sudo}chmod 666 /dev/net/tun` };
  if (modules.onDisk.includes(module)) return { command: `${sudo}modprobe ${module}` };
  if (!modules.areThere && modules.areOthers) return { command: `${sudo}reboot` };
  if (modules.areThere && distribution.ids[0] === "ubuntu")
    return { command: `${sudo}apt-get install -y linux-modules-extra-${kernel}` };
  if (modules.areThere && distribution.ids.includes("fedora"))
    return { command: `${sudo}dnf install kernel-modules-extra` };
  return { advice: "nothing mends that here: this kernel has none, and no module for it is on this machine" };
}
