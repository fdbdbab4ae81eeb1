/** Typing into, reading and forging the terminals of others. */
import type { Family } from "../attempt.ts";

export const terminals: Family = {
  name: "Terminals",
  attempts: [
    {
      tries:
        "Types into its terminal as if the keyboard had (TIOCSTI), plainly and with noise in the upper half of the request.",
      stoppedBy: "seccomp: the request is refused.",
      script: String.raw`perl -MTry -e 'my $terminal = terminal();
        for my $request (0x5412, 2**32 + 0x5412) { $_ = call("ioctl", fileno $terminal, $request, "x"); print "$_\n"; print "won\n" if $_ ne "EPERM" }'`,
      refusal: /^EPERM\nEPERM$/m,
      onHost: "not every kernel allows it",
    },
    {
      tries: "Pastes into a virtual console (TIOCLINUX).",
      stoppedBy: "seccomp: the request is refused.",
      script: String.raw`perl -MTry -e 'my $terminal = terminal(); $_ = call("ioctl", fileno $terminal, 0x541c, "\6"); print "$_\n"; print "won\n" if $_ ne "EPERM"'`,
      refusal: /^EPERM$/m,
      onHost: true,
    },
    {
      tries: "Makes its terminal the machine's console (TIOCCONS).",
      stoppedBy: "The kernel: it needs the host's CAP_SYS_ADMIN.",
      script: String.raw`perl -MTry -e 'my $terminal = terminal(); $_ = call("ioctl", fileno $terminal, 0x541d, 0); print "$_\n"; print "won\n" if $_ ne "EPERM"'`,
      refusal: /^EPERM$/m,
      onHost: "it would turn the console's output aside",
    },
    {
      tries: "Looks for terminals of the host and of other labs in `/dev/pts`, also by mounting it anew.",
      stoppedBy: "Mounts: each lab has a terminals' folder of its own, and each new mount is another.",
      script: `ls /dev/pts; mount -t devpts none /mnt 2>&1; ls /mnt
        for terminal in /dev/pts/[0-9]* /mnt/[0-9]*; do [[ -c $terminal ]] || continue; owner=$(stat -c %U $terminal); [[ $owner == nobody ]] && won $terminal; done; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host's root may see none",
    },
    {
      tries: "Reads, as another user of the lab, the nonces by which the server knows a shell's marks.",
      stoppedBy:
        "Files: they are root's, mode 600 in a folder of mode 700; to the lab's root they are no secret.",
      script: `umask 077; mkdir -p /run/shelldeck; echo 5ec2e7 >/run/shelldeck/tty-attack; umask 022
        setpriv --reuid 1000 --regid 1000 --clear-groups bash -c 'cat /run/shelldeck/tty-* && echo won'; rm /run/shelldeck/tty-attack`,
      refusal: /Permission denied/,
      onHost: "it is the lab's root who is the attacked",
    },
    {
      tries: "Looks for a nonce in the environment and the command line of every process.",
      stoppedBy: "The engine: a shell gets it by a file, and forgets it before the first prompt.",
      script: `cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -aE 'NONC[E]=' && won; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host's shell has none",
    },
  ],
};
