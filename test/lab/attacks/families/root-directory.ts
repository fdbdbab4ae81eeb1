/** Leaving the lab's root directory. */
import type { Family } from "../attempt.ts";

const nothingAbove =
  "Namespaces: the lab's root is the root of its mount namespace; there is no tree above or beside it";
const look = (folder: string) => `[[ -e ${folder}/$SECRET_FOLDER/mark-of-the-host ]] && won`;

export const rootDirectory: Family = {
  name: "Leaving the root directory",
  attempts: [
    {
      tries:
        "Goes into a nested root with `chroot`, keeping a descriptor of the old one, and climbs from there (`fchdir`, `..`).",
      stoppedBy: `${nothingAbove}.`,
      script: String.raw`mkdir nested
        perl -MTry -e 'opendir my $old, "."; chroot "nested" or die "chroot: $!";
          chdir $old or die "fchdir: $!";
          chdir ".." for 1..50; chroot "." or die; print "climbed\n"; print "won\n" if -e "$ENV{SECRET_FOLDER}/mark-of-the-host"'`,
      refusal: /^climbed$/m,
      onHost: true,
    },
    {
      tries: "Looks for a mark of the host through the root and the working folder of every process.",
      stoppedBy: "Namespaces: every process that it sees is the lab's own.",
      script: `for process in /proc/[0-9]*; do ${look("$process/root")}; ${look("$process/cwd/../../../..")}; echo looked; done`,
      refusal: /^looked$/m,
      onHost: true,
    },
    {
      tries: "Looks for a folder that leads out among the open files of every process.",
      stoppedBy: "Descriptors: processes in a lab start with their three standard streams and nothing else.",
      script: `for descriptor in /proc/[0-9]*/fd/*; do [[ -d $descriptor ]] || continue; ${look("$descriptor/../../../../..")}; done; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host has no such descriptor either",
    },
    {
      tries: "Swaps the root with `pivot_root` and unmounts the old one, to see what was beneath it.",
      stoppedBy: `${nothingAbove}.`,
      script: `mount -t tmpfs none /mnt && mkdir -p /mnt/old /mnt/usr && mount --rbind /usr /mnt/usr && cd /mnt &&
          pivot_root . old && echo pivoted
        for path in /usr/bin /usr/lib; do /usr/bin/ln -s $path /\${path##*/}; done
        /usr/bin/ln -s usr/lib64 /lib64
        /usr/bin/umount --lazy /old; /usr/bin/ls -A /old /old/.. /../..; [[ -e /$SECRET_FOLDER/mark-of-the-host || -e /../$SECRET_FOLDER/mark-of-the-host ]] && won; echo looked`,
      refusal: /looked$/m,
      onHost: "what is beneath a host's root is not its files",
    },
    {
      tries: "Unmounts all that can be unmounted, `/proc` and `/` too, and looks beneath.",
      stoppedBy: "Mounts: beneath are empty folders of the engine's own template.",
      script: `for path in /sys /run /root /etc /var /dev/shm /dev/pts /srv /home /opt /mnt; do
          while umount --lazy $path; do echo "unmounted $path"; done 2>/dev/null
        done
        umount --lazy / && echo "unmounted /"
        found=$(find /sys /run /root /etc /home /opt /mnt -mindepth 1 -not -path '/etc/*' 2>/dev/null | head -3)
        [[ -n $found ]] && won "$found"; ls -A /etc; [[ -e /etc/passwd && $(stat -f -c %T /etc) != tmpfs ]] && won; ${look("")}; echo looked`,
      refusal: /^unmounted \/etc\n[\s\S]*^looked$/m,
      onHost: "a host keeps its files beneath nothing",
    },
    {
      tries: "Joins the namespaces of process 1.",
      stoppedBy: "Namespaces: process 1 is the lab's own first process.",
      script: `nsenter --target $FIRST --mount --net --pid --uts --ipc bash -c 'hostname; [[ -e $SECRET_FOLDER/mark-of-the-host ]] && echo won'`,
      refusal: /^node1$/m,
      onHost: true,
    },
    {
      tries: "Moves a folder out of a bind mount while it stands in it, and climbs (CVE-2015-2925).",
      stoppedBy: `${nothingAbove}.`,
      script: String.raw`mkdir -p a/b/c out; mount --bind a/b /mnt
        perl -e 'chdir "/mnt/c" or die; rename "$ENV{PWD}/a/b/c", "$ENV{PWD}/out/c" or die "rename: $!"; chdir ".." for 1..50; print "climbed\n"; print "won\n" if -e ".$ENV{SECRET_FOLDER}/mark-of-the-host"'`,
      refusal: /^climbed$/m,
      onHost: "the kernel stops it there too",
    },
    {
      tries:
        "Follows links that the kernel makes (`/proc/self/exe`, `/proc/self/map_files`) to a place outside.",
      stoppedBy: "Namespaces: they lead to files of the lab's own mounts.",
      script: `for link in /proc/self/exe /proc/1/exe /proc/self/map_files/*; do readlink $link; ${look("$link/../../..")}; done | sort -u | head -20; echo looked`,
      refusal: /^looked$/m,
      onHost: "they are files, and do not lead on",
    },
  ],
};
