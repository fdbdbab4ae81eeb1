/** Sockets of families that a talk on networking never needs. */
import type { Attempt, Family } from "../attempt.ts";

const stopped =
  "seccomp: only UNIX, IPv4, IPv6, netlink and packet sockets open; all others get EAFNOSUPPORT";

function family(name: string, number: string, type: number, why: string, onHost: Attempt["onHost"]): Attempt {
  return {
    tries: `Opens ${name}, ${why}.`,
    stoppedBy: `${stopped}.`,
    script: `perl -MTry -e '$_ = call("socket", ${number}, ${type}, 0); print; print "\\nwon" if $_ ne "EAFNOSUPPORT"'`,
    refusal: /^EAFNOSUPPORT$/m,
    onHost,
  };
}

const dependsOnKernel = "not every kernel has this family";

export const socketFamilies: Family = {
  name: "Socket families",
  attempts: [
    family("an AF_ALG socket", "38", 5, "the kernel's ciphers (CVE-2026-31431)", dependsOnKernel),
    family(
      "an AF_ALG socket with noise in the upper half of the number",
      "2**32 + 38",
      5,
      "so that a filter that compares 64 bits lets it pass",
      dependsOnKernel,
    ),
    family("an AF_VSOCK socket", "40", 1, "which leads from a virtual machine to its host", dependsOnKernel),
    family("an AF_TIPC socket", "30", 1, "a protocol that the kernel loads a module for", dependsOnKernel),
    family("an AF_RDS socket", "21", 5, "a protocol that the kernel loads a module for", dependsOnKernel),
    family("an AF_CAN socket", "29", 3, "a car's network", dependsOnKernel),
    family("an AF_BLUETOOTH socket", "31", 3, "the host's radio", dependsOnKernel),
    family("an AF_KEY socket", "15", 3, "the kernel's table of IPsec keys", dependsOnKernel),
    family("an AF_XDP socket", "44", 3, "packets past the network stack", dependsOnKernel),
    family("an AF_SMC socket", "43", 1, "shared memory between machines", dependsOnKernel),
    {
      tries: "Opens a socket of every family from 0 to 4095 and of every type.",
      stoppedBy: `${stopped}.`,
      script: String.raw`perl -MTry -e 'for my $family (0..4095) { for my $type (1..5, 10) {
        my $error = call("socket", $family, $type, 0);
        if ($error ne "EAFNOSUPPORT") { push @open, $family; last }
      } }
      print "families @open\n"; print "won\n" if "@open" ne "1 2 10 16 17"; close $_ for 3..4000'`,
      refusal: /^families 1 2 10 16 17$/m,
      onHost: dependsOnKernel,
    },
    {
      tries: "Opens a pair of connected sockets of every family from 0 to 255.",
      stoppedBy: `${stopped}.`,
      script: String.raw`perl -MTry -e 'my $pair = pack("ii", 0, 0);
      for my $family (0..255) { push @open, $family if call("socketpair", $family, 1, 0, $pair) ne "EAFNOSUPPORT" }
      print "families @open\n"; print "won\n" if "@open" ne "1 2 10 16 17"'`,
      refusal: /^families 1 2 10 16 17$/m,
      onHost: dependsOnKernel,
    },
    {
      tries:
        "Opens a netlink socket of the audit protocol, plainly and with noise in the upper half of both numbers.",
      stoppedBy: "seccomp: that protocol is refused with EPERM.",
      script: String.raw`perl -MTry -e 'for ([16, 9], [2**32 + 16, 2**32 + 9]) {
        $_ = call("socket", $_->[0], 3, $_->[1]); print "$_\n"; print "won\n" if $_ ne "EPERM"
      }'`,
      refusal: /^EPERM\nEPERM$/m,
      onHost: true,
    },
  ],
};
