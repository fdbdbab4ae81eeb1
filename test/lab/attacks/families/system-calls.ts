/** Calls that seccomp refuses, one by one, and all of them again as 32-bit programs and as x32 programs make them. */

import type { Attempt, Family } from "../attempt.ts";
import { callNumber } from "../call-numbers.ts";

/** Arguments that the kernel answers with another error than EPERM, wherever it looks at arguments before permissions; none does anything. */
const calls: Record<string, { what: string; with: string }> = {
  keyctl: { what: "handle keys of the kernel", with: "99999, 0, 0, 0, 0" },
  add_key: { what: "put a key into the kernel", with: "0, 0, 0, 0, 0" },
  request_key: { what: "ask the kernel, and through it the host's programs, for a key", with: "0, 0, 0, 0" },
  bpf: { what: "load a program into the kernel", with: "99999, 0, 0" },
  perf_event_open: { what: "watch the processor and the kernel at work", with: "0, 0, 0, 0, 0" },
  userfaultfd: { what: "hold the kernel up at a page of its choice", with: "0xffff" },
  io_uring_setup: { what: "make a ring for asynchronous calls", with: "0, 0" },
  io_uring_enter: { what: "use such a ring", with: "-1, 0, 0, 0, 0, 0" },
  io_uring_register: { what: "register files with such a ring", with: "-1, 0, 0, 0" },
  open_by_handle_at: { what: "open a file by its number, past every mount", with: "-1, 0, 0" },
  fanotify_init: { what: "watch a whole file system", with: "0xffffffff, 0" },
  fanotify_mark: { what: "mark a file system to be watched", with: "-1, 0, 0, 0, 0" },
  lookup_dcookie: { what: "turn a number into a path of the host", with: "0, 0, 0" },
  kexec_load: { what: "load another kernel", with: "0, 99999, 0, 0" },
  kexec_file_load: { what: "load another kernel from a file", with: "-1, -1, 0, 0, 0" },
  init_module: { what: "load a module", with: "0, 0, 0" },
  finit_module: { what: "load a module from a file", with: "-1, 0, 0" },
  delete_module: { what: "unload a module", with: "0, 0" },
  quotactl: { what: "change quotas of a disk", with: "-1, 0, 0, 0" },
  quotactl_fd: { what: "change quotas of the disk that a file is on", with: "-1, 0, 0, 0" },
  swapon: { what: "make a file swap space", with: "0, 0" },
  swapoff: { what: "take swap space away", with: "0" },
  syslog: { what: "read or clear the kernel's log", with: "99999, 0, 0" },
  acct: { what: "have every process of the host written down", with: "1" },
  reboot: { what: "restart the machine", with: "0, 0, 0, 0" },
  settimeofday: { what: "set the clock", with: "1, 0" },
  clock_settime: { what: "set a clock by its number", with: "99, 0" },
  clock_adjtime: { what: "bend a clock by its number", with: "99, 0" },
  adjtimex: { what: "bend the clock", with: "1" },
  iopl: { what: "reach the machine's ports", with: "4" },
  ioperm: { what: "reach one of the machine's ports", with: "0, 0, 0" },
  modify_ldt: { what: "change the processor's table of segments", with: "99, 0, 0" },
  mbind: { what: "bind memory to a part of the machine", with: "0, 0, 99, 0, 0, 0" },
  set_mempolicy: { what: "choose the memory that a process gets", with: "99, 0, 0" },
  set_mempolicy_home_node: { what: "choose where memory comes from", with: "1, 0, 0, 0" },
  migrate_pages: { what: "move a process's memory", with: "-1, 0, 0, 0" },
  move_pages: { what: "move pages of memory, and learn where they are", with: "0, 0, 0, 0, 0, 0xff" },
  vmsplice: { what: "lend pages of memory to a pipe", with: "-1, 0, 0, 0" },
  process_madvise: { what: "tell the kernel what to do with another's memory", with: "-1, 0, 0, 0, 0" },
  pidfd_getfd: { what: "take an open file out of another process", with: "-1, 0, 0" },
  mq_open: { what: "use up the message queues of whoever started the server", with: "0, 0, 0, 0" },
  nfsservctl: { what: "talk to the kernel's file server", with: "0, 0, 0" },
  uselib: { what: "load a library by a call of the nineties", with: "0" },
  vhangup: { what: "hang up the terminal", with: "" },
};

/** For these the kernel itself has no other answer than EPERM, or the call would do something where it is allowed. */
const notOnHost: Record<string, string> = {
  vhangup: "it would hang up the terminal that the tests run on",
  kexec_load: "a machine that starts securely refuses it to its own root",
};

const refused = "seccomp: the call is answered with EPERM";

function native([name, { what, with: values }]: [string, (typeof calls)[string]]): Attempt {
  return {
    tries: `Calls \`${name}\` to ${what}.`,
    stoppedBy: `${refused}.`,
    script: `perl -MTry -e '$_ = call("${name}"${values && `, ${values}`}); print; print "\\nwon" if $_ ne "EPERM"'`,
    refusal: /^EPERM$/m,
    onHost: notOnHost[name] ?? true,
  };
}

const ended =
  "seccomp: a call of a foreign architecture ends its process, whatever it is; 32-bit programs do not run";
const refusedNames = `qw(${Object.keys(calls).join(" ")} ioctl socket socketpair getpid)`;
const foreignOnHost = "on a host it makes the calls, which is what it must not do there";

const foreign: Attempt[] = [
  {
    tries: "Asks for its process id by `int 0x80`, as 32-bit programs do.",
    stoppedBy: `${ended}.`,
    script: `perl -MTry -e '$program = int80($number32{getpid}); $_ = foreign(sub { exec $program }); print; print "\\nwon" if $_ eq "ok"'`,
    refusal: /^SIGSYS$/m,
    onHost: true,
  },
  {
    tries:
      "Makes every refused call, and every call with refused arguments, by `int 0x80` with the 32-bit numbers.",
    stoppedBy: `${ended}.`,
    script: `perl -MTry -e 'for my $name (grep { $number32{$_} } ${refusedNames}) {
      my $program = int80($number32{$name});
      my $end = foreign(sub { exec $program });
      print $end eq "SIGSYS" ? "$name SIGSYS\\n" : "won $name\\n";
    }'`,
    refusal: /keyctl SIGSYS[\s\S]*ioctl SIGSYS[\s\S]*socket SIGSYS/,
    onHost: foreignOnHost,
  },
  {
    tries: "Makes the same calls with the numbers of the x32 architecture.",
    stoppedBy: `${ended}.`,
    script: `perl -MTry -e 'for my $name (${refusedNames}) {
      my $end = foreign(sub { syscall(0x40000000 | $number{$name}, 1, 1, 1) });
      print $end eq "SIGSYS" ? "$name SIGSYS\\n" : "won $name\\n";
    }'`,
    refusal: /keyctl SIGSYS[\s\S]*ioctl SIGSYS[\s\S]*socket SIGSYS/,
    onHost: foreignOnHost,
  },
];

export const systemCalls: Family = {
  name: "Refused system calls",
  attempts: [
    ...Object.entries(calls)
      .filter(([name]) => callNumber(name) !== null)
      .map(native),
    ...(process.arch === "x64" ? foreign : []),
    {
      tries: "Raises the limit of core dumps, which keeps the host's program for crashes from being started.",
      stoppedBy: "seccomp: that limit can be read and not set, by `setrlimit` and `prlimit64` alike.",
      script: `perl -MTry -e '$limit = pack("QQ", 0, 0);
        print call("setrlimit", 4, $limit), " ", call("prlimit64", 0, 4, $limit, 0), " ", call("prlimit64", 0, 4 + 2**32, $limit, 0), "\\n"'
        [[ $(perl -MTry -e 'print call("prlimit64", 0, 4, pack("QQ", 0, 0), 0)') == EPERM ]] || won`,
      refusal: /^EPERM EPERM EPERM$/m,
      onHost: true,
    },
  ],
};
