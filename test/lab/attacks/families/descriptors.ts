/** Open files that a process of the lab could have inherited. */
import type { Family } from "../attempt.ts";

const closed =
  "Descriptors: the engine closes all but the standard streams before it starts crun, and crun passes on no others";

export const descriptors: Family = {
  name: "Inherited descriptors",
  attempts: [
    {
      tries: "Lists the open files of the lab's first process.",
      stoppedBy: `${closed}.`,
      script: `ls /proc/1/fd >list; echo first $(<list); [[ $(tr '\\n' ' ' <list) == '0 1 2 ' ]] || won; for file in /proc/1/fd/*; do readlink $file; done`,
      refusal: /^first 0 1 2$/m,
      onHost: true,
    },
    {
      tries: "Opens again what the first process has open, to read what the server writes to it.",
      stoppedBy: "The kernel: its streams are sockets, which cannot be opened by a path.",
      script: `for file in /proc/1/fd/*; do [[ $(readlink $file) == /dev/null ]] && continue; { : <$file; } && won $(readlink $file); done; true`,
      refusal: /No such device or address/,
      onHost: "a host's first process has others",
    },
    {
      tries: "Looks for a socket, a device or a folder of the server among the open files of every process.",
      stoppedBy: `${closed}.`,
      script: `for process in /proc/[0-9]*; do
          for file in $process/fd/*; do
            path=$(readlink $file) || continue
            case $path in /dev/ptmx | *vfio* | *kvm | anon_inode:*bpf* | /run/shelldeck/* | */engines/*) won "$path" ;; esac
            [[ \${file##*/} -gt 2 && $path == /*node_modules* ]] && won "$path"
          done
        done; echo looked`,
      refusal: /^looked$/m,
      onHost: "it depends on what runs there",
    },
    {
      tries: "Takes a descriptor of the first process with `pidfd_getfd`.",
      stoppedBy: "seccomp: the call is answered with EPERM.",
      script: `perl -MTry -e 'call("pidfd_open", $ENV{FIRST} + 0, 0); $_ = call("pidfd_getfd", result(), 0, 0); print; print "\\nwon" if $_ ne "EPERM"'`,
      refusal: /^EPERM$/m,
      onHost: true,
    },
  ],
};
