/** The lab's links, addresses and routes, as lines for `ip -batch`. */
import { internet, macAddress, type NodeAddress } from "./world.ts";

/** Lines for one container's network namespace; `@NAME` stands for the process id of container NAME. */
export interface Wiring {
  container: string;
  lines: string[];
}

/** A link gets no IPv6 address of its own: its chatter would be in the speaker's tcpdump. Set before it is up: Linux 6.1 takes the two in one line in the wrong order. */
const quiet = (link: string): string => `link set ${link} addrgenmode none`;

/** First the internet's, which makes every link, then each node's; those are independent of each other. */
export function wiring(nodes: NodeAddress[]): Wiring[] {
  return [
    {
      container: internet.name,
      lines: [
        "link set lo up",
        ...internet.hosts.map(({ address }) => `address add ${address}/32 dev lo`),
        ...bridge("public", 1),
        ...bridge("private", 2),
        `address add ${internet.router}/24 dev public`,
        ...nodes.flatMap((node) => [
          ...link(node, "eth0", "public", 0),
          ...(node.private ? link(node, "eth1", "private", 1) : []),
        ]),
      ],
    },
    ...nodes.map((node) => ({
      container: node.name,
      lines: [
        "link set lo up",
        ...interfaceUp("eth0", node.public),
        ...(node.private ? interfaceUp("eth1", node.private) : []),
        `route add default via ${internet.router}`,
      ],
    })),
  ];
}

function bridge(name: string, number: number): string[] {
  return [
    `link add ${name} address ${macAddress(number, 0xff)} type bridge mcast_snooping 0`,
    quiet(name),
    `link set ${name} up`,
  ];
}

/** A cable from a node to one of the internet's switches. */
function link(node: NodeAddress, device: string, network: string, number: number): string[] {
  const port = `${node.name}-${device}`;
  const portMac = macAddress(node.number, 0x80 + number);
  const mac = macAddress(node.number, number);
  return [
    `link add ${port} address ${portMac} type veth peer name ${device} address ${mac} netns @${node.name}`,
    quiet(port),
    `link set ${port} master ${network} up`,
  ];
}

function interfaceUp(device: string, address: string): string[] {
  return [`address add ${address}/24 dev ${device}`, quiet(device), `link set ${device} up`];
}
