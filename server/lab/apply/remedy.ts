/** What to do about a failure on the host's side, read off what the kernel or a tool said. */

const remedies: readonly { said: RegExp; remedy: (runFolder: string) => string }[] = [
  {
    said: /tar: .*(no space|cannot)/i,
    remedy: () =>
      "give nodes more room: their files did not fit into the disk space and inodes that limits allow",
  },
  {
    said: /ENOSPC|no space left/i,
    remedy: (runFolder) =>
      `make room in ${runFolder}: labs keep small files there (df -h and df -i tell how much there is)`,
  },
  {
    said: /(crun|nsenter|bash|unshare|setpriv).*(ENOENT|no such file|not found)|spawn .* ENOENT/i,
    remedy: () =>
      "install what labs need; on Debian and Ubuntu: apt install crun uidmap iproute2 util-linux tar bash",
  },
  {
    said: /EAGAIN|EMFILE|ENFILE|resource temporarily unavailable|too many open files|cannot fork/i,
    remedy: () =>
      "the machine or your user has no processes or open files left: end other labs or programs, or raise ulimit -u and -n",
  },
  {
    said: /ENOMEM|cannot allocate memory/i,
    remedy: () => "the machine has no memory left: end other labs or programs",
  },
];

export function remedyFor(complaint: string, runFolder: string): string {
  const found = remedies.find(({ said }) => said.test(complaint));
  return found?.remedy(runFolder) ?? "see docs/labs.md for what a lab needs of its host";
}
