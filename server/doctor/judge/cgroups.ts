/** Judges the cgroups, by which labs are limited. */
import { type Check, check, type Remedy } from "../check.ts";
import type { Facts } from "../facts.ts";

const kinds = {
  unified: "version 2",
  hybrid: "version 1 controllers beside version 2",
  v1: "version 1",
  none: "none",
};

/** By controller, what can happen without it. */
const withoutController = {
  pids: "processes are counted by user only, not by lab",
  memory: "one lab can use up the machine's memory",
  cpu: "one lab can slow down the others",
};

export function judgeCgroups(facts: Facts): Check[] {
  const { kind, controllers } = facts.cgroups;
  const tree = check(
    {
      id: "cgroups",
      group: "cgroups",
      what: "cgroups",
      ok: kind !== "none",
      found: kinds[kind],
      wanted: "limits",
      without: "labs run with the limits of each process only (ulimit)",
    },
    { command: `${facts.user.uid === 0 ? "" : "sudo "}mount -t cgroup2 cgroup2 /sys/fs/cgroup` },
  );
  if (kind === "none") return [tree];
  const each = (["pids", "memory", "cpu"] as const).map((name) =>
    check(
      {
        id: `cgroup-${name}`,
        group: "cgroups",
        what: `${name} controller`,
        ok: facts.cgroups.usable.includes(name),
        found: foundOf(name, facts),
        wanted: "limits",
        without: withoutController[name],
      },
      remedy(facts, controllers.includes(name)),
    ),
  );
  return [tree, ...each];
}

function foundOf(name: string, { cgroups: { controllers, usable }, user }: Facts): string {
  if (usable.includes(name)) return "";
  return controllers.includes(name) ? `not for ${user.name}` : "the kernel gives none";
}

function remedy({ cgroups: { kind, manager }, user }: Facts, isThere: boolean): Remedy {
  if (!isThere) return { advice: "nothing mends that here but a kernel that has it switched on" };
  if (user.uid === 0) return { advice: "nothing mends that here: what this runs in keeps it for itself" };
  if (kind !== "unified") return { command: handOverVersionOne(user.name) };
  if (manager === "user") return { command: delegate };
  if (manager === "system") return { command: `sudo loginctl enable-linger ${user.name}` };
  return { advice: "nothing mends that here: start shelldeck as root, or from a cgroup that is yours" };
}

/** Puts the shell that it is typed into, and what that starts, into cgroups of the user's own; until the machine's next start. */
function handOverVersionOne(name: string): string {
  const folder = `/sys/fs/cgroup/$c/${name}`;
  return `for c in pids memory cpu; do sudo mkdir -p ${folder}; sudo chown -R ${name} ${folder}; echo $$ | sudo tee ${folder}/cgroup.procs; done`;
}

const delegate =
  "printf '[Service]\\nDelegate=cpu memory pids\\n' | sudo install -D -m 644 /dev/stdin /etc/systemd/system/user@.service.d/delegate.conf && sudo systemctl daemon-reload";
