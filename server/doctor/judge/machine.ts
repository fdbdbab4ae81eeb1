/** Judges the system and its user. */
import { type Check, check } from "../check.ts";
import type { Facts } from "../facts.ts";

export function judgeMachine({ platform, kernel, arch, distribution, user }: Facts): Check[] {
  const isLinux = platform === "linux";
  const system = isLinux
    ? `${distribution.name}, Linux ${kernel}, ${arch}`
    : `${platform} ${kernel}, ${arch}`;
  const linux = check(
    {
      id: "linux",
      group: "machine",
      what: "Linux",
      ok: isLinux,
      found: system,
      wanted: "labs",
      without: "labs cannot run; the deck presents without them",
    },
    { advice: "nothing mends that here: run shelldeck in a Linux virtual machine" },
  );
  if (!isLinux) return [linux];
  return [linux, judgeArchitecture(arch), judgeUser(user)];
}

/** The labs' list of refused system calls knows these. */
const architectures = ["x64", "arm64", "ppc64", "s390x", "riscv64"];

function judgeArchitecture(arch: string): Check {
  return check(
    {
      id: "architecture",
      group: "machine",
      what: "processor",
      ok: architectures.includes(arch),
      found: arch,
      wanted: "labs",
      without: "labs cannot run: their list of refused system calls does not know it",
    },
    { advice: `nothing mends that here: labs run on ${architectures.join(", ")}` },
  );
}

/** Root works; that an ordinary user is better is said, and is no fault. */
function judgeUser({ uid, name }: Facts["user"]): Check {
  return check(
    {
      id: "user",
      group: "machine",
      what: "user",
      ok: true,
      found: uid === 0 ? "root; an ordinary user is the safer choice" : `${name}, not root`,
      wanted: "extra",
      without: "",
    },
    { advice: "" },
  );
}
