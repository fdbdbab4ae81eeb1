/** Getting more rights by user namespaces, user ids and programs that give some. */
import type { Family } from "../attempt.ts";

const nested = "unshare --user --map-root-user --mount --pid --net --ipc --uts --cgroup --fork --mount-proc";

export const userNamespaces: Family = {
  name: "User namespaces and user ids",
  attempts: [
    {
      tries: "Looks at its own user ids from outside.",
      stoppedBy:
        "User ids: root in the lab is a number that nobody has on the host, and the lab's range does not reach below it.",
      script: `read -r inside outside count </proc/self/uid_map; echo "map $inside $outside $count"; ((outside == 0)) && won; true`,
      refusal: /^map 0 [1-9]\d* \d+$/m,
      onHost: true,
    },
    {
      tries: "Maps root of a nested namespace to an id that is not in the lab's range.",
      stoppedBy: "The kernel: the ids of a nested namespace come from those of the one around it.",
      script: String.raw`perl -MTry -e 'pipe my $ready, my $done; my $child = fork;
          if (!$child) { syscall($number{unshare}, 0x10000000); syswrite $done, "x"; sleep 5; exit }
          sysread $ready, my $byte, 1;
          for my $map ("0 4000000000 1\n", "0 65536 1\n", "0 2147483647 1\n") {
            open my $file, ">", "/proc/$child/uid_map" or die "uid_map: $!"; print syswrite($file, $map) ? "won" : error(), "\n" }
          kill 9, $child'`,
      refusal: /^EPERM$/m,
      onHost: true,
    },
    {
      tries: "Has `newuidmap`, which is setuid root on the host, map the host's root.",
      stoppedBy: "no_new_privs and `nosuid`: the program runs as the lab's root, who has no such right.",
      script: `unshare --user sleep 5 & sleep 0.2; for tool in newuidmap newgidmap; do $tool $! 0 4000000000 1 && won; echo "$tool ended with $?"; done; kill $!`,
      refusal: /^newuidmap ended with [1-9]/m,
      onHost: "a host's root is refused too, or not",
    },
    {
      tries: "Runs every setuid program of `/usr` as another user and looks who it is.",
      stoppedBy: "no_new_privs and `nosuid`: the bit counts for nothing.",
      script: `cp /usr/bin/id id; chmod 4755 id
        find /usr/bin /usr/sbin -perm -4000 -type f 2>/dev/null | wc -l
        setpriv --reuid 1000 --regid 1000 --clear-groups ./id -u | grep -qx 0 && won
        setpriv --reuid 1000 --regid 1000 --clear-groups ./id -u`,
      refusal: /^1000$/m,
      onHost: true,
    },
    {
      tries: "Gives a program capabilities in its file and runs it as another user.",
      stoppedBy: "no_new_privs: what is in the file counts for nothing.",
      script: `cp /usr/bin/cat cat; setcap cap_dac_override=eip cat 2>/dev/null
        install -m 600 /dev/null secret; echo text >secret
        setpriv --reuid 1000 --regid 1000 --clear-groups ./cat secret | grep -q text && won; echo tried`,
      refusal: /^tried$/m,
      onHost: "not every host has setcap",
    },
    {
      tries:
        "Makes a nested user namespace, has every capability in it, and mounts a disk, sets a switch, loads a module, opens a device.",
      stoppedBy: "Namespaces: those capabilities count in the nested namespace alone.",
      script: `${nested} bash -c '
        [[ $(sed -n "s/^CapEff:\\t//p" /proc/self/status) =~ 1.ff ]] && echo "every capability"
        mount -t ext4 /dev/vda /mnt && echo won; mount -t devtmpfs none /mnt && echo won
        { : >>/proc/sys/kernel/core_pattern; } 2>/dev/null && echo won
        mknod device c 1 11 && { : <device; } && echo won
        perl -MTry -e "print call(q(init_module), 0, 0, 0)"'`,
      refusal: /^every capability[\s\S]*EPERM$/m,
      onHost: "a host's root is stopped by the nested namespace too",
    },
    {
      tries: "Raises the limits on nested namespaces and inotify of its own user namespace.",
      stoppedBy: "Capabilities: root in the lab has no CAP_SYS_RESOURCE.",
      script: `for file in /proc/sys/user/*; do
          if { echo 1000000 >$file; } 2>/dev/null; then won "$file"; else echo "refused $file"; fi
        done`,
      refusal: /^refused \/proc\/sys\/user\/max_user_namespaces$/m,
      onHost: "it would raise the host's",
    },
    {
      tries:
        "Raises the same limits in a nested user namespace, and then makes as many namespaces as it likes.",
      stoppedBy: "The kernel: a limit of an outer namespace holds for all within it.",
      script: String.raw`echo "limit $(</proc/sys/user/max_time_namespaces)"
        unshare --user --map-root-user bash -c '{ echo 1000000 >/proc/sys/user/max_time_namespaces; } 2>/dev/null; echo "set to $(</proc/sys/user/max_time_namespaces)"
          perl -MTry -e "for (1..500) { last unless call(q(unshare), 0x80) eq q(ok); \$made++; fork and do { wait; exit } } print qq(made \$made\n); print qq(won\n) if \$made >= 500"'`,
      refusal: /^limit \d+\n[\s\S]*^made \d+$/m,
      onHost: "a host's limit is high",
    },
    {
      tries:
        "Nests user namespaces as deep as they go, and asks for the one above the lab's (`NS_GET_PARENT`, `NS_GET_USERNS`).",
      stoppedBy: "The kernel: it does not show a namespace that is not within the asker's.",
      script: String.raw`perl -MTry -e 'for my $name (qw(user net pid mnt)) {
          open my $handle, "<", "/proc/1/ns/$name" or next;
          for my $request ($name eq "pid" || $name eq "user" ? 0xb702 : (), $name eq "user" ? 0xb701 : ()) {
            print "$name ", $_ = call("ioctl", fileno $handle, $request, 0), "\n"; print "won\n" if $_ eq "ok" } }
          my $deep = 0; while (fork == 0) { syscall($number{unshare}, 0x10000000) == 0 or last; $deep++ } wait; print "deep $deep\n"' | sort -u`,
      refusal: /^pid EPERM$[\s\S]*^user EPERM$/m,
      onHost: "there is none above a host's",
    },
    {
      tries: "Drops a group that is barred from a file, to read it as one of the others (`setgroups`).",
      stoppedBy: "User ids: no file of the host that is not for everybody is in sight.",
      script: `setpriv --clear-groups --regid 999 bash -c 'find /usr/bin /usr/sbin /etc /var /dev /run -type f -perm /o+r -not -perm /g+r 2>/dev/null | grep -v "^/tmp" | head -3 | grep . && echo won; echo looked'`,
      refusal: /^looked$/m,
      onHost: "a host need not have such a file",
    },
    {
      tries: "Takes more capabilities: asks for all of them, as itself and in a program it starts.",
      stoppedBy:
        "Capabilities: the bounding set is without CAP_SYS_MODULE, CAP_SYS_RAWIO, CAP_MKNOD, CAP_SYS_TIME, CAP_SYS_RESOURCE, CAP_SYSLOG, CAP_BPF and others, for ever.",
      script: `bounding=$((16#$(sed -n 's/^CapBnd:\\t//p' /proc/self/status)))
        for bit in 16 17 22 24 25 27 29 30 34 36 37 38 39 40; do ((bounding >> bit & 1)) && won "capability $bit"; done
        setpriv --inh-caps +all --bounding-set +all true && won; echo looked`,
      refusal: /^looked$/m,
      onHost: true,
    },
  ],
};
