/** Attempts on crun and on the server's own programs, while these start processes in the lab, again and again. */
import type { Family } from "../attempt.ts";

/** For two seconds. */
const meanwhile = "my $end = time + 2; while (time < $end)";

/** They run in the lab's own mount namespace, not in one of their own: what the runtime meets is what they leave. */
export const runtime: Family = {
  name: "The runtime, while it starts processes in the lab",
  attempts: [
    {
      tries:
        "Opens the program of every process that appears for writing, to catch crun's own (CVE-2019-5736).",
      stoppedBy:
        "User ids: crun's file belongs to the host's root; and crun runs from a sealed copy of itself.",
      script: String.raw`perl -e '${meanwhile} { for my $program (glob "/proc/[0-9]*/exe") { $looked++; my $path = readlink($program) // next;
          open(my $file, "+<", $program) and print "won $path\n" } } print "looked\n" if $looked'`,
      refusal: /^looked$/m,
      onHost: "a host's root may write to its programs",
    },
    {
      tries:
        "Looks through the open files, roots and folders of every process that appears for one of the host's (CVE-2024-21626).",
      stoppedBy:
        "The kernel: crun cannot be looked into until it has become the lab's program, and by then has closed what was the host's.",
      script: String.raw`perl -e '${meanwhile} { for my $link (glob "/proc/[0-9]*/fd/* /proc/[0-9]*/{cwd,root}") { $looked++; my $path = readlink($link) // next;
          print "won $link $path\n" if -e "$link$ENV{SECRET_FOLDER}/mark-of-the-host" or -e "$link/../../../../../..$ENV{SECRET_FOLDER}/mark-of-the-host" or $path =~ m{/engines/|/sys/fs/cgroup} } } print "looked\n" if $looked'`,
      refusal: /^looked$/m,
      onHost: "a host's root may look everywhere",
    },
    {
      tries:
        "Reads the environment and the command line of every process that appears, before it is the lab's.",
      stoppedBy:
        "The engine: crun starts with an environment of two variables, and what it is to run comes by a file.",
      script: String.raw`perl -e '${meanwhile} { for my $file (glob "/proc/[0-9]*/environ /proc/[0-9]*/cmdline") { open my $from, "<", $file or next; local $/; my $text = <$from>; $looked++; print "won $file\n" if $text =~ /SECRE[T]-/ } } print "looked\n" if $looked'`,
      refusal: /^looked$/m,
      onHost: "a host's root may read them",
    },
    {
      tries: "Traces and stops every process that appears, to take it over while it still has rights.",
      stoppedBy:
        "The kernel: what crun is before it becomes the lab's program cannot be traced from the lab.",
      script: String.raw`perl -MTry -e '${meanwhile} { for my $process (glob "/proc/[0-9]*") { my ($pid) = $process =~ /(\d+)/; next if $pid == $$ || $pid == 1; $looked++;
          next if call("ptrace", 0x4206, $pid + 0, 0, 0) ne "ok";
          print "won traced $process\n" if (readlink("$process/exe") // "") =~ /crun/; call("ptrace", 17, $pid + 0, 0, 0) } } print "looked\n" if $looked'`,
      refusal: /^looked$/m,
      onHost: "a host's root may trace",
    },
    {
      tries:
        "Puts a program that is `#!/proc/self/exe` where the server starts one, so that crun runs itself in the lab.",
      stoppedBy: "User ids: what runs is crun as the lab's root, who can do nothing with it.",
      script: String.raw`printf '#!/proc/self/exe\n' >/tmp/trick; chmod +x /tmp/trick
        perl -e '${meanwhile} { for my $program (glob "/proc/[0-9]*/exe") { my $path = readlink($program) // next; next if $path !~ /crun|memfd/; open(my $file, "+<", $program) and print "won $path\n" } } print "looked\n"'; rm /tmp/trick`,
      refusal: /^looked$/m,
      onHost: "it needs the runtime",
    },
    {
      tries: "Puts a pipe and a link in the place of the terminals' folder, where crun makes a terminal.",
      stoppedBy:
        "Namespaces: crun makes the terminal with the lab's rights; the shell does not start, and nothing else happens.",
      script: `mount -t tmpfs none /dev/pts; mkfifo /dev/pts/0; ln -s /proc/1/root/etc/passwd /dev/pts/ptmx; sleep 2; umount /dev/pts; echo tried`,
      refusal: /^tried$/m,
      onHost: "it needs the runtime",
    },
    {
      tries: "Covers `/proc` with files of its own, which crun would write to on the host's behalf.",
      stoppedBy:
        "Namespaces: they are files of the lab; crun looks whether it is `/proc`, or starts nothing.",
      script: `mount -t tmpfs none /proc; mkdir -p /proc/self/attr /proc/sys/kernel /proc/thread-self/attr; for file in self/attr/exec self/oom_score_adj self/loginuid self/setgroups sys/kernel/core_pattern; do mkfifo /proc/$file 2>/dev/null || ln -s /etc/passwd /proc/$file; done
        sleep 2; umount /proc; echo tried`,
      refusal: /^tried$/m,
      onHost: "it would cover the host's /proc",
    },
    {
      tries: "Covers the folder in which processes start with the root of the first process.",
      stoppedBy: "Namespaces: it is the lab's own root.",
      script: `mount --bind /proc/1/root /root; sleep 2; [[ -e /root$SECRET_FOLDER/mark-of-the-host ]] && won; umount /root; echo tried`,
      refusal: /^tried$/m,
      onHost: "it needs the runtime",
    },
  ],
};
