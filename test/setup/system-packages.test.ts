/** What set-up says is missing, and how it would get it. */
import { describe, expect, it } from "vitest";
import { installLine, missingPackages, reasons } from "../../setup/missing.js";
import { chromiumCommands, type Need, systemPackages } from "../../setup/packages.js";
import { aptComplaint, consequence, rootPrefix, unknownToApt } from "../../setup/system-packages.js";
import { machineWith } from "./machine-stub.ts";

const everyProof = systemPackages.flatMap((entry) => [...entry.proofs, ...(entry.debianProofs ?? [])]);
const without = (...files: string[]) => ["apt-get", ...everyProof].filter((file) => !files.includes(file));
const namesOf = (needs: Need[], machine: ReturnType<typeof machineWith>) =>
  missingPackages(needs, machine).map((entry) => entry.name);

describe("what is missing", () => {
  it("is nothing where every command is there", () => {
    expect(namesOf(["labs", "build", "test", "bench"], machineWith(without()))).toEqual([]);
  });

  it("is the package whose command is not there, with its reason", () => {
    const machine = machineWith(without("crun", "newuidmap"));
    expect(reasons(missingPackages(["labs"], machine), machine)).toEqual([
      "crun - runs the labs",
      "uidmap - newuidmap: labs for a user who is not root",
    ]);
  });

  it("leaves out what the occasion does not need", () => {
    const machine = machineWith(without("crun", "g++", "podman", ...chromiumCommands));
    expect(namesOf(["labs"], machine)).toEqual(["crun", "podman"]);
    expect(namesOf(["build"], machine)).toEqual(["g++"]);
    expect(namesOf(["test"], machine)).toEqual(["chromium"]);
    expect(namesOf(["bench"], machine)).toEqual(["podman", "chromium"]);
  });

  it("wants the static busybox on Debian and any busybox elsewhere", () => {
    const list = "/var/lib/dpkg/info/busybox-static.list";
    expect(namesOf(["labs"], machineWith(without(list)))).toEqual(["busybox-static"]);
    expect(namesOf(["labs"], machineWith(["dnf", ...everyProof].filter((file) => file !== list)))).toEqual(
      [],
    );
  });

  it("asks for no lab tools where there is no Linux", () => {
    expect(namesOf(["labs", "build", "test"], machineWith([], { platform: "darwin" }))).toEqual([
      "chromium",
      "shellcheck",
    ]);
  });
});

describe("the line to type", () => {
  const chromium = systemPackages.filter((entry) => entry.name === "chromium");
  const gxx = systemPackages.filter((entry) => entry.name === "g++");

  it.each([
    ["Debian", gxx, machineWith(["apt-get"]), "sudo apt-get install -y --no-install-recommends g++"],
    [
      "Ubuntu",
      chromium,
      machineWith(["apt-get"], { isUbuntu: true }),
      "sudo apt-get install -y --no-install-recommends chromium-browser",
    ],
    ["Fedora", gxx, machineWith(["dnf"]), "sudo dnf install gcc-c++"],
    ["Arch", gxx, machineWith(["pacman"]), "sudo pacman -S --needed gcc"],
    ["macOS", chromium, machineWith([], { platform: "darwin" }), "brew install --cask chromium"],
    ["an unknown Linux", gxx, machineWith([]), "install with this system's packages: g++"],
  ])("is right for %s", (_system, missing, machine, line) => {
    expect(installLine(missing, machine)).toBe(line);
  });

  it("comes with what goes on without them", () => {
    expect(consequence(systemPackages.filter((entry) => entry.name === "crun"))).toEqual([
      "Until then the deck presents, but demos and commands may not run.",
    ]);
    expect(consequence(gxx)).toEqual(["Without them npm cannot build the terminals."]);
  });

  it("names every package for every Linux package manager that is known", () => {
    for (const entry of systemPackages) expect(Object.keys(entry.elsewhere), entry.name).toContain("dnf");
    for (const entry of systemPackages) expect(Object.keys(entry.elsewhere), entry.name).toContain("pacman");
  });
});

describe("becoming root", () => {
  const agreeing = async () => true;
  const refusing = async () => false;
  const wantingPassword = async (...args: string[]) => !args.includes("-n");
  const ordinary = { isRoot: false, canAsk: false };

  it("needs nothing for root", async () => {
    expect(await rootPrefix(machineWith([]), refusing)).toEqual([]);
  });

  it("uses sudo that asks nothing", async () => {
    expect(await rootPrefix(machineWith(["sudo"], ordinary), agreeing)).toEqual(["sudo", "-n"]);
  });

  it("asks for a password only where a person can answer", async () => {
    const machine = machineWith(["sudo"], { ...ordinary, canAsk: true });
    expect(await rootPrefix(machine, wantingPassword)).toEqual(["sudo"]);
    expect(await rootPrefix(machineWith(["sudo"], ordinary), wantingPassword)).toBeNull();
  });

  it("has no way where the password is wrong, nor without sudo", async () => {
    const machine = machineWith(["sudo"], { ...ordinary, canAsk: true });
    expect(await rootPrefix(machine, refusing)).toBeNull();
    expect(await rootPrefix(machineWith([], ordinary), agreeing)).toBeNull();
  });
});

it("reads from apt's messages which packages it does not know", () => {
  const text = [
    "E: Unable to locate package crun",
    "Package 'chromium' has no installation candidate",
    "E: Package chromium-browser has no installation candidate",
  ].join("\n");
  expect(unknownToApt(text)).toEqual(["crun", "chromium", "chromium-browser"]);
});

it("shows of apt's messages the cause and the end", () => {
  const text =
    "Reading package lists...\nE: Failed to fetch a\nE: Failed to fetch b\nE: Unable to fetch some archives\n";
  expect(aptComplaint(text)).toBe("E: Failed to fetch a\nE: Unable to fetch some archives");
  expect(aptComplaint("E: no space left")).toBe("E: no space left");
  expect(aptComplaint("sudo: 3 incorrect password attempts\n")).toBe("sudo: 3 incorrect password attempts");
});
