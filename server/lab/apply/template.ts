/** Makes the file trees that all labs of an engine share; the keeper then binds them read-only. */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { podmanPrograms } from "../images/index.ts";
import { imageStore } from "../plan/index.ts";
import { labPrograms } from "../world/index.ts";
import { busyboxPath, linksIntoUsr } from "./host.ts";

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

/** The root file system. `hasBusybox`: also make /srv/alpine, a tiny root file system to unshare into. */
export function makeTemplate(root: string, hasBusybox: boolean): void {
  for (const folder of folders) mkdirSync(join(root, folder));
  for (const { name, target } of linksIntoUsr()) symlinkSync(target, join(root, name));
  if (hasBusybox) makeAlpine(join(root, "srv/alpine"));
}

/** What stands at /usr/local in a lab, in place of the host's: the labs' own programs, and where the image store is bound. */
export function makeLocal(local: string): void {
  const inLocal = (path: string) => join(local, path.replace(/^\/?usr\/local\//, ""));
  for (const folder of ["bin", "sbin", "lib", inLocal(imageStore).slice(local.length)])
    mkdirSync(join(local, folder), { recursive: true });
  for (const { path, mode, content } of [...labPrograms, ...podmanPrograms]) {
    mkdirSync(dirname(inLocal(path)), { recursive: true });
    writeFileSync(inLocal(path), content, { mode });
    chmodSync(inLocal(path), mode);
  }
}

function makeAlpine(root: string): void {
  mkdirSync(root);
  for (const folder of ["bin", "dev", "etc", "proc", "root", "sbin", "sys", "tmp", "usr", "var"])
    mkdirSync(join(root, folder));
  for (const folder of ["bin", "sbin"]) mkdirSync(join(root, "usr", folder));
  const busybox = join(root, "bin/busybox");
  copyFileSync(busyboxPath, busybox);
  chmodSync(busybox, 0o755);
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  const applets = execFileSync(busyboxPath, ["--list-full"], { encoding: "utf8" });
  for (const applet of applets.split("\n").filter((path) => path !== "" && path !== "bin/busybox"))
    symlinkSync("/bin/busybox", join(root, applet));
}
