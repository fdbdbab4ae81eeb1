/** A whole lab as a value: what `apply` will do, and nothing that it has to decide. */
import { LabError, type LabSpec } from "../lab.ts";
import type { NodeLimits } from "../limits.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { etcFiles } from "./etc-files.ts";
import type { LabFile } from "./files.ts";
import type { HostFacts } from "./host-facts.ts";
import { type CgroupSetting, cgroupSettings, type ProcessLimit, processLimits } from "./limits.ts";
import type { EnginePaths } from "./mounts.ts";
import { idMappings, type UidPool, uidBase } from "./uid-range.ts";
import { type Wiring, wiring } from "./wiring.ts";
import { addressOf, internet, nodeNames } from "./world.ts";

export interface ContainerPlan {
  name: string;
  /** crun's name for it. */
  id: string;
  /**
   * The id that makes its user namespace, as the keeper counts ids. It is no other container's, so that what the kernel counts for the
   * maker of a namespace (processes, nested namespaces, whoever in it made them) is counted for each container by itself.
   */
  maker: number;
  bundle: Bundle;
  /** Unpacked by the container's first process, after the copies of the host's own. */
  files: LabFile[];
}

export interface LabPlan {
  id: string;
  nodes: string[];
  limits: NodeLimits;
  /** Of every process. */
  rlimits: ProcessLimit[];
  /** Of each container's own cgroups. */
  cgroup: CgroupSetting[];
  containers: ContainerPlan[];
  wiring: Wiring[];
}

/** Where a lab is made: its name, its uid range and the engine's prepared places. */
export interface LabSite {
  id: string;
  slot: number;
  /** What slots are cut from; a root server's when left out. */
  uids?: UidPool;
  paths: EnginePaths;
  limits: NodeLimits;
}

/** Throws a LabError on a spec that cannot be. */
export function planLab(spec: LabSpec, site: LabSite, host: HostFacts): LabPlan {
  const nodes = spec.nodes.map((name) => {
    const address = addressOf(name);
    if (!address)
      throw new LabError(`lab ${site.id}: there is no node "${name}"`, `use ${nodeNames.join(", ")}`);
    return address;
  });
  const names = nodes.map((node) => node.name);
  if (names.length === 0)
    throw new LabError(`lab ${site.id}: it has no nodes`, `name at least one of ${nodeNames.join(", ")}`);
  if (new Set(names).size < names.length) {
    throw new LabError(`lab ${site.id}: a node is named twice in ${names.join(", ")}`, "name each node once");
  }
  const ids = idMappings(site.slot, site.uids);
  const rlimits = processLimits(host.cgroups, site.limits);
  return {
    id: site.id,
    nodes: names,
    limits: site.limits,
    rlimits,
    cgroup: cgroupSettings(host.cgroups, site.limits),
    containers: [internet.name, ...names].map((name, index) => ({
      name,
      id: containerId(site.id, name),
      maker: uidBase(site.slot, site.uids) + index,
      bundle: bundle({ name, ids, rlimits }, site, host),
      files: etcFiles(name, names, {
        readsSystemBashrc: host.readsSystemBashrc,
        hasImages: site.paths.images !== undefined,
        rlimits,
      }),
    })),
    wiring: wiring(nodes),
  };
}

/** crun's name for a node of a lab. */
export function containerId(lab: string, node: string): string {
  return `lab${lab}-${node}`;
}
