/** A whole lab as a value: what `apply` will do, and nothing that it has to decide. */
import { LabError, type LabSpec } from "../lab.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { etcFiles } from "./etc-files.ts";
import type { LabFile } from "./files.ts";
import type { HostFacts } from "./host-facts.ts";
import type { EnginePaths } from "./mounts.ts";
import { uidBase } from "./uid-range.ts";
import { type Wiring, wiring } from "./wiring.ts";
import { addressOf, internet, nodeNames } from "./world.ts";

export interface ContainerPlan {
  name: string;
  /** crun's name for it. */
  id: string;
  bundle: Bundle;
  /** Unpacked by the container's first process, after the copies of the host's own. */
  files: LabFile[];
}

export interface LabPlan {
  id: string;
  nodes: string[];
  containers: ContainerPlan[];
  wiring: Wiring[];
}

/** Where a lab is made: its name, its uid range and the engine's prepared places. */
export interface LabSite {
  id: string;
  slot: number;
  paths: EnginePaths;
  /** Parent of the containers' cgroups, from the root of the cgroup2 tree. */
  cgroupsPath: string;
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
  return {
    id: site.id,
    nodes: names,
    containers: [internet.name, ...names].map((name) => ({
      name,
      id: containerId(site.id, name),
      bundle: bundle(
        name,
        uidBase(site.slot),
        `${site.cgroupsPath}/${containerId(site.id, name)}`,
        site.paths,
        host,
      ),
      files: etcFiles(name, names, host.readsSystemBashrc),
    })),
    wiring: wiring(nodes),
  };
}

/** crun's name for a node of a lab. */
export function containerId(lab: string, node: string): string {
  return `lab${lab}-${node}`;
}
