/** Attempts to use up what the machine has, so that others have none. */

export interface Exhaustion {
  /** What is used up, as a word. */
  what: string;
  /** A sentence: what root in the lab does. */
  tries: string;
  /** A sentence: what bounds it. */
  stoppedBy: string;
  /** Bash that takes all it can, says `holding`, and keeps it until its input closes. */
  script: string;
  /** Stands in what the script says: that it came to the bound. */
  bound: RegExp;
  /** Bash that says `fine` when it still gets some of the same, in another lab. */
  neighbour?: string;
  /** Whether the host must still get some too, by the same script. */
  alsoOnHost?: boolean;
  /** Whether cgroups bound it, which an ordinary user may not have. */
  byCgroups?: boolean;
}

/** Perl that takes with \`take\` until it fails, says how much it was and why it ended, and holds it. */
const hold = `print "holding\\n"; my $end = <STDIN>;`;

/** The same perl in many processes at once. */
const byMany = (processes: number, perl: string) => `perl -MTry -e '
  for (1..${processes}) { my $child = fork // last; push @children, $child; if (!$child) { ${perl} sleep 1000; exit } }
  sleep 1; ${hold} kill 9, grep { $_ } @children'`;

export const exhaustions: readonly Exhaustion[] = [
  {
    what: "processes",
    tries: "Starts processes until it gets no more, each under a user id of its own.",
    stoppedBy: "The lab's processes are counted together, whoever they belong to: 512 in a node.",
    script: `perl -MTry -e 'my $count = 0; while ($count < 3000) { my $child = fork; last unless defined $child; if (!$child) { $> = $< = 1000 + $count; sleep 1000; exit } $count++ }
      print "$count ", error(), "\\n"; ${hold} kill 9, -1'`,
    bound: /^(4\d\d|50\d|51[0-2]) EAGAIN$/m,
    neighbour: "for n in {1..50}; do sleep 0.01 & done; wait; echo fine",
  },
  {
    what: "processes, without end",
    byCgroups: true,
    tries: "Starts processes that start processes, for ever.",
    stoppedBy: "The same limit, and the node's share of the processor.",
    script: `bomb() { bomb | bomb & }; { bomb; } 2>/dev/null; echo holding; read -r _`,
    bound: /^holding$/m,
    neighbour: "for n in {1..50}; do sleep 0.01 & done; wait; echo fine",
  },
  {
    what: "the processor",
    byCgroups: true,
    tries: "Computes in 32 processes at once.",
    stoppedBy: "A node has a share of the processor, and no more.",
    script: `for n in {1..32}; do perl -e '1 while 1' & done; echo holding; read -r _; kill $(jobs -p)`,
    bound: /^holding$/m,
  },
  {
    what: "memory",
    byCgroups: true,
    tries: "Fills memory in several processes.",
    stoppedBy:
      "A node's memory is counted together: the kernel ends what takes more than 384 MiB, in that node.",
    script: `for n in {1..3}; do perl -e '$_ .= "x" x 1e6 while length() < 2e9'; echo "ended with $?"; done; echo holding; read -r _`,
    bound: /^ended with (137|9)$/m,
    neighbour: `perl -e '$_ = "x" x 5e7; print "fine\\n"'`,
  },
  {
    what: "memory in file systems",
    byCgroups: true,
    tries: "Mounts a file system in memory of its own, of any size, and fills it.",
    stoppedBy:
      "Files in memory count as the node's memory, wherever they are mounted: the kernel ends the node's processes until it fits, and the lab with them.",
    script: `mount -t tmpfs -o size=4g none /mnt
      head -c 2G /dev/zero >/mnt/file; stat -c 'wrote %s' /mnt/file; echo holding; read -r _`,
    bound: /^(?![\s\S]*wrote 2147483648)/,
    neighbour: "head -c 20M /dev/zero >/tmp/file && rm /tmp/file && echo fine",
  },
  {
    what: "shared memory",
    byCgroups: true,
    tries: "Makes shared memory (System V) and writes to it, a megabyte at a time.",
    stoppedBy: "Shared memory counts as the node's memory.",
    script: `perl -e 'my $id = shmget(0, 2e9, 01600); for my $n (0..1999) { shmwrite($id, "x" x 1e6, $n * 1e6, 1e6) or last } print "wro", "te all\n"; shmctl($id, 0, 0)'; echo holding; read -r _`,
    bound: /^(?![\s\S]*wrote all)/,
    neighbour: "head -c 20M /dev/zero >/tmp/file && rm /tmp/file && echo fine",
  },
  {
    what: "disk",
    tries: "Fills every place that it can write to.",
    stoppedBy: "Each has a size, and none is on the host's disk.",
    script: `for place in /tmp /var /run /root /etc /dev/shm /dev; do head -c 1G /dev/zero >$place/fill; echo "$place holds $(stat -c %s $place/fill)"; done
      for place in /tmp /var /run /root /etc /dev/shm; do rm -f $place/fill; done; echo holding; read -r _`,
    bound: /No space left on device[\s\S]*^\/tmp holds \d{6,9}$/m,
    neighbour: "head -c 20M /dev/zero >/tmp/file && rm /tmp/file && echo fine",
  },
  {
    what: "files",
    tries: "Makes empty files until it gets no more.",
    stoppedBy: "Each place has a number of files.",
    script: `perl -MTry -e 'for my $place ("/tmp", "/var", "/run") { my $count = 0; $count++ while $count < 200000 && open(my $file, ">", "$place/file$count"); print "$place $count ", error(), "\\n"; unlink "$place/file$_" for 0..$count }
      ${hold}'`,
    bound: /^\/tmp \d{3,5} ENOSPC$/m,
    neighbour: "touch /tmp/{1..500} && rm /tmp/[0-9]* && echo fine",
  },
  {
    what: "open files",
    tries: "Opens files in 60 processes until each gets no more.",
    stoppedBy: "A process has 4096, and cannot raise that.",
    script: byMany(
      60,
      `my @files; my $count = 0; while ($count < 20000) { open my $file, "<", "/dev/null" or last; push @files, $file; $count++ } if (!-e "/tmp/said") { open my $said, ">", "/tmp/said"; print STDOUT "$count ", error(), "\\n" }`,
    ).replace("perl -MTry", "ulimit -n $(ulimit -Hn); ulimit -Hn 100000 && echo raised; perl -MTry"),
    bound: /^40\d\d EMFILE$/m,
    neighbour: "for n in {1..200}; do exec {file}</dev/null || exit; done; echo fine",
    alsoOnHost: true,
  },
  {
    what: "namespaces",
    tries: "Makes nested namespaces of every kind until it gets no more.",
    stoppedBy: "The lab as a whole has 64 of each kind (`user.max_*_namespaces`).",
    script: `for kind in user uts ipc net mnt pid cgroup; do
        case $kind in user) flag=0x10000000 ;; uts) flag=0x4000000 ;; ipc) flag=0x8000000 ;; net) flag=0x40000000 ;; mnt) flag=0x20000 ;; pid) flag=0x20000000 ;; cgroup) flag=0x2000000 ;; esac
        FLAG=$flag KIND=$kind perl -MTry -e 'pipe my $from, my $to; my $count = 0; my @children;
          for (1..400) { my $child = fork // last; if (!$child) { my $error = call("unshare", oct $ENV{FLAG}); syswrite $to, $error eq "ok" ? "y" : "n"; sleep 1000; exit } push @children, $child; sysread $from, my $answer, 1; last if $answer ne "y"; $count++ }
          print "$ENV{KIND} $count\\n"; kill 9, @children'
      done; echo holding; read -r _`,
    bound: /^user ([0-9]|[1-9][0-9]|1[0-3][0-9])\nuts ([0-9]|[1-9][0-9]|1[0-3][0-9])\n/m,
    neighbour: "unshare --user --map-root-user --net --mount --pid --fork true && echo fine",
    alsoOnHost: true,
  },
  {
    what: "tracked connections",
    tries: "Has the kernel track as many connections as it can make up.",
    stoppedBy: "Each network namespace has its own table, of the size that the kernel gives every one.",
    script: `nft add table inet attack; nft 'add chain inet attack out { type filter hook output priority 0; }'; nft add rule inet attack out ct state new accept
      ip address add 10.99.0.1/16 dev lo
      perl -MSocket -e 'socket(my $socket, AF_INET, SOCK_DGRAM, 0); for my $n (1..150000) { send($socket, "x", 0, pack_sockaddr_in(1 + $n % 60000, pack("C4", 127, 1, $n >> 16, 1 + $n / 60000))) }'
      echo "tracked $(</proc/sys/net/netfilter/nf_conntrack_count) of $(</proc/sys/net/netfilter/nf_conntrack_max)"; echo holding; read -r _`,
    bound: /^tracked \d{3,} of \d+$/m,
    neighbour: `nft add table inet other; nft 'add chain inet other out { type filter hook output priority 0; }'; nft add rule inet other out ct state new accept
      ping -c1 -W2 8.8.8.8 | grep -q ' 1 received' && [[ $(</proc/sys/net/netfilter/nf_conntrack_count) -gt 0 ]] && echo fine`,
  },
  {
    what: "neighbours",
    tries: "Asks for the MAC addresses of 16,000 neighbours, and makes as many up.",
    stoppedBy: "The kernel makes room in the table that all namespaces share, and keeps the entries in use.",
    script: `ip link add attack0 type veth peer name attack1; ip link set attack0 up; ip link set attack1 up; ip address add 10.64.0.1/10 dev attack0
      perl -MSocket -e 'print "holding\\n"; $| = 1; socket(my $socket, AF_INET, SOCK_DGRAM, 0); my $sent = 0; $SIG{ALRM} = sub { print "sent $sent\\n"; exit }; alarm 1;
        while (1) { for my $n (2..16000) { $sent++ if send($socket, "x", 0, pack_sockaddr_in(9, pack("C4", 10, 64, $n >> 8, $n & 255))) } }' & 
      ip -batch - <<<"$(for n in {1..3000}; do echo "neighbour replace 10.65.$((n / 250)).$((n % 250 + 1)) lladdr 02:00:00:00:00:01 dev attack0 nud reachable"; done)" 2>&1 | tail -1
      wait; echo holding; read -r _`,
    bound: /^sent \d{3,}$/m,
    neighbour: `for n in 1 2 3; do ip neighbour flush all; ping -c1 -W2 8.8.8.8 | grep -q ' 1 received' || exit; done; echo fine`,
  },
  {
    what: "file watches",
    tries: "Makes inotify instances and watches until it gets no more.",
    stoppedBy: "A lab has a number of its own, which neither other labs nor the host share.",
    script: `perl -MTry -e 'my $count = 0; my @open; while ($count < 3000) { last if call("inotify_init1", 0) ne "ok"; push @open, result(); $count++ } print "$count ", error(), "\\n"; ${hold}'`,
    bound: /^\d{1,3} EMFILE$/m,
    neighbour: `perl -MTry -e 'print call("inotify_init1", 0) eq "ok" ? "fine\\n" : error()'`,
    alsoOnHost: true,
  },
  {
    what: "timers",
    tries: "Makes timers until it gets no more.",
    stoppedBy: "A lab has a number of its own (RLIMIT_SIGPENDING), and not all that the server's user has.",
    script: byMany(
      16,
      `my $count = 0; my $timer = pack "Q", 0; while ($count < 20000) { last if syscall($number{timer_create}, 0, 0, $timer) < 0; $count++ } print STDOUT "$count timers\\n" if $count < 20000;`,
    ),
    bound: /^\d{1,5} timers$/m,
    neighbour: `perl -MTry -e 'my $timer = pack "Q", 0; print syscall($number{timer_create}, 0, 0, $timer) < 0 ? error() : "fine\\n"'`,
    alsoOnHost: true,
  },
  {
    what: "message queues and keys",
    tries: "Makes POSIX message queues and keys until it gets no more.",
    stoppedBy: "seccomp: there are none to be had.",
    script: `perl -MTry -e 'my $name = "queue"; print call("mq_open", $name, 0102, 0600, 0), " ", call("add_key", "user", "name", "x", 1, -2), "\\n"; ${hold}'`,
    bound: /^EPERM EPERM$/m,
  },
  {
    what: "pipes",
    byCgroups: true,
    tries: "Fills pipes of a megabyte each.",
    stoppedBy: "What is in a pipe counts as the node's memory, and a user has 64 MiB in pipes.",
    script: byMany(
      8,
      `my $count = 0; my @open; while ($count < 2000) { pipe my $from, my $to or last; fcntl($to, 1031, 1 << 20); fcntl($to, 4, 2048); syswrite $to, "x" x (1 << 20); push @open, $from, $to; $count++ } print STDOUT "$count pipes\\n";`,
    ),
    bound: /^holding$/m,
    neighbour: `perl -e 'pipe my $from, my $to; fcntl($to, 4, 2048); print syswrite($to, "x" x 4096) == 4096 ? "fine\\n" : "no room\\n"'`,
  },
  {
    what: "terminals",
    tries: "Opens terminals until it gets no more.",
    stoppedBy:
      "The kernel keeps 1024 of 4096 for the host; terminals that are open go on. A new one in another lab has to wait until this lab has ended: see what is not protected.",
    script: byMany(
      8,
      `my @open; my $count = 0; while ($count < 1000) { sysopen my $master, "/dev/ptmx", 2 or last; push @open, $master; $count++ } print STDOUT "$count terminals\\n";`,
    ),
    bound: /^\d+ terminals$/m,
  },
  {
    what: "the network stack",
    byCgroups: true,
    tries: "Sends packets through the router as fast as it can.",
    stoppedBy: "The work is done in the node's share of the processor.",
    script: `for n in 1 2 3 4; do ping -q -f -s 1400 8.8.8.8 >/dev/null 2>&1 & done; perl -MSocket -e 'socket(my $socket, AF_INET, SOCK_DGRAM, 0); send($socket, "x" x 1400, 0, pack_sockaddr_in(9, inet_aton("192.168.121.1"))) while 1' & echo holding; read -r _; kill $(jobs -p)`,
    bound: /^holding$/m,
    neighbour: `ping -c1 -W2 8.8.8.8 | grep -q ' 1 received' && echo fine`,
  },
  {
    what: "network devices",
    tries: "Makes 500 pairs of network devices.",
    stoppedBy:
      "They cost the node's memory and its share of the processor; making them is the talk's very subject. How long the kernel takes to clear them away is among what is not protected.",
    script: `for n in {1..500}; do echo "link add attack$n type veth peer name peer$n"; done | ip -batch -; ls /sys/class/net | grep -c attack; echo holding; read -r _`,
    bound: /^\d+$/m,
    neighbour: "ip link add other0 type bridge && ip link delete other0 && echo fine",
  },
  {
    what: "cgroups",
    tries: "Makes cgroups within its own until it gets no more.",
    stoppedBy: "User ids: the lab's cgroup belongs to the host's root, so it cannot be divided at all.",
    script: `perl -MTry -e 'my $count = 0; $count++ while $count < 3000 && mkdir "/sys/fs/cgroup/attack$count"; print "$count ", error(), "\\n"; rmdir "/sys/fs/cgroup/attack$_" for 0..$count; ${hold}'`,
    bound: /^0 EACCES$/m,
  },
];
