/** The link types that a talk about networks may need, and how the kernel is asked for each. */

export interface LinkType {
  name: string;
  /** The kernel's module. */
  module: string;
  /** `lab`: no lab without it; `talk`: this talk needs it; `extra`: other decks may. */
  wanted: "lab" | "talk" | "extra";
  /** What does not work without it. */
  without: string;
  /** A command line for a network namespace that has lo and a link t0. */
  add: string;
}

const otherDecks = (what: string) => `commands with ${what} fail; the talk has none`;

export const linkTypes: readonly LinkType[] = [
  {
    name: "bridge",
    module: "bridge",
    wanted: "lab",
    without: "no lab starts: its switches are bridges",
    add: "ip link add t1 type bridge",
  },
  {
    name: "veth",
    module: "veth",
    wanted: "lab",
    without: "no lab starts: its cables are veth pairs",
    add: "ip link add t2 type veth peer name t3",
  },
  {
    name: "vxlan",
    module: "vxlan",
    wanted: "talk",
    without: "Demo 3 (overlay networks) does not run",
    add: "ip link add t4 type vxlan id 1 dstport 4789",
  },
  extra("macvlan", "ip link add t5 link t0 type macvlan"),
  extra("ipvlan", "ip link add t6 link t0 type ipvlan"),
  extra("dummy", "ip link add t7 type dummy"),
  extra("tun", "ip tuntap add dev t8 mode tun"),
  extra("geneve", "ip link add t9 type geneve id 1 remote 192.0.2.1"),
  extra("vrf", "ip link add t10 type vrf table 10"),
  extra("wireguard", "ip link add t11 type wireguard"),
  { ...extra("netem", "tc qdisc add dev lo root netem delay 1ms"), module: "sch_netem" },
];

function extra(name: string, add: string): LinkType {
  return { name, module: name, wanted: "extra", without: otherDecks(name), add };
}
