/** The system calls that no process of a lab gets: what a talk on networking never needs and attackers do. */

const refusedCalls = [
  ["keyctl", "add_key", "request_key"],
  ["bpf", "perf_event_open", "userfaultfd"],
  ["io_uring_setup", "io_uring_enter", "io_uring_register"],
  ["open_by_handle_at", "fanotify_init", "fanotify_mark", "lookup_dcookie"],
  ["kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module"],
  ["quotactl", "quotactl_fd", "swapon", "swapoff", "syslog", "acct", "reboot"],
  // The machine's clock and its processors' ports and tables.
  ["settimeofday", "clock_settime", "clock_adjtime", "adjtimex"],
  ["iopl", "ioperm", "modify_ldt"],
  // Which memory of the machine a process uses; others' pages and descriptors.
  ["mbind", "set_mempolicy", "set_mempolicy_home_node", "migrate_pages", "move_pages"],
  ["vmsplice", "process_madvise", "pidfd_getfd"],
  // Message queues are charged to whoever started the server: one lab would use up those of all.
  ["mq_open"],
  ["nfsservctl", "uselib", "vhangup"],
].flat();

/**
 * Typing into another's terminal, and choosing how the kernel reads one, which loads modules: asm-generic/ioctls.h; the kernel reads the lower
 * 32 bits of a request.
 */
const refusedIoctls = { TIOCSTI: 0x5412, TIOCLINUX: 0x541c, TIOCSETD: 0x5423 };

/** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET of linux/socket.h: no other family opens a socket. */
const allowedFamilies = [1, 2, 10, 16, 17];
const familyNetlink = 16;
const netlinkAudit = 9;

/** RLIMIT_CORE of asm-generic/resource.h. */
const coreLimit = 4;

const EPERM = 1;
const EAFNOSUPPORT = 97;
const low32Bits = 0xffff_ffff;

/** Under the mask `value` exactly `valueTwo` must be left; or the argument must not be `value`. */
type Argument =
  | { index: number; op: "SCMP_CMP_MASKED_EQ"; value: number; valueTwo: number }
  | { index: number; op: "SCMP_CMP_NE"; value: number };

interface Rule {
  names: string[];
  action: "SCMP_ACT_ERRNO";
  errnoRet: number;
  args?: Argument[];
}

export interface SeccompProfile {
  defaultAction: "SCMP_ACT_ALLOW";
  architectures: string[];
  syscalls: Rule[];
}

const architectures: Record<string, string> = {
  x64: "SCMP_ARCH_X86_64",
  arm64: "SCMP_ARCH_AARCH64",
  ppc64: "SCMP_ARCH_PPC64LE",
  s390x: "SCMP_ARCH_S390X",
  riscv64: "SCMP_ARCH_RISCV64",
};

/** One profile for the machine's own architecture; a call of any other (32-bit, x32) kills its process. */
export function seccompProfile(arch: string): SeccompProfile {
  const name = architectures[arch];
  if (!name)
    throw new Error(
      `no seccomp profile for architecture ${arch}; labs run on ${Object.keys(architectures).join(", ")}`,
    );
  return {
    defaultAction: "SCMP_ACT_ALLOW",
    architectures: [name],
    syscalls: [
      refuse(refusedCalls, EPERM),
      ...Object.values(refusedIoctls).map((request) => refuse(["ioctl"], EPERM, equals(1, request))),
      ...refusedFamilies().map((family) => refuse(["socket", "socketpair"], EAFNOSUPPORT, family)),
      refuse(["socket"], EPERM, equals(0, familyNetlink), equals(2, netlinkAudit)),
      // A limit of 1 keeps the host's own program for core dumps from being started, 0 would not (core(5)): it must stay as it is.
      refuse(["setrlimit"], EPERM, equals(0, coreLimit)),
      refuse(["prlimit64"], EPERM, equals(1, coreLimit), { index: 2, op: "SCMP_CMP_NE", value: 0 }),
    ],
  };
}

function refuse(names: string[], errnoRet: number, ...args: Argument[]): Rule {
  return { names, action: "SCMP_ACT_ERRNO", errnoRet, ...(args.length > 0 && { args }) };
}

/** Compares as the kernel does: an int argument's upper half is noise that must not hide it. */
function equals(index: number, value: number): Argument {
  return { index, op: "SCMP_CMP_MASKED_EQ", value: low32Bits, valueTwo: value };
}

/** Every 32-bit number but the allowed ones: those below 32 one by one, the rest by any higher bit that is set. */
function refusedFamilies(): Argument[] {
  const small = Array.from({ length: 32 }, (_, family) => family);
  const highBits = Array.from({ length: 27 }, (_, bit) => 2 ** (bit + 5));
  return [
    ...small.filter((family) => !allowedFamilies.includes(family)).map((family) => equals(0, family)),
    ...highBits.map((bit): Argument => ({ index: 0, op: "SCMP_CMP_MASKED_EQ", value: bit, valueTwo: bit })),
  ];
}
