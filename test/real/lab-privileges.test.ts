/** What root in a lab may ask of the kernel, and what is refused. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { attack } from "./lab-attack-program.ts";
import { idsOfSlot, isRoot } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";
import { pidsOfSlot, uidSlots } from "./lab-traces.ts";

let engine: LabEngine;
let lab: Lab;
let attempts: Map<string, string>;

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  lab = await engine.create({ nodes: ["node1"] });
  const lines = await attack(lab);
  attempts = new Map(lines.map((line) => [line.replace(/ .*/, ""), line.replace(/^\S+ /, "")]));
});
afterAll(() => engine.dispose());

test.each([
  ...["keyctl", "add_key", "request_key", "bpf", "perf_event_open", "userfaultfd", "open_by_handle_at"],
  ...["io_uring_setup", "io_uring_enter", "io_uring_register", "kexec_load", "kexec_file_load"],
  ...["init_module", "finit_module", "delete_module", "fanotify_init", "quotactl", "quotactl_fd"],
  ...["swapon", "swapoff", "syslog", "acct", "reboot"],
])("the system call %s is refused", (name) => {
  expect(attempts.get(name)).toBe("EPERM");
});

test.each(["TIOCSTI", "TIOCSTI+high", "TIOCLINUX"])("the terminal request %s is refused", (name) => {
  expect(attempts.get(name)).toBe("EPERM");
});

test("sockets are of the families that networking needs, and of no other", () => {
  expect(attempts.get("families")).toBe("1 2 10 16 17");
  for (const name of ["AF_ALG", "AF_ALG+high", "AF_VSOCK"])
    expect([name, attempts.get(name)]).toEqual([name, "EAFNOSUPPORT"]);
  for (const name of ["NETLINK_AUDIT", "NETLINK_AUDIT+high"])
    expect([name, attempts.get(name)]).toEqual([name, "EPERM"]);
});

test.runIf(process.arch === "x64")("a call of a foreign architecture ends its process", () => {
  expect(attempts.get("int80")).toBe("SIGSYS");
  expect(attempts.get("x32")).toBe("SIGSYS");
});

/** How many ids a lab has. */
async function idsIn(of: Lab): Promise<number> {
  const rows = (await runInLab(of, "cat /proc/self/uid_map")).trim().split("\n");
  return rows.reduce((sum, row) => sum + Number(row.trim().split(/\s+/)[2]), 0);
}

test("root in a lab is nobody outside", async () => {
  const [pid = ""] = uidSlots(process.pid).flatMap(pidsOfSlot);
  const [inside, outside] = readFileSync(`/proc/${pid}/uid_map`, "utf8").trim().split(/\s+/).map(Number);
  expect(inside).toBe(0);
  expect(outside).not.toBe(process.getuid?.());
  const [first, least] = isRoot ? [0x7000_0000, 65_536] : [idsOfSlot(0).first, 1024];
  expect(outside).toBeGreaterThanOrEqual(first);
  expect(readFileSync("/etc/passwd", "utf8")).not.toMatch(new RegExp(`^[^:]*:[^:]*:${outside}:`, "m"));
  expect(await idsIn(lab)).toBe(least);
});

test("two labs have no uid in common", async () => {
  const other = await engine.create({ nodes: ["node1"] });
  const base = async (of: Lab) =>
    Number((await runInLab(of, "cat /proc/self/uid_map")).trim().split(/\s+/)[1]);
  expect(Math.abs((await base(lab)) - (await base(other)))).toBeGreaterThanOrEqual(await idsIn(lab));
  await other.dispose();
});

test("no process can gain privileges, seccomp is on, and capabilities are bounded", async () => {
  const status = await runInLab(
    lab,
    "grep -E '^(NoNewPrivs|Seccomp|Cap...):' /proc/self/status | tr -s '\\t ' ' '",
  );
  expect(status).toContain("NoNewPrivs: 1\n");
  expect(status).toContain("Seccomp: 2\n");
  expect(status).toContain("CapInh: 0000000000000000\n");
  expect(status).toContain("CapAmb: 0000000000000000\n");
  const bounding = BigInt(`0x${/CapBnd: (\w+)/.exec(status)?.[1]}`);
  const dropped = { sysModule: 16n, sysRawio: 17n, sysResource: 24n, sysTime: 25n, syslog: 34n, bpf: 39n };
  for (const [name, bit] of Object.entries(dropped))
    expect([name, (bounding >> bit) & 1n]).toEqual([name, 0n]);
});

test.each([
  ["/proc/sys/kernel/core_pattern", "core"],
  ["/proc/sys/kernel/modprobe", "/bin/false"],
  ["/proc/sys/kernel/sysrq", "1"],
  ["/proc/sys/vm/drop_caches", "1"],
  ["/proc/sys/user/max_net_namespaces", "1000000"],
  ["/proc/sys/fs/binfmt_misc/register", ":a:E::a::/bin/false:"],
  ["/proc/sysrq-trigger", "h"],
  ["/sys/kernel/uevent_helper", "/bin/false"],
  ["/proc/1/oom_score_adj", "-1000"],
])("%s cannot be written", async (path, value) => {
  const output = await runInLab(lab, `echo '${value}' >${path} && echo written`);
  expect(output).toMatch(/Permission denied|No such file|Read-only file system/);
  expect(output).not.toContain("written");
});

test("the files that tell of the kernel's memory and log cannot be read", async () => {
  const script = "for file in kcore kmsg vmallocinfo slabinfo; do head -c1 /proc/$file && echo read; done";
  expect(await runInLab(lab, script)).not.toContain("read\n");
});

test("devices cannot be made: a disk, the kernel's log, memory", async () => {
  const script =
    "for device in 'b 8 0' 'b 254 0' 'c 1 1' 'c 1 11'; do mknod /tmp/device $device && cat /tmp/device; done";
  expect((await runInLab(lab, script)).match(/Operation not permitted/g)).toHaveLength(4);
});

test("file systems that show the host cannot be mounted", async () => {
  const types = ["debugfs", "securityfs", "tracefs", "efivarfs", "pstore", "devtmpfs", "configfs", "ext4"];
  const script = types.map((type) => `mount -t ${type} /dev/vda /mnt && echo mounted ${type}`).join("\n");
  const output = await runInLab(lab, script);
  expect(output).not.toContain("mounted");
  expect(
    output.match(/permission denied|unknown filesystem type|must be superuser|special device/g),
  ).toHaveLength(types.length);
});

test("programs that a lab runs for its user may still make namespaces of all kinds", async () => {
  const script =
    "unshare --user --map-root-user --mount --pid --net --uts --ipc --cgroup --fork --mount-proc id -u";
  expect(await runInLab(lab, script)).toBe("0\n");
});
