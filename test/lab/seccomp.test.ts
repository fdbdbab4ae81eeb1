/** The system call filter, read as the kernel reads it: for every number a program could pass, not for the usual ones. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { seccompProfile } from "../../server/lab/plan/index.ts";

const profile = seccompProfile("x64");

/** The errno that the profile gives a call, or null when the call goes through. */
function verdict(name: string, ...values: bigint[]): number | null {
  const rule = profile.syscalls.find(
    ({ names, args = [] }) =>
      names.includes(name) &&
      args.every((argument) => {
        const given = values[argument.index] ?? 0n;
        if (argument.op === "SCMP_CMP_NE") return given !== BigInt(argument.value);
        return (given & BigInt(argument.value)) === BigInt(argument.valueTwo);
      }),
  );
  return rule?.errnoRet ?? null;
}

const allowed = [1n, 2n, 10n, 16n, 17n];
const upperHalf = fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => value << 32n);

test("of all socket families five go through, whatever stands in the upper half of the argument", () => {
  const families = fc.oneof(fc.bigInt({ min: 0n, max: 64n }), fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }));
  fc.assert(
    fc.property(families, upperHalf, (family, noise) => {
      expect(verdict("socket", noise | family, 1n, 0n)).toBe(allowed.includes(family) ? null : 97);
      expect(verdict("socketpair", noise | family, 1n, 0n)).toBe(allowed.includes(family) ? null : 97);
    }),
    { numRuns: 2000 },
  );
});

test("typing into another's terminal and changing its line discipline are refused, whatever stands in the upper half of the request", () => {
  fc.assert(
    fc.property(upperHalf, (noise) => {
      expect(verdict("ioctl", 0n, noise | 0x5412n)).toBe(1);
      expect(verdict("ioctl", 0n, noise | 0x541cn)).toBe(1);
      expect(verdict("ioctl", 0n, noise | 0x5423n)).toBe(1);
      expect(verdict("ioctl", 0n, noise | 0x5413n)).toBeNull();
    }),
  );
});

test("netlink goes through but for the audit protocol", () => {
  expect(verdict("socket", 16n, 3n, 0n)).toBeNull();
  expect(verdict("socket", 16n, 3n, 12n)).toBeNull();
  expect(verdict("socket", 16n, 3n, 9n)).toBe(1);
});

test("the limit of core dumps can be read and not set, whatever stands in the upper half of its number", () => {
  fc.assert(
    fc.property(upperHalf, fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (noise, address) => {
      expect(verdict("setrlimit", noise | 4n, address)).toBe(1);
      expect(verdict("prlimit64", 0n, noise | 4n, address, 0n)).toBe(1);
      expect(verdict("prlimit64", 0n, noise | 4n, 0n, address)).toBeNull();
      expect(verdict("prlimit64", 0n, noise | 7n, address, 0n)).toBeNull();
    }),
  );
});

test("namespaces, mounts and tracing stay: the talk is about them", () => {
  for (const name of ["clone", "clone3", "unshare", "setns", "mount", "umount2", "pivot_root", "ptrace"]) {
    expect(verdict(name)).toBeNull();
  }
});

test("the profile is for this architecture alone", () => {
  expect(profile.architectures).toEqual(["SCMP_ARCH_X86_64"]);
  expect(seccompProfile("arm64").architectures).toEqual(["SCMP_ARCH_AARCH64"]);
  expect(() => seccompProfile("mips")).toThrow("no seccomp profile for architecture mips");
});
