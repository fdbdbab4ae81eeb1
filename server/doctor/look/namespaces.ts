/** Asks the kernel for namespaces, and in them for what labs need. */
import type { Facts, IdRange, NatTry, Tried } from "../facts.ts";
import { linkTypes } from "../links.ts";
import { answersByName, ask } from "./ask.ts";
import { idMappingScript, idmapProgram, linksScript, natScript, tmpfsScript } from "./scratch.ts";

const unshare = ["--user", "--map-root-user"];
const inNetwork = (script: string) => ask("unshare", [...unshare, "--net", "bash", "--norc", "-c", script]);

type FromNamespaces = Pick<Facts, "userNamespaces" | "idmappedMounts" | "links" | "nat">;

/** All of it at once; what cannot be asked, since there are no namespaces to ask in, is null. */
export async function lookIntoNamespaces(isRoot: boolean): Promise<FromNamespaces> {
  const inMounts = ["--mount", "--propagation", "private", "bash", "--norc", "-c", tmpfsScript, "bash"];
  const [mounts, usr, links, nat] = await Promise.all([
    ask("unshare", [...unshare, ...inMounts, idmapProgram]),
    isRoot ? ask("perl", ["-e", idmapProgram, "/usr"]) : null,
    inNetwork(linksScript),
    inNetwork(natScript),
  ]);
  const inMount = answersByName(mounts?.stdout ?? "");
  const linkAnswers = answersByName(links?.stdout ?? "");
  const natAnswers = answersByName(nat?.stdout ?? "");
  const natTries: NatTry[] = ["masquerade", "dnat", "conntrack", "nft", "forwarding"];
  return {
    userNamespaces: mounts && (inMount.mount ?? (mounts.complaint || null)),
    idmappedMounts: { tmpfs: inMount.tmpfs ?? null, usr: usr && (usr.isOk ? "ok" : usr.complaint) },
    links: Object.fromEntries(linkTypes.map(({ name }) => [name, linkAnswers[name] ?? null])),
    nat: Object.fromEntries(natTries.map((name) => [name, natAnswers[name] ?? null])) as Facts["nat"],
  };
}

/** Whether newuidmap and newgidmap map this user's ids; null where there is nothing to map. */
export async function tryIdMapping(
  uid: number,
  gid: number,
  users: IdRange[],
  groups: IdRange[],
): Promise<Tried> {
  const [user] = users;
  const [group] = groups;
  if (!user || !group) return null;
  const numbers = [uid, gid, user.first, user.count, group.first, group.count].map(String);
  const answer = await ask("bash", ["--norc", "-c", idMappingScript, "bash", ...numbers]);
  return answer && (answer.isOk ? "ok" : answer.complaint);
}
