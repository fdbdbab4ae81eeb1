/** Which of the machine's user ids the keeper's namespace holds, and so its labs. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { promisify } from "node:util";
import { rootUids, subordinateUids, type UidPool, uidBase } from "../plan/index.ts";
import { hostEnvironment } from "./run.ts";

/** A run of ids, as in a line of user_namespaces(7)'s uid_map. */
export interface IdRun {
  inside: number;
  outside: number;
  count: number;
}

export interface KeeperIds {
  users: IdRun[];
  groups: IdRun[];
  /** What labs get of them, counted inside. */
  pool: UidPool;
  isRoot: boolean;
}

/** Root's own ids stay themselves, so that what the server wrote is still root's; the labs' too, above all others. */
const rootRuns: IdRun[] = [
  { inside: 0, outside: 0, count: 65_536 },
  { inside: rootUids.first, outside: rootUids.first, count: rootUids.perLab * rootUids.slots },
];

export function rootIds(): KeeperIds {
  return { users: rootRuns, groups: rootRuns, pool: rootUids, isRoot: true };
}

/**
 * An ordinary user's own id becomes 0, and the subordinate ones follow: the longest run of them, since a lab's ids cannot be of two.
 * `subuid` and `subgid` are texts as in subuid(5).
 */
export function userIds(uid: number, gid: number, name: string, subuid: string, subgid: string): KeeperIds {
  const users = longestRun(subuid, uid, name);
  const groups = longestRun(subgid, uid, name);
  return {
    users: [{ inside: 0, outside: uid, count: 1 }, ...users],
    groups: [{ inside: 0, outside: gid, count: 1 }, ...groups],
    pool: subordinateUids(Math.min(users[0]?.count ?? 0, groups[0]?.count ?? 0)),
    isRoot: false,
  };
}

/** Those of this process's user. */
export function ownIds(): KeeperIds {
  const uid = process.getuid?.() ?? 0;
  if (uid === 0) return rootIds();
  return userIds(uid, process.getgid?.() ?? 0, userInfo().username, text("/etc/subuid"), text("/etc/subgid"));
}

/** Ids as the machine counts them. */
export interface IdRange {
  first: number;
  count: number;
}

/** Where the machine has the ids of a slot. */
export function hostIds({ users, pool }: KeeperIds, slot: number): IdRange {
  const base = uidBase(slot, pool);
  const run = users.find(({ inside, count }) => base >= inside && base < inside + count);
  if (!run) throw new RangeError(`lab slot ${slot} has no ids on this machine`);
  return { first: run.outside + base - run.inside, count: pool.perLab };
}

/** Gives the ids to a process that is alone in a new user namespace. */
export async function mapIds(pid: number, { users, groups, isRoot }: KeeperIds): Promise<void> {
  if (isRoot) {
    writeFileSync(`/proc/${pid}/uid_map`, users.map(line).join("\n"));
    writeFileSync(`/proc/${pid}/gid_map`, groups.map(line).join("\n"));
    return;
  }
  const map = (tool: string, runs: IdRun[]) =>
    promisify(execFile)(tool, [String(pid), ...runs.flatMap((run) => line(run).split(" "))], {
      env: hostEnvironment,
    });
  await Promise.all([map("newuidmap", users), map("newgidmap", groups)]);
}

const line = ({ inside, outside, count }: IdRun): string => `${inside} ${outside} ${count}`;

function longestRun(text: string, uid: number, name: string): IdRun[] {
  const runs = text.split("\n").flatMap((entry) => {
    const [who, first, size] = entry.trim().split(":");
    const [outside, count] = [Number(first), Number(size)];
    const isOwn = who === name || who === String(uid);
    return isOwn && outside > 0 && count > 0 ? [{ inside: 1, outside, count }] : [];
  });
  return runs.sort((one, other) => other.count - one.count).slice(0, 1);
}

function text(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
