/** Processes of the host and of other labs. Signals that are tried do nothing (0, SIGCONT). */
import type { Attempt, Family } from "../attempt.ts";

const unseen = "Namespaces: a process that is not in the lab's process namespace has no number there";

/** For each number that a marked process has on the host: perl that says what came of it; a process of the lab's own may have the same number. */
function toEach(tries: string, perl: string): Attempt {
  return {
    tries,
    stoppedBy: `${unseen}.`,
    script: String.raw`perl -MTry -e 'for my $pid (map { $_ + 0 } split " ", $ENV{HOST_PIDS}) {
      if (open my $command, "<", "/proc/$pid/cmdline") { local $_ = <$command>; next unless /$ENV{MARK}/ }
      ${perl}
    } print "tried\n"'`,
    refusal: /^tried$/m,
    onHost: true,
  };
}

export const otherProcesses: Family = {
  name: "Processes of the host and of other labs",
  attempts: [
    toEach(
      "Finds the server, the keeper and a process of another lab in `/proc`.",
      `print "won\\n" if -d "/proc/$pid/ns"`,
    ),
    toEach("Sends them a signal.", `print "won\\n" if kill 0, $pid`),
    toEach("Opens them with `pidfd_open`.", `print "won\\n" if call("pidfd_open", $pid, 0) eq "ok"`),
    toEach(
      "Reads their memory with `process_vm_readv`.",
      `print "won\\n" if call("process_vm_readv", $pid, pack("PQ", my $byte = "x", 1), 1, pack("QQ", 4096, 1), 1, 0) ne "ESRCH"`,
    ),
    toEach(
      "Traces them with `ptrace` (PTRACE_SEIZE).",
      `print "won\\n" if call("ptrace", 0x4206, $pid, 0, 0) ne "ESRCH"; call("ptrace", 17, $pid, 0, 0)`,
    ),
    {
      tries: "Sends a signal to every number up to 200000.",
      stoppedBy: `${unseen}.`,
      script: String.raw`unshare --pid --fork --mount-proc perl -e 'my $reached = grep { kill 0, $_ } 1..200000; print "reached $reached\n"; print "won\n" if $reached > 1'`,
      refusal: /^reached 1$/m,
      onHost: "a host has namespaces of processes too",
    },
    {
      tries: "Makes every process of its user id slower (`setpriority` for a user), those of other labs too.",
      stoppedBy:
        "User ids and namespaces: no other lab has the id, and the call stays in the process namespace.",
      script: String.raw`unshare --pid --fork --mount-proc perl -MTry -e 'print call("setpriority", 2, 0, 1), "\n"'; echo tried`,
      refusal: /^tried$/m,
      onHost: "it would slow the host's; the other lab's process is looked at after the attempts",
    },
    {
      tries:
        "Takes the processor for itself: real-time scheduling, a negative nice value, real-time input and output.",
      stoppedBy: "Capabilities: root in the lab has no CAP_SYS_NICE of the host.",
      script:
        "chrt --fifo 50 true && won; nice -n -5 true 2>&1 | grep -q denied || won; ionice -c 1 -n 0 true && won; true",
      refusal: /chrt: .*Operation not permitted/,
      onHost: true,
    },
    {
      tries: "Lowers its score for the kernel's choice of whom to end when memory is short.",
      stoppedBy: "Capabilities: it needs the host's CAP_SYS_RESOURCE.",
      script: `{ echo -1 >/proc/self/oom_score_adj; } 2>/dev/null && won; { echo -1000 >/proc/1/oom_score_adj; } 2>/dev/null && won; echo refused`,
      refusal: /^refused$/m,
      onHost: "root of a machine need not have that capability",
    },
    {
      tries: "Attaches to shared memory of the host by its key.",
      stoppedBy: "Namespaces: System V shared memory and POSIX message queues are the lab's own.",
      script: String.raw`ipcs -m; perl -e 'print defined shmget($ENV{SHARED_MEMORY_KEY}, 0, 0) ? "won" : "refused $!", "\n"'`,
      refusal: /^refused No such file or directory$/m,
      onHost: true,
    },
  ],
};
