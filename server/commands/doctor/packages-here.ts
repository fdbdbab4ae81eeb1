/** Asks the set-up beside this program which system packages it uses, which are here, and how one gets them. */
import { pathToFileURL } from "node:url";
import type { Install, PackageFact } from "../../doctor/index.ts";
import { root } from "../root.ts";

/** As in setup/packages.js; the set-up is plain JavaScript, since it runs before anything is built. */
interface SystemPackage {
  name: string;
  needs: string[];
  why: string;
}

interface Machine {
  isRoot: boolean;
}

interface Setup {
  systemPackages: readonly SystemPackage[];
  missingPackages(needs: readonly string[], machine: Machine): SystemPackage[];
  installLine(packages: readonly SystemPackage[], machine: Machine): string;
  thisMachine(): Machine;
}

export async function packagesHere(): Promise<{ packages: PackageFact[]; install: Install }> {
  const files = ["packages", "missing", "machine"].map((name) => `${root}setup/${name}.js`);
  const modules = await Promise.all(files.map((path) => import(pathToFileURL(path).href)));
  const { systemPackages, missingPackages, installLine, thisMachine } = Object.assign(
    {},
    ...modules,
  ) as Setup;
  const machine = thisMachine();
  const missing = new Set(missingPackages(["labs", "test"], machine));
  return {
    packages: systemPackages.map((each) => ({
      name: each.name,
      needs: each.needs,
      why: each.why,
      isThere: !missing.has(each),
    })),
    install: (names) => {
      const line = installLine(
        systemPackages.filter(({ name }) => names.includes(name)),
        machine,
      );
      return machine.isRoot ? line.replace(/^sudo /, "") : line;
    },
  };
}
