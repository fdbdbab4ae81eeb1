/** Makes the root file system that all labs of an engine share; the keeper then binds it read-only. */
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { busyboxPath, linksIntoUsr } from "./host.ts";
import { run } from "./run.ts";

const folders = [
  "dev",
  "etc",
  "home",
  "mnt",
  "opt",
  "proc",
  "root",
  "run",
  "srv",
  "sys",
  "tmp",
  "usr",
  "var",
];

/** `hasBusybox`: also make /srv/alpine, a tiny root file system to unshare into. */
export async function makeTemplate(root: string, hasBusybox: boolean): Promise<void> {
  for (const folder of folders) mkdirSync(join(root, folder));
  for (const { name, target } of linksIntoUsr()) symlinkSync(target, join(root, name));
  if (hasBusybox) await makeAlpine(join(root, "srv/alpine"));
}

async function makeAlpine(root: string): Promise<void> {
  mkdirSync(root);
  for (const folder of ["bin", "dev", "etc", "proc", "root", "sbin", "sys", "tmp", "usr", "var"])
    mkdirSync(join(root, folder));
  for (const folder of ["bin", "sbin"]) mkdirSync(join(root, "usr", folder));
  const busybox = join(root, "bin/busybox");
  copyFileSync(busyboxPath, busybox);
  chmodSync(busybox, 0o755);
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  await run("chroot", [root, "/bin/busybox", "--install", "-s"]);
}
