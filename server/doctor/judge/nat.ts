/** Judges address translation, which the talk ends with. */
import { type Check, check, type Remedy, tried } from "../check.ts";
import type { Facts, NatTry } from "../facts.ts";
import type { Install } from "./judge.ts";

const tries: readonly { name: NatTry; what: string; without: string; tool: string | null }[] = [
  {
    name: "masquerade",
    what: "iptables MASQUERADE",
    without: "containers of the demos do not reach the internet",
    tool: "iptables",
  },
  {
    name: "dnat",
    what: "iptables DNAT",
    without: "published ports of the demos do not answer",
    tool: "iptables",
  },
  {
    name: "conntrack",
    what: "iptables conntrack",
    without: "rules of Podman's network fail",
    tool: "iptables",
  },
  { name: "nft", what: "nft NAT", without: "steps with nft fail", tool: "nftables" },
  {
    name: "forwarding",
    what: "IP forwarding",
    without: "nothing gets through a namespace that routes",
    tool: null,
  },
];

export function judgeNat({ nat, versions, platform }: Facts, install: Install): Check[] {
  return tries.map(({ name, what, without, tool }) => {
    const answer = tried(nat[name]);
    const isGone = tool !== null && /not found/.test(answer.found);
    const kernel: Remedy = {
      advice: "nothing mends that here but a kernel with nf_tables and NAT, such as your distribution's own",
    };
    const remedy = isGone && platform === "linux" ? { command: install([tool]) } : kernel;
    const found = answer.ok && tool === "iptables" && versions.iptables ? versions.iptables : answer.found;
    return check(
      { id: `nat-${name}`, group: "nat", what, ...answer, found, wanted: "talk", without },
      remedy,
    );
  });
}
