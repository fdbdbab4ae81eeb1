/** Keys that the kernel holds for the host's users. */
import type { Family } from "../attempt.ts";

export const keyrings: Family = {
  name: "Keyrings",
  attempts: [
    {
      tries: "Asks for its session, user and thread keyrings, and makes new ones.",
      stoppedBy: "seccomp: `keyctl` is answered with EPERM.",
      script: `perl -MTry -e 'for my $ring (-1, -2, -3, -4, -5) { $_ = call("keyctl", 0, $ring, 1, 0, 0); print "$_\\n"; print "won\\n" if $_ ne "EPERM" }'`,
      refusal: /^(EPERM\n){5}/m,
      onHost: true,
    },
    {
      tries: "Joins a session keyring by its name, and reads a key by its number.",
      stoppedBy: "seccomp: `keyctl` is answered with EPERM.",
      script: `perl -MTry -e 'for my $operation ([1, "_ses"], [11, 1], [6, 1], [10, -4, "user", "name"]) { $_ = call("keyctl", @$operation, 0, 0); print "$_\\n"; print "won\\n" if $_ ne "EPERM" }'`,
      refusal: /^(EPERM\n){4}/m,
      onHost: true,
    },
    {
      tries: "Puts a key into a keyring and asks for one that the host's programs would fetch.",
      stoppedBy: "seccomp: `add_key` and `request_key` are answered with EPERM.",
      script: `perl -MTry -e 'print $_ = call("add_key", "none", "name", "x", 1, -2), "\\n"; print "won\\n" if $_ ne "EPERM"; print $_ = call("request_key", "none", "name", 0, -2), "\\n"; print "won\\n" if $_ ne "EPERM"'`,
      refusal: /^EPERM\nEPERM$/m,
      onHost: true,
    },
    {
      tries: "Lists the kernel's keys in `/proc/keys` and `/proc/key-users`.",
      stoppedBy: "User ids: the lists show the keys of the lab's own users.",
      script: `for file in /proc/keys /proc/key-users; do [[ -s $file ]] || true; lines=$(grep -c . $file 2>/dev/null); echo "$file \${lines:-0}"; done
        awk '{ print $1 }' /proc/key-users 2>/dev/null | grep -E '^ *0:' && [[ $(awk '{ print $2 }' /proc/self/uid_map) == 0 ]] && won; true`,
      refusal: /^\/proc\/keys 0$/m,
      onHost: true,
    },
  ],
};
