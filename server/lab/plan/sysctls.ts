/** A node's network settings: the kernel's defaults but for one, since a new network namespace copies some of the host's. */
import type { HostFacts } from "./host-facts.ts";

export function sysctls(host: HostFacts): Record<string, string> {
  return {
    "net.ipv4.ip_forward": "0",
    "net.ipv4.conf.all.rp_filter": "0",
    "net.ipv4.conf.default.rp_filter": "0",
    "net.ipv4.conf.all.route_localnet": "0",
    "net.ipv4.conf.default.route_localnet": "0",
    "net.ipv4.conf.all.accept_local": "0",
    "net.ipv4.conf.default.accept_local": "0",
    "net.ipv4.ping_group_range": "1 0",
    // A bridge takes another MAC address when a port with a lower one comes or goes, as Podman's do. Where udev runs it gives bridges one for
    // life; without it, all others on the bridge would send to the old one for seconds, were they not told.
    "net.ipv4.conf.default.arp_notify": "1",
    ...(host.hasBridgeNetfilter && { "net.bridge.bridge-nf-call-iptables": "0" }),
  };
}
