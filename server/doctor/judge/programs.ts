/** Judges the programs that labs, demos and tests use. */
import { type Check, check } from "../check.ts";
import type { Facts, PackageFact } from "../facts.ts";
import type { Install } from "./judge.ts";

/** Without these no lab starts, by Debian's names. */
const neededByLabs = ["crun", "iproute2"];

export function judgePrograms(facts: Facts, install: Install): Check[] {
  const packages = facts.packages.filter(
    ({ needs, name }) =>
      // An ordinary user's newuidmap is tried at work.
      needs.some((need) => need === "labs" || need === "test") &&
      !(name === "uidmap" && facts.user.uid !== 0),
  );
  return [...packages.map((each) => judgePackage(each, facts, install)), judgeImages(facts)];
}

function judgePackage({ name, needs, why, isThere }: PackageFact, facts: Facts, install: Install): Check {
  const isForLabs = needs.includes("labs");
  const isChromium = name.startsWith("chromium");
  const ok = isChromium ? facts.chromium !== null : isThere;
  const versions: Record<string, string | null> = {
    crun: facts.versions.crun,
    podman: facts.versions.podman,
    chromium: facts.chromium,
  };
  return check(
    {
      id: `program-${name}`,
      group: "programs",
      what: name,
      ok,
      found: ok ? (versions[name] ?? "") : "not installed",
      wanted: neededByLabs.includes(name) ? "labs" : isForLabs && name !== "uidmap" ? "talk" : "extra",
      without: isChromium ? "check, pdf and npm test cannot look at slides" : `${why}: not without it`,
    },
    { command: install([name]) },
  );
}

function judgeImages({ imagesBytes, versions }: Facts): Check {
  return check(
    {
      id: "images",
      group: "programs",
      what: "container images for labs",
      ok: imagesBytes !== null,
      found: imagesBytes === null ? "not made" : `${(imagesBytes / 2 ** 20).toFixed(1)} MiB`,
      wanted: "talk",
      without: "Podman in labs has no images: Demo 2 does not run",
    },
    versions.podman === null
      ? { advice: "install Podman; npm start then makes them" }
      : { command: "npm run build" },
  );
}
