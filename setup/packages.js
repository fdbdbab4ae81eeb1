/** The system packages that Shelldeck uses: what proves each one, what for, and its name elsewhere. */

/**
 * - `labs`: start and play demos; `build`: compile node-pty when npm packages are installed;
 * - `test`: npm test; `bench`: npm run bench.
 * @typedef {"labs" | "build" | "test" | "bench"} Need
 *
 * @typedef {"apt" | "dnf" | "pacman" | "brew"} Manager
 *
 * @typedef {object} SystemPackage
 * @property {string} name Debian's name.
 * @property {Need[]} needs
 * @property {string} why Ends the sentence "crun - ...".
 * @property {string[]} proofs Any of these shows that it is there: a command, or an absolute path.
 * @property {string[]} [debianProofs] Takes the place of `proofs` where apt is.
 * @property {string} [ubuntu] Ubuntu's name where it is not Debian's.
 * @property {Partial<Record<Manager, string>>} elsewhere
 */

/** What Chromium is called, here and there. */
export const chromiumCommands = ["chromium", "chromium-browser", "google-chrome"];

/** @type {readonly SystemPackage[]} */
export const systemPackages = [
  {
    name: "crun",
    needs: ["labs"],
    why: "runs the labs",
    proofs: ["crun"],
    elsewhere: { dnf: "crun", pacman: "crun" },
  },
  {
    name: "iproute2",
    needs: ["labs"],
    why: "ip: wires the labs' networks",
    proofs: ["ip"],
    elsewhere: { dnf: "iproute iproute-tc", pacman: "iproute2" },
  },
  {
    name: "iptables",
    needs: ["labs"],
    why: "iptables: NAT in the demos",
    proofs: ["iptables"],
    elsewhere: { dnf: "iptables-nft", pacman: "iptables" },
  },
  {
    name: "nftables",
    needs: ["labs"],
    why: "nft: shows and makes NAT rules in the labs",
    proofs: ["nft"],
    elsewhere: { dnf: "nftables", pacman: "nftables" },
  },
  {
    name: "iputils-ping",
    needs: ["labs"],
    why: "ping: tries the labs' networks",
    proofs: ["ping"],
    elsewhere: { dnf: "iputils", pacman: "iputils" },
  },
  {
    name: "tcpdump",
    needs: ["labs"],
    why: "tcpdump: shows packets in the demos",
    proofs: ["tcpdump"],
    elsewhere: { dnf: "tcpdump", pacman: "tcpdump" },
  },
  {
    name: "socat",
    needs: ["labs"],
    why: "socat: proxies and web services in the labs",
    proofs: ["socat"],
    elsewhere: { dnf: "socat", pacman: "socat" },
  },
  {
    name: "curl",
    needs: ["labs"],
    why: "curl: asks web services in the labs",
    proofs: ["curl"],
    elsewhere: { dnf: "curl", pacman: "curl" },
  },
  {
    name: "jq",
    needs: ["labs"],
    why: "jq: reads JSON on the slides",
    proofs: ["jq"],
    elsewhere: { dnf: "jq", pacman: "jq" },
  },
  {
    name: "strace",
    needs: ["labs"],
    why: "strace: shows system calls on the slides",
    proofs: ["strace"],
    elsewhere: { dnf: "strace", pacman: "strace" },
  },
  {
    name: "perl-base",
    needs: ["labs"],
    why: "perl: names and web pages of the labs' internet, and whoami",
    proofs: ["/usr/bin/perl"],
    elsewhere: { dnf: "perl-interpreter", pacman: "perl" },
  },
  {
    name: "procps",
    needs: ["labs"],
    why: "ps and sysctl in the labs",
    proofs: ["sysctl"],
    elsewhere: { dnf: "procps-ng", pacman: "procps-ng" },
  },
  {
    name: "busybox-static",
    needs: ["labs"],
    why: "busybox: the small root file system in the labs",
    proofs: ["busybox"],
    // The package "busybox" has the same command, but not a static one.
    debianProofs: ["/var/lib/dpkg/info/busybox-static.list"],
    elsewhere: { dnf: "busybox", pacman: "busybox" },
  },
  {
    name: "podman",
    needs: ["labs", "bench"],
    why: "podman: runs containers in the labs",
    proofs: ["podman"],
    elsewhere: { dnf: "podman", pacman: "podman" },
  },
  {
    name: "netavark",
    needs: ["labs"],
    why: "gives Podman's containers their network",
    proofs: ["/usr/lib/podman/netavark", "/usr/libexec/podman/netavark"],
    elsewhere: { dnf: "netavark", pacman: "netavark" },
  },
  {
    name: "aardvark-dns",
    needs: ["labs"],
    why: "lets Podman's containers find each other by name",
    proofs: ["/usr/lib/podman/aardvark-dns", "/usr/libexec/podman/aardvark-dns"],
    elsewhere: { dnf: "aardvark-dns", pacman: "aardvark-dns" },
  },
  {
    name: "uidmap",
    needs: ["labs"],
    why: "newuidmap: labs for a user who is not root",
    proofs: ["newuidmap"],
    elsewhere: { dnf: "shadow-utils", pacman: "shadow" },
  },
  {
    name: "python3",
    needs: ["build"],
    why: "builds node-pty, which gives the terminals",
    proofs: ["python3"],
    elsewhere: { dnf: "python3", pacman: "python" },
  },
  {
    name: "make",
    needs: ["build"],
    why: "builds node-pty, which gives the terminals",
    proofs: ["make"],
    elsewhere: { dnf: "make", pacman: "make" },
  },
  {
    name: "g++",
    needs: ["build"],
    why: "builds node-pty, which gives the terminals",
    proofs: ["g++"],
    elsewhere: { dnf: "gcc-c++", pacman: "gcc" },
  },
  {
    name: "chromium",
    needs: ["test", "bench"],
    why: "the browser that the tests click in",
    proofs: chromiumCommands,
    ubuntu: "chromium-browser",
    elsewhere: { dnf: "chromium", pacman: "chromium", brew: "--cask chromium" },
  },
  {
    name: "shellcheck",
    needs: ["test"],
    why: "checks the demo scripts",
    proofs: ["shellcheck"],
    elsewhere: { dnf: "ShellCheck", pacman: "shellcheck", brew: "shellcheck" },
  },
];
