/** Files in /proc and /sys that are the whole machine's. They are opened for writing and nothing is written. */
import type { Attempt, Family } from "../attempt.ts";

const unmapped =
  "these files belong to the host's root, whose user id does not exist in the lab, so its root is one of the others";

/** Files that are not there on this kernel count as neither. */
function opens(what: string, paths: string[], onHost: Attempt["onHost"] = true): Attempt {
  return {
    tries: `Opens ${what} for writing: ${paths.map((path) => `\`${path}\``).join(", ")}.`,
    stoppedBy: `User ids: ${unmapped}.`,
    script: `shopt -s nullglob
      for file in ${paths.join(" ")}; do
        [[ -e $file ]] || continue
        if { : >>"$file"; } 2>/dev/null; then won "$file"; else echo "refused $file"; fi
      done; echo "no others"`,
    refusal: /^refused |^no others$/m,
    onHost,
  };
}

function reads(what: string, paths: string[], onHost: Attempt["onHost"] = true): Attempt {
  return {
    tries: `Reads ${what}: ${paths.map((path) => `\`${path}\``).join(", ")}.`,
    stoppedBy: `User ids: ${unmapped}.`,
    script: `shopt -s nullglob
      for file in ${paths.join(" ")}; do
        [[ -f $file ]] || continue
        if { : <"$file"; } 2>/dev/null; then won "$file"; else echo "refused $file"; fi
      done; echo "no others"`,
    refusal: /^refused |^no others$/m,
    onHost,
  };
}

const nested = "unshare --user --map-root-user --mount --pid --net --ipc --uts --cgroup --fork --mount-proc";

export const kernelFiles: Family = {
  name: "The machine's own files in /proc and /sys",
  attempts: [
    opens("the name of the host's program for core dumps", ["/proc/sys/kernel/core_pattern"]),
    opens("the programs that the kernel starts by itself", [
      "/proc/sys/kernel/modprobe",
      "/proc/sys/kernel/hotplug",
      "/proc/sys/kernel/poweroff_cmd",
      "/sys/kernel/uevent_helper",
    ]),
    opens(
      "the keys of the machine's console",
      ["/proc/sysrq-trigger", "/proc/sys/kernel/sysrq"],
      "not every kernel has them",
    ),
    opens(
      "the registry of program formats",
      ["/proc/sys/fs/binfmt_misc/register"],
      "it is not mounted on every host",
    ),
    opens("the kernel's switches", [
      "/proc/sys/kernel/panic",
      "/proc/sys/kernel/randomize_va_space",
      "/proc/sys/kernel/kptr_restrict",
      "/proc/sys/kernel/dmesg_restrict",
      "/proc/sys/kernel/perf_event_paranoid",
      "/proc/sys/kernel/unprivileged_bpf_disabled",
      "/proc/sys/kernel/threads-max",
      "/proc/sys/kernel/usermodehelper/bset",
    ]),
    opens("the switches of memory", [
      "/proc/sys/vm/drop_caches",
      "/proc/sys/vm/overcommit_memory",
      "/proc/sys/vm/mmap_min_addr",
      "/proc/sys/vm/panic_on_oom",
      "/proc/sys/vm/compact_memory",
      "/proc/sys/vm/swappiness",
    ]),
    opens("the switches of files and terminals", [
      "/proc/sys/fs/file-max",
      "/proc/sys/fs/suid_dumpable",
      "/proc/sys/fs/protected_hardlinks",
      "/proc/sys/fs/inotify/max_user_instances",
      "/proc/sys/fs/pipe-max-size",
      "/proc/sys/kernel/pty/max",
      "/proc/sys/dev/tty/legacy_tiocsti",
      "/proc/sys/dev/tty/ldisc_autoload",
    ]),
    opens("the switches of networking that every namespace shares", [
      "/proc/sys/net/core/bpf_jit_enable",
      "/proc/sys/net/core/netdev_max_backlog",
      "/proc/sys/net/ipv4/tcp_mem",
      "/proc/sys/net/ipv4/neigh/default/gc_thresh3",
    ]),
    opens("where interrupts go, and the memory's types", [
      "/proc/irq/default_smp_affinity",
      "/proc/irq/*/smp_affinity",
      "/proc/mtrr",
    ]),
    opens("the machine's sleep, its processors and its modules", [
      "/sys/power/state",
      "/sys/devices/system/cpu/cpu1/online",
      "/sys/module/*/parameters/*",
      "/sys/kernel/mm/transparent_hugepage/enabled",
      "/sys/kernel/kexec_crash_size",
      "/sys/kernel/profiling",
    ]),
    opens("the machine's disks and buses", [
      "/sys/block/*/queue/scheduler",
      "/sys/block/*/uevent",
      "/sys/bus/*/drivers_probe",
      "/sys/bus/pci/rescan",
    ]),
    {
      tries: "Opens every file of `/proc/sys` for writing.",
      stoppedBy:
        "Namespaces: what opens is its own: its network, its message queues and shared memory, its process numbers.",
      script: `find /proc/sys -type f 2>/dev/null | perl -lne '
        next if m{^/proc/sys/(net/|fs/mqueue/|kernel/(msg|sem|shm|auto_msgmni$|ns_last_pid$|pid_max$))};
        $files++; if (open my $file, "+<", $_) { print "won $_" }
        END { print "refused $files" }'`,
      refusal: /^refused \d{2,}$/m,
      onHost: true,
    },
    {
      tries: "Opens every file of `/sys` for writing.",
      stoppedBy: `User ids: ${unmapped}; what opens is its own network devices.`,
      script: `find /sys -xdev -type f 2>/dev/null | perl -lne '
        next if m{^/sys/devices/virtual/net/|^/sys/fs/cgroup/};
        $files++; if (open my $file, ">>", $_) { print "won $_" }
        END { print "refused $files" }'`,
      refusal: /^refused \d{3,}$/m,
      onHost: "some files of a host do something when they are opened",
    },
    {
      tries: "Opens the same switches from a nested user namespace, where it has every capability.",
      stoppedBy:
        "Namespaces: a capability counts in the namespace that it was got in, and these files are the first one's.",
      script: `${nested} bash -c '
        for file in /proc/sys/kernel/core_pattern /proc/sys/vm/drop_caches /proc/sysrq-trigger /proc/sys/kernel/panic; do
          if { : >>$file; } 2>/dev/null; then echo "won $file"; else echo "refused $file"; fi
        done'`,
      refusal: /^refused \/proc\/sys\/kernel\/core_pattern$/m,
      onHost: true,
    },
    {
      tries: "Sets the highest process number of its own namespace, and looks for it on the host afterwards.",
      stoppedBy: "Namespaces: where the kernel lets a lab set it, each process namespace has its own.",
      script: `before=$(</proc/sys/kernel/pid_max)
        unshare --pid --fork --mount-proc bash -c '{ echo 4321 >/proc/sys/kernel/pid_max; } 2>/dev/null; echo inside'
        [[ $(</proc/sys/kernel/pid_max) == "$before" ]] && echo unchanged || won`,
      refusal: /^unchanged$/m,
      onHost: "it would lower the host's where the kernel has but one",
    },
    reads("the kernel's memory, log and allocations", [
      "/proc/kcore",
      "/proc/kmsg",
      "/proc/vmallocinfo",
      "/proc/slabinfo",
      "/proc/pagetypeinfo",
      "/proc/timer_list",
      "/proc/kpageflags",
      "/proc/kpagecount",
    ]),
    reads(
      "the machine's serial numbers and firmware",
      [
        "/sys/class/dmi/id/product_serial",
        "/sys/class/dmi/id/product_uuid",
        "/sys/firmware/acpi/tables/*",
        "/sys/firmware/efi/efivars/*",
        "/sys/kernel/debug/*",
      ],
      "not every machine has them",
    ),
    {
      tries:
        "Reads where the kernel's functions and the machine's devices are, from `/proc/kallsyms` and `/proc/iomem`.",
      stoppedBy: "The kernel: without the host's CAP_SYSLOG and CAP_SYS_ADMIN all addresses read as zero.",
      script: `for file in /proc/kallsyms /proc/iomem; do
        perl -lane '$line++; $seen++ if $F[0] =~ /^[0-9a-f-]*[1-9a-f]/; END { print $seen ? "won $ARGV" : "zeros", " in $line lines of $ARGV" }' $file
      done`,
      refusal: /^zeros in \d{3,} lines/m,
      onHost: true,
    },
  ],
};
