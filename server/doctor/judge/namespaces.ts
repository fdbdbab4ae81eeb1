/** Judges namespaces, and the ids that an ordinary user's labs are made of. */
import { type Check, check, type Remedy, tried } from "../check.ts";
import type { Facts, IdRange } from "../facts.ts";
import type { Install } from "./judge.ts";

/** As many as one lab needs, with nobody (65534) among them. */
const idsOfALab = 1024;

export function judgeNamespaces(facts: Facts, install: Install): Check[] {
  const ids = facts.user.uid === 0 ? [] : [judgeIds(facts), judgeIdMapping(facts, install)];
  return [judgeUserNamespaces(facts), ...ids, ...judgeIdmap(facts)];
}

function judgeUserNamespaces(facts: Facts): Check {
  return check(
    {
      id: "user-namespaces",
      group: "namespaces",
      what: "user namespaces",
      ...tried(facts.userNamespaces),
      wanted: "labs",
      without: "labs cannot run; the deck presents without them",
    },
    userNamespaceRemedy(facts),
  );
}

function userNamespaceRemedy({ userNamespaceSettings: settings, user }: Facts): Remedy {
  const set = (assignment: string): Remedy => ({ command: `${sudo(user.uid)}sysctl -w ${assignment}` });
  if (settings["user.max_user_namespaces"] === 0) return set("user.max_user_namespaces=10000");
  if (settings["kernel.unprivileged_userns_clone"] === 0) return set("kernel.unprivileged_userns_clone=1");
  if (settings["kernel.apparmor_restrict_unprivileged_userns"] === 1)
    return set("kernel.apparmor_restrict_unprivileged_userns=0");
  return {
    advice:
      "nothing mends that here: this kernel, or the container that this runs in, allows none; use a virtual machine",
  };
}

function judgeIds({ user, subordinateIds }: Facts): Check {
  const own = ({ owner }: IdRange) => owner === user.name || owner === String(user.uid);
  const most = (ranges: IdRange[]) => Math.max(0, ...ranges.filter(own).map(({ count }) => count));
  const [users, groups] = [most(subordinateIds.users), most(subordinateIds.groups)];
  const first = firstFree([...subordinateIds.users, ...subordinateIds.groups]);
  const range = `${first}-${first + 65_535}`;
  return check(
    {
      id: "subordinate-ids",
      group: "namespaces",
      what: "subordinate ids",
      ok: Math.min(users, groups) >= idsOfALab,
      found: `${users} in /etc/subuid, ${groups} in /etc/subgid`,
      wanted: "labs",
      without: "labs cannot run as this user",
    },
    { command: `sudo usermod --add-subuids ${range} --add-subgids ${range} ${user.name}` },
  );
}

/** Behind all ranges that are taken; where useradd begins when none is. */
function firstFree(ranges: readonly IdRange[]): number {
  return Math.max(100_000, ...ranges.map(({ first, count }) => first + count));
}

function judgeIdMapping({ idMapping }: Facts, install: Install): Check {
  const answer = tried(idMapping);
  const isThere = !/(newuidmap|newgidmap): (command )?not found/.test(answer.found);
  return check(
    {
      id: "id-mapping",
      group: "namespaces",
      what: "newuidmap and newgidmap",
      ...answer,
      wanted: "labs",
      without: "labs cannot run as this user",
    },
    isThere
      ? { command: "sudo chmod u+s /usr/bin/newuidmap /usr/bin/newgidmap" }
      : { command: install(["uidmap"]) },
  );
}

function judgeIdmap({ idmappedMounts: { tmpfs, usr }, userNamespaces }: Facts): Check[] {
  const newer: Remedy = { advice: "nothing mends that here but a newer kernel: Linux 6.3 or later" };
  const onTmpfs = check(
    {
      id: "idmapped-tmpfs",
      group: "namespaces",
      what: "id-mapped mounts, tmpfs",
      ...tried(userNamespaces === "ok" ? tmpfs : null),
      wanted: "extra",
      without: "files of container images look like nobody's in labs",
    },
    newer,
  );
  const onUsr = check(
    {
      id: "idmapped-usr",
      group: "namespaces",
      what: "id-mapped mounts, /usr",
      ...tried(usr),
      wanted: "extra",
      without: "nothing: labs do not use them, and /usr is nobody's in a lab",
    },
    { advice: "nothing mends that here, and nothing needs it" },
  );
  return usr === null ? [onTmpfs] : [onTmpfs, onUsr];
}

function sudo(uid: number): string {
  return uid === 0 ? "" : "sudo ";
}
