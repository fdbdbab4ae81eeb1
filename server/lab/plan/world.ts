/** The nodes that a lab can have and where they are in its two networks. */

export interface NodeAddress {
  name: string;
  /** Last byte of its addresses, and of its MAC addresses. */
  number: number;
  /** Address on the public network, behind eth0. */
  public: string;
  /** Address on the private network, behind eth1; null for a stranger to it. */
  private: string | null;
}

/** A host on the simulated internet; it serves a page over HTTP. */
export interface InternetHost {
  name: string;
  address: string;
  /** Whether it answers DNS too. */
  tellsNames?: true;
}

/** The container that is the lab's internet, router and switches; nobody gets a shell in it. */
export const internet: { name: string; router: string; hosts: readonly InternetHost[] } = {
  name: "internet",
  router: "192.168.121.1",
  // What is no name server is in the ranges for documentation (RFC 5737), which no network uses.
  hosts: [
    { name: "example.com", address: "203.0.113.10" },
    { name: "example.org", address: "203.0.113.20" },
    { name: "oddbit.com", address: "198.51.100.30" },
    { name: "dns.google", address: "8.8.8.8", tellsNames: true },
    { name: "dns.google", address: "8.8.4.4", tellsNames: true },
    { name: "one.one.one.one", address: "1.1.1.1", tellsNames: true },
  ],
};

const addresses: readonly NodeAddress[] = [
  { name: "node1", number: 11, public: "192.168.121.11", private: "10.0.0.11" },
  { name: "node2", number: 12, public: "192.168.121.12", private: "10.0.0.12" },
  { name: "remotehost", number: 50, public: "192.168.121.50", private: null },
];

/** Names that LabSpec.nodes may hold. */
export const nodeNames: readonly string[] = addresses.map((address) => address.name);

/** Where a node is; null for a name that is no node. */
export function addressOf(node: string): NodeAddress | null {
  return addresses.find((address) => address.name === node) ?? null;
}

/** The same on every run, so that recordings read alike; `link` is the interface's number on its node. */
export function macAddress(number: number, link: number): string {
  const byte = (value: number) => value.toString(16).padStart(2, "0");
  return `02:5d:00:00:${byte(link)}:${byte(number)}`;
}
