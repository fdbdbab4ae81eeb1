/** System calls by number, since attempts in a lab have no compiler: asm/unistd_64.h, unistd_32.h and asm-generic/unistd.h of Linux. */

interface CallNumbers {
  x64: number;
  /** Of arm64 and riscv64; null where they have no such call. */
  generic: number | null;
  /** Of 32-bit programs on x64. */
  i386: number | null;
}

const numbers = (x64: number, generic: number | null, i386: number | null): CallNumbers => ({
  x64,
  generic,
  i386,
});
/** Calls since Linux 5.1 have one number everywhere. */
const everywhere = (number: number): CallNumbers => numbers(number, number, number);

export const callNumbers: Readonly<Record<string, CallNumbers>> = {
  acct: numbers(163, 89, 51),
  add_key: numbers(248, 217, 286),
  adjtimex: numbers(159, 171, 124),
  bpf: numbers(321, 280, 357),
  clock_adjtime: numbers(305, 266, 343),
  clock_settime: numbers(227, 112, 264),
  delete_module: numbers(176, 106, 129),
  fanotify_init: numbers(300, 262, 338),
  fanotify_mark: numbers(301, 263, 339),
  finit_module: numbers(313, 273, 350),
  fsconfig: everywhere(431),
  fsmount: everywhere(432),
  fsopen: everywhere(430),
  fspick: everywhere(433),
  getpid: numbers(39, 172, 20),
  init_module: numbers(175, 105, 128),
  inotify_init1: numbers(294, 26, 332),
  io_uring_enter: everywhere(426),
  io_uring_register: everywhere(427),
  io_uring_setup: everywhere(425),
  ioctl: numbers(16, 29, 54),
  ioperm: numbers(173, null, 101),
  iopl: numbers(172, null, 110),
  kexec_file_load: numbers(320, 294, null),
  kexec_load: numbers(246, 104, 283),
  keyctl: numbers(250, 219, 288),
  lookup_dcookie: numbers(212, 18, 253),
  mbind: numbers(237, 235, 274),
  migrate_pages: numbers(256, 238, 294),
  mmap: numbers(9, 222, 90),
  modify_ldt: numbers(154, null, 123),
  mount_setattr: everywhere(442),
  move_mount: everywhere(429),
  move_pages: numbers(279, 239, 317),
  mq_open: numbers(240, 180, 277),
  nfsservctl: numbers(180, 42, 169),
  open_by_handle_at: numbers(304, 265, 342),
  open_tree: everywhere(428),
  perf_event_open: numbers(298, 241, 336),
  pidfd_getfd: everywhere(438),
  pidfd_open: everywhere(434),
  prlimit64: numbers(302, 261, 340),
  process_madvise: everywhere(440),
  process_vm_readv: numbers(310, 270, 347),
  ptrace: numbers(101, 117, 26),
  quotactl: numbers(179, 60, 131),
  quotactl_fd: everywhere(443),
  reboot: numbers(169, 142, 88),
  request_key: numbers(249, 218, 287),
  set_mempolicy: numbers(238, 237, 276),
  set_mempolicy_home_node: everywhere(450),
  setns: numbers(308, 268, 346),
  setpriority: numbers(141, 140, 97),
  setrlimit: numbers(160, 164, 75),
  settimeofday: numbers(164, 170, 79),
  socket: numbers(41, 198, 359),
  socketpair: numbers(53, 199, 360),
  swapoff: numbers(168, 225, 115),
  swapon: numbers(167, 224, 87),
  syslog: numbers(103, 116, 103),
  timer_create: numbers(222, 107, 259),
  unshare: numbers(272, 97, 310),
  uselib: numbers(134, null, 86),
  userfaultfd: numbers(323, 282, 374),
  vhangup: numbers(153, 58, 111),
  vmsplice: numbers(278, 75, 316),
};

/** A call's number on this machine's own architecture; null where there is no such call. */
export function callNumber(name: string, arch = process.arch): number | null {
  const known = callNumbers[name];
  if (!known) throw new Error(`no number for the system call ${name}`);
  return arch === "x64" ? known.x64 : known.generic;
}
