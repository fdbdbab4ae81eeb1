/** Reaching the host, and what is beyond it, by network. */
import type { Attempt, Family } from "../attempt.ts";

const noRoute =
  "Namespaces: no link of the lab leads to the host, and its default route ends in the lab's own internet, which answers for few addresses";

/** `addresses`: words of the shell. */
function connects(tries: string, addresses: string, onHost: Attempt["onHost"] = true): Attempt {
  return {
    tries,
    stoppedBy: `${noRoute}.`,
    script: `connect() { timeout 1 bash -c "cat </dev/tcp/$1/$HOST_PORT" 2>/dev/null | grep -q "the host" && won $1; }
      for address in ${addresses}; do connect "$address" & done; wait; echo tried`,
    refusal: /^tried$/m,
    onHost,
  };
}

export const hostNetwork: Family = {
  name: "The host by network",
  attempts: [
    connects("Connects to every address of the host's interfaces, IPv4 and IPv6.", "$HOST_ADDRESSES"),
    connects(
      "Connects to the server on the host's loopback, where shelldeck itself listens.",
      "127.0.0.1 ::1 127.0.0.2 0.0.0.0 ::ffff:127.0.0.1",
    ),
    connects(
      "Lets packets for 127.0.0.1 leave through eth0 (`route_localnet`), so that the router may take them for its own.",
      "$(sysctl -qw net.ipv4.conf.eth0.route_localnet=1; ip route replace local 127.0.0.77 dev eth0 table 77; ip rule add to 127.0.0.77 table 77 pref 1 2>/dev/null; echo 127.0.0.77)",
      "it would change the host's routes",
    ),
    connects(
      "Connects by link-local addresses, the host's own among them.",
      "fe80::1%eth0 fe80::1%eth1 $(for address in $HOST_LINK_LOCAL; do echo $address%eth0 $address%eth1; done)",
      "the host's devices have other names",
    ),
    {
      tries: "Sends packets of UDP to every address of the host, with the server's port.",
      stoppedBy: `${noRoute}.`,
      script: `for address in $HOST_ADDRESSES 127.0.0.1; do
          timeout 1 socat -t 0.5 - "UDP:[$address]:$HOST_PORT,shut-none" <<<"$MARK" 2>/dev/null & timeout 1 socat -t 0.5 - "UDP4:$address:$HOST_PORT,shut-none" <<<"$MARK" 2>/dev/null &
        done >answers; wait; grep -q "the host" answers && won; echo tried`,
      refusal: /^tried$/m,
      onHost: true,
    },
    {
      tries: "Asks for the machine's cloud identity at 169.254.169.254, fd00:ec2::254 and 169.254.170.2.",
      stoppedBy: `${noRoute}.`,
      script: `ask() { timeout 2 bash -c "exec 3<>/dev/tcp/$1/80 && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && head -c1 <&3 | grep -q . && echo won" 2>&1; }
        ip address add 169.254.1.1/16 dev eth0 2>/dev/null
        for address in 169.254.169.254 fd00:ec2::254 169.254.170.2; do ask $address & done; wait
        ip address del 169.254.1.1/16 dev eth0; echo tried`,
      refusal: /^tried$/m,
      onHost: "a host need not be in a cloud",
    },
    {
      tries: "Asks the host's own name servers and gateway for anything.",
      stoppedBy: `${noRoute}.`,
      script: `for address in $HOST_GATEWAYS; do
          [[ $address == 192.168.121.1 || $address == 8.8.8.8 ]] && continue
          ping -c1 -W1 $address | grep -q ' 1 received' && won $address; done; echo tried`,
      refusal: /^tried$/m,
      onHost: "a host need not have them",
    },
    {
      tries: "Looks for a network device that is not the lab's, and for a route that leads out.",
      stoppedBy: "Namespaces: there are lo, eth0 and eth1, whose other ends are in the lab's internet.",
      script: `ls /sys/class/net | grep -vE '^(lo|eth0|eth1|bonding_masters|move0|spy|attack.*|dummy0|tunl0|sit0|gre0|gretap0|erspan0|ip6tnl0|ip6gre0|ip_vti0|ip6_vti0)$' && won
        ip route get 203.0.113.9; ping -c1 -W1 203.0.113.9 | grep -q ' 1 received' && won; echo looked`,
      refusal: /via 192\.168\.121\.1 dev eth0[\s\S]*^looked$/m,
      onHost: "a host may have no network",
    },
    {
      tries:
        "Becomes the router: takes its address and its MAC address and listens for what comes from the host.",
      stoppedBy:
        "Namespaces: the bridge on which it does so is the lab's own; nothing of the host passes there.",
      script: String.raw`perl -MTry -e 'socket(my $packets, 17, 3, 0x0300) or die "packet: $!";
          my $end = time + 1; my $seen = 0;
          while (time < $end) { my $ready = ""; vec($ready, fileno $packets, 1) = 1; next unless select($ready, undef, undef, 0.2) > 0;
            recv($packets, my $packet, 2048, 0); $seen++; print "won\n" if $packet =~ /HOST-$ENV{MARK}/ }
          print "heard and saw nothing of the host\n"'`,
      refusal: /saw nothing of the host$/m,
      onHost: true,
    },
  ],
};
