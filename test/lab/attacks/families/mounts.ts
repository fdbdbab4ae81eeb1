/** Mounts that would bring the host's files, or the kernel's own file systems, into the lab. */
import type { Attempt, Family } from "../attempt.ts";

function fileSystem(type: string, what: string, onHost: Attempt["onHost"] = true, source = "none"): Attempt {
  return {
    tries: `Mounts ${type}, ${what}.`,
    stoppedBy: "The kernel: this file system cannot be mounted from a user namespace.",
    script: `mount -t ${type} ${source} /mnt && won; grep -qE '\\b${type}$' /proc/filesystems || echo "unknown filesystem type"`,
    refusal:
      /permission denied|must be superuser|unknown filesystem type|special device|not a block device|wrong fs type/,
    onHost,
  };
}

const notEverywhere = "not every kernel has this file system";
/** The mark is in a folder of the host's temporary files. */
const look = `[[ -e /mnt$SECRET_FOLDER/mark-of-the-host ]] && won; ls -A /mnt/home /mnt/opt 2>/dev/null`;

export const mountsOfTheHost: Family = {
  name: "Mounts of the host's files",
  attempts: [
    {
      tries: "Binds a folder of the host by its path.",
      stoppedBy: "Mounts: the path does not exist in the lab's tree, and there is no other tree in reach.",
      script: `mount --bind "$SECRET_FOLDER" /mnt && [[ -e /mnt/mark-of-the-host ]] && won`,
      refusal: /special device .* does not exist/,
      onHost: true,
    },
    {
      tries: "Binds the root of process 1, with everything beneath it.",
      stoppedBy: "Namespaces: process 1 is the lab's own first process, and its root is the lab's.",
      script: `mount --rbind /proc/$FIRST/root /mnt && echo bound; ${look}`,
      refusal: /^bound$/m,
      onHost: true,
    },
    {
      tries: "Clones the tree of process 1 with `open_tree` and mounts the clone with `move_mount`.",
      stoppedBy: "Namespaces: the tree is the lab's own.",
      script: `perl -MTry -e 'print call("open_tree", -100, "/proc/$ENV{FIRST}/root", 0x8001), "\\n";
          print call("move_mount", result(), "", -100, "/mnt", 4), "\\n"'; ${look}`,
      refusal: /^(ok|EPERM|EINVAL)$/m,
      onHost: "the kernel clones no tree of another mount namespace",
    },
    {
      tries: "Lays an overlay over the root of process 1, to write to it.",
      stoppedBy:
        "Namespaces: the lower layer is the lab's own root; what is written goes to the lab's memory.",
      script: `mkdir upper work; mount -t overlay -o lowerdir=/proc/$FIRST/root,upperdir=$PWD/upper,workdir=$PWD/work none /mnt && echo mounted; ${look}`,
      refusal: /mounted|wrong fs type|permission denied|denied/,
      onHost: "layers of an overlay must not overlap",
    },
    {
      tries: "Asks the kernel for every other mount namespace, one after the other (`NS_MNT_GET_NEXT`).",
      stoppedBy: "The kernel: it shows those alone whose user namespace gives the asker CAP_SYS_ADMIN.",
      script: String.raw`perl -MTry -e 'sub look { my ($handle, $request) = @_; my $seen = 0;
          while ($seen < 1000) {
            my $next = syscall($number{ioctl}, fileno $handle, $request, my $info = pack("LLQ", 16, 0, 0));
            last if $next < 0;
            $seen++; open $handle, "<&=", $next;
            if (!fork) { syscall($number{setns}, fileno $handle, 0) == 0 and -e "$ENV{SECRET_FOLDER}/mark-of-the-host" and print "won\n"; exit }
            wait;
          }
          $seen }
        for my $request (0x8010b70b, 0x8010b70c) { open my $own, "<", "/proc/self/ns/mnt"; print "looked at ", look($own, $request), "\n" }'`,
      refusal: /^looked at \d+\nlooked at \d+$/m,
      onHost: notEverywhere,
    },
    fileSystem("ext4", "the host's disk", "the disk's name is not the same on every machine", "/dev/vda"),
    fileSystem("devtmpfs", "all devices of the machine"),
    fileSystem("debugfs", "the insides of the kernel's drivers", notEverywhere),
    fileSystem("tracefs", "the kernel's tracing", notEverywhere),
    fileSystem("securityfs", "the switches of security modules", notEverywhere),
    fileSystem("configfs", "the making of kernel objects", notEverywhere),
    fileSystem("pstore", "what the last crash left", notEverywhere),
    fileSystem("efivarfs", "the firmware's variables", notEverywhere),
    fileSystem("hugetlbfs", "memory in large pages, which file systems' limits do not count", notEverywhere),
    fileSystem("nfs", "a file server", notEverywhere, "127.0.0.1:/"),
    fileSystem("9p", "a virtual machine's shared folder", notEverywhere, "host"),
    fileSystem("virtiofs", "a virtual machine's shared folder", notEverywhere, "host"),
    {
      tries: "Makes the same mounts by `fsopen`, `fsconfig` and `fsmount`.",
      stoppedBy: "The kernel: the newer calls ask for the same rights.",
      script: String.raw`perl -MTry -e 'for my $type (qw(ext4 devtmpfs debugfs tracefs securityfs)) {
          my $error = call("fsopen", $type, 0);
          print "$type $error\n"; next if $error ne "ok";
          my $context = result();
          call("fsconfig", $context, 1, "source", "/dev/vda", 0) if $type eq "ext4";
          $error = call("fsconfig", $context, 6, 0, 0, 0);
          print "$type $error\n"; print "won $type\n" if $error eq "ok";
        }'`,
      refusal: /^devtmpfs EPERM$/m,
      onHost: true,
    },
    {
      tries:
        "Mounts cgroup version 1 and names a program for the kernel to run as the host's root (`release_agent`, CVE-2022-0492).",
      stoppedBy:
        "User ids and the kernel: the file belongs to the host's root, and writing it needs the host's CAP_SYS_ADMIN.",
      script: `for controller in cpu cpuset devices freezer blkio memory pids name=systemd none,name=attack; do
          mount -t cgroup -o $controller none /mnt || continue
          ls /mnt >/dev/null; { : >>/mnt/release_agent; } && won; mkdir /mnt/attack && won && rmdir /mnt/attack; umount /mnt
        done; echo tried`,
      refusal: /(Permission denied|permission denied|wrong fs type|unknown filesystem)[\s\S]*^tried$/m,
      onHost: "a host may have no version 1",
    },
    {
      tries:
        "Mounts cgroup version 2, looks for the cgroups of the host and of other labs in it, and makes one.",
      stoppedBy:
        "Namespaces and user ids: the tree begins at the lab's own cgroup, where there is one, and belongs to the host's root.",
      script: `mount -t cgroup2 none /mnt && echo mounted
        [[ $HAS_CGROUPS ]] && find /mnt -mindepth 1 -type d | grep . && won; mkdir /mnt/attack && won && rmdir /mnt/attack
        for file in /mnt/cgroup.procs /mnt/memory.max /mnt/pids.max; do { : >>$file; } 2>/dev/null && won $file; done; true`,
      refusal: /^mounted\n[\s\S]*(Permission denied|not permitted|Read-only)/m,
      onHost: notEverywhere,
    },
    {
      tries: "Registers a program format by mounting binfmt_misc, and looks whether the host has got it.",
      stoppedBy: "Namespaces: where the kernel lets it, the registry is the lab's user namespace's own.",
      script: `if mount -t binfmt_misc none /mnt; then echo ':shelldeck-attack:E::attack::/bin/false:' >/mnt/register; ls /mnt; fi`,
      refusal: /permission denied|must be superuser|unknown filesystem type|shelldeck-attack|register/,
      onHost: "it would register the format; the host's registry is looked at after the attempts",
    },
    {
      tries: "Mounts the file system of pinned bpf objects and looks for the host's.",
      stoppedBy:
        "The kernel: each user namespace gets an empty one of its own, and seccomp refuses what could fill it.",
      script: `mount -t bpf none /mnt && echo mounted; find /mnt -mindepth 1 | grep . && won; true`,
      refusal: /^mounted$|permission denied|unknown filesystem/m,
      onHost: "a host's may be empty",
    },
  ],
};
