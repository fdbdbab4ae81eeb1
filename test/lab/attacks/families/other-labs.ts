/** Reaching another lab by network. The other lab listens meanwhile for anything that carries the mark. */
import type { Family } from "../attempt.ts";

const apart = "Namespaces: every lab has bridges and wires of its own, and none leads to another lab";

export const otherLabs: Family = {
  name: "Other labs by network",
  attempts: [
    {
      tries: "Pings the addresses that nodes of another lab have.",
      stoppedBy: `${apart}.`,
      script: `for address in 192.168.121.12 192.168.121.50 10.0.0.12; do { ping -c1 -W1 $address | grep -q ' 1 received' && won $address; } & done; wait; echo tried`,
      refusal: /^tried$/m,
      onHost: "the host has no such addresses",
    },
    {
      tries: "Asks for their MAC addresses (ARP) and for all IPv6 neighbours (ff02::1).",
      stoppedBy: `${apart}.`,
      script: `ip link set eth0 addrgenmode eui64 2>/dev/null; ip -6 address add fe80::5ec2/64 dev eth0 nodad 2>/dev/null
        for address in 192.168.121.12 192.168.121.50; do ip neigh flush to $address; ping -c1 -W1 $address >/dev/null & done
        ping -6 -c2 -W1 -i0.3 ff02::1%eth0 | grep 'bytes from' | grep -v 'fe80::5ec2' | grep -vF "$(ip -6 -brief address show dev eth0 | grep -oE 'fe80[^/]*' | head -1)" && won; wait
        ip neigh show | grep -E '192.168.121.(12|50) .*lladdr' && won; echo tried`,
      refusal: /^tried$/m,
      onHost: "the host has no such addresses",
    },
    {
      tries:
        "Sends raw Ethernet frames with the mark: broadcast, multicast, to the other lab's MAC address, with VLAN tags.",
      stoppedBy: `${apart}.`,
      script: String.raw`perl -MTry -e 'my $mark = "LAB-$ENV{MARK}";
          for my $device (qw(eth0 eth1)) {
            my $index = do { open my $file, "<", "/sys/class/net/$device/ifindex" or next; <$file> + 0 };
            socket(my $packets, 17, 3, 0x0300) or die "packet: $!";
            for my $to ("ffffffffffff", "333300000001", "01005e000001", "025d0000000c", "025d0000010c") {
              for my $type ("0800", "86dd", "88b5", "8100000a0800") {
                my $frame = pack("H12 H12 H*", $to, "025d0000000b", $type) . ($mark x 4);
                send($packets, $frame, 0, pack("S n l S C C a8", 17, 0x0300, $index, 1, 0, 6, pack "H12", $to)) or print error(), "\n"; $sent++ } } }
          print "sent $sent\n"'`,
      refusal: /^sent \d\d$/m,
      onHost: "the other lab is asked afterwards what it heard",
    },
    {
      tries: "Sends the mark by broadcast, multicast and a tunnel (VXLAN) to the other lab's addresses.",
      stoppedBy: `${apart}.`,
      script: `ip link add attack7 type vxlan id 7 dstport 4789 remote 192.168.121.12 dev eth0 2>/dev/null && ip link set attack7 up
        for address in 255.255.255.255 192.168.121.255 224.0.0.1 192.168.121.12 10.0.0.12; do
          echo "LAB-$MARK" | timeout 1 socat -u - "UDP4-DATAGRAM:$address:4790,broadcast,bind=:0" 2>/dev/null; done
        echo "LAB-$MARK" | timeout 1 socat -u - "UDP6-DATAGRAM:[ff02::1%eth0]:4790" 2>/dev/null
        ip link delete attack7 2>/dev/null; echo tried`,
      refusal: /^tried$/m,
      onHost: "the other lab is asked afterwards what it heard",
    },
    {
      tries: "Connects to an abstract socket of the other lab.",
      stoppedBy: "Namespaces: abstract names belong to a network namespace.",
      script: `timeout 2 socat - "ABSTRACT-CONNECT:lab-$MARK" | grep -q lab && won; true`,
      refusal: /Connection refused/,
      onHost: "it is the other lab's, not the host's",
    },
    {
      tries: "Works in the namespace at the other end of its links, by the number that it has for it.",
      stoppedBy:
        "User ids: that namespace belongs to the internet's user namespace, and root in a node has no rights there.",
      script: `ip link add spy2 link-netnsid 0 type bridge && won; ip -details link show eth0 | grep -o 'link-netnsid 0'; ip netns set attack 0 2>/dev/null && won; true`,
      refusal: /link-netnsid 0/,
      onHost: "the host has no such links",
    },
  ],
};
