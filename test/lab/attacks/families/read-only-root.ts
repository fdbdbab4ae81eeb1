/** Writing to `/` and `/usr`, which are the host's files. */
import type { Attempt, Family } from "../attempt.ts";

const locked =
  "Mounts: `/` and `/usr` were read-only before the lab's user namespace existed, which locks them";
/** On a host `/usr` can be written; what shows is that the file is there, and it goes again. */
const touch = `for folder in / /usr /usr/bin /usr/lib; do
  if touch $folder/shelldeck-attack 2>/dev/null; then won "wrote to $folder"; rm -f $folder/shelldeck-attack; else echo "refused $folder"; fi
done`;
const onHost = "the tests do not write to the host's /usr";

function afterwards(tries: string, script: string, stoppedBy = `${locked}.`): Attempt {
  return { tries, stoppedBy, script: `${script}\n${touch}`, refusal: /^refused \/usr$/m, onHost };
}

const nested = "unshare --user --map-root-user --mount";

export const readOnlyRoot: Family = {
  name: "The read-only root",
  attempts: [
    afterwards(
      "Remounts `/` and `/usr` writable, their file system and their mounts.",
      "for path in / /usr; do mount -o remount,rw $path && echo remounted; mount -o remount,bind,rw $path && echo remounted; done",
    ),
    afterwards(
      "Does the same in the mount namespace of the lab's first process.",
      "for path in / /usr; do nsenter --target 1 --mount mount -o remount,bind,rw $path && echo remounted; done",
    ),
    {
      tries: "Does the same in a nested user and mount namespace.",
      stoppedBy: `${locked}.`,
      script: `${nested} bash -c 'for path in / /usr; do mount -o remount,bind,rw $path && echo remounted; done
        touch /usr/shelldeck-attack && echo won; rm -f /usr/shelldeck-attack'`,
      refusal: /touch: .*Read-only file system/,
      onHost,
    },
    {
      tries: "Binds `/usr` elsewhere and remounts the copy writable.",
      stoppedBy: `${locked}; a copy keeps the lock.`,
      script:
        "mount --rbind /usr /mnt; mount -o remount,bind,rw /mnt; touch /mnt/shelldeck-attack && won; rm -f /mnt/shelldeck-attack",
      refusal: /touch: .*Read-only file system/,
      onHost,
    },
    {
      tries: "Takes the read-only attribute off with `mount_setattr`, of one mount and of the whole tree.",
      stoppedBy: `${locked}.`,
      script: String.raw`perl -MTry -e 'for my $path ("/", "/usr") { for my $flags (0, 0x8000) {
          my $attributes = pack("Q4", 0, 1, 0, 0);
          print call("mount_setattr", -100, $path, $flags, $attributes, 32), "\n" } }'
        ${touch}`,
      refusal: /^EPERM\n[\s\S]*refused \/usr$/m,
      onHost,
    },
    {
      tries: "Clones the tree with `open_tree`, takes the attribute off the clone, and mounts that.",
      stoppedBy: `${locked}; a clone keeps the lock.`,
      script: String.raw`perl -MTry -e 'print call("open_tree", -100, "/usr", 0x8001), "\n"; my $tree = result();
          my $attributes = pack("Q4", 0, 1, 0, 0);
          print call("mount_setattr", $tree, "", 0x9000, $attributes, 32), "\n";
          print call("move_mount", $tree, "", -100, "/mnt", 4), "\n"'
        touch /mnt/shelldeck-attack && won; rm -f /mnt/shelldeck-attack; echo tried`,
      refusal: /(EPERM|EINVAL)[\s\S]*(touch: .*(Read-only|Permission denied)|tried)/,
      onHost,
    },
    {
      tries: "Reconfigures the file system itself with `fspick` and `fsconfig`.",
      stoppedBy: "The kernel: the file system belongs to the host's user namespace.",
      script: String.raw`perl -MTry -e 'print call("fspick", -100, "/usr", 0), "\n"; my $context = result();
          print call("fsconfig", $context, 0, "rw", 0, 0), "\n"; print call("fsconfig", $context, 7, 0, 0, 0), "\n"'
        ${touch}`,
      refusal: /EPERM[\s\S]*refused \/usr$/m,
      onHost,
    },
    afterwards(
      "Unmounts `/usr` to get at what is beneath, plainly and lazily.",
      "umount /usr && won unmounted; umount --lazy /usr && won unmounted",
    ),
    {
      tries: "Unmounts `/usr` in a nested user namespace.",
      stoppedBy: `${locked}.`,
      script: `${nested} bash -c 'umount --lazy /usr && echo won; umount --lazy / && echo won; ls /usr/bin/bash'`,
      refusal: /umount: .*\n[\s\S]*\/usr\/bin\/bash/,
      onHost: "a host's root may unmount",
    },
    {
      tries: "Opens a program of `/usr` for writing through the descriptor of a reader, by `/proc/self/fd`.",
      stoppedBy: "Mounts and user ids: the mount is read-only and the file is not the lab's.",
      script:
        "exec 3</usr/bin/true; if { : >>/proc/self/fd/3; } 2>/dev/null; then won; else echo refused; fi",
      refusal: /^refused$/m,
      onHost: true,
    },
    {
      tries: "Maps a program of `/usr` into its memory and writes there through `/proc/self/mem`.",
      stoppedBy: "The kernel: such a write changes the process's own copy of the page.",
      script: String.raw`before=$(sha256sum </usr/bin/true)
        perl -MTry -e 'open my $program, "<", "/usr/bin/true";
          my $page = syscall($number{mmap}, 0, 4096, 1, 2, fileno $program, 0);
          open my $memory, "+<", "/proc/self/mem" or die "memory: $!"; sysseek $memory, $page, 0; print "wrote ", syswrite($memory, "X" x 64) // "nothing", "\n"'
        [[ $(sha256sum </usr/bin/true) == "$before" ]] && echo unchanged || won`,
      refusal: /^wrote \w+\nunchanged$/m,
      onHost: "the kernel stops it there too",
    },
    {
      tries:
        "Makes a file without a name in `/usr` and links it, and changes owners, modes, times and attributes of what is there.",
      stoppedBy: "Mounts and user ids: the mount is read-only and the files are not the lab's.",
      script: String.raw`perl -e 'sysopen my $file, "/usr", 020200000 | 2, 0600 and print "won\n"'
        chmod 777 /usr/bin/true && won; chown 0 /usr/bin/true && won; touch -d @1 /usr/bin/true && won
        ln /usr/bin/true /usr/bin/shelldeck-attack && won; mv /usr/bin/true /usr/bin/shelldeck-attack && won; rm /usr/bin/true && won; true`,
      refusal: /chmod: .*(Read-only|not permitted)[\s\S]*rm: .*Read-only/,
      onHost,
    },
    {
      tries: "Takes a lease on a program of the host, which would hold up everybody who writes to it.",
      stoppedBy: "User ids: a lease is for the owner of the file.",
      script: String.raw`perl -MErrno -e 'open my $file, "<", "/usr/bin/true"; print fcntl($file, 1024, 0) ? "won" : "refused", "\n"'`,
      refusal: /^refused$/m,
      onHost: true,
    },
    {
      tries: "Trims the free space of the host's disk (`FITRIM`).",
      stoppedBy: "The kernel: it needs the host's CAP_SYS_ADMIN.",
      script: String.raw`perl -MTry -e 'open my $folder, "<", "/usr/bin/true"; $_ = call("ioctl", fileno $folder, 0xc0185879, pack("Q3", 0, 0, 0)); print; print "\nwon" if $_ ne "EPERM"'`,
      refusal: /^EPERM$/m,
      onHost: "it would touch the disk",
    },
    {
      tries: "Lays a writable overlay over `/usr`, and writes.",
      stoppedBy: "It is allowed, and shows in the lab alone: the layer that is written is the lab's memory.",
      script: `mkdir upper work; mount -t overlay -o lowerdir=/usr,upperdir=$PWD/upper,workdir=$PWD/work none /mnt
        echo written >/mnt/shelldeck-attack; umount /mnt 2>/dev/null; [[ -e /usr/shelldeck-attack ]] && won; echo tried`,
      refusal: /^tried$/m,
      onHost: "a host allows the same",
    },
  ],
};
