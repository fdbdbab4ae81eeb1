/** The front file of what Shelldeck itself puts into a lab for people to use and to be answered by. */
import { internetProgram } from "./internet.ts";
import { whoami } from "./whoami.ts";

/** A program of the labs' own, in the root file system that they share. */
export interface LabProgram {
  /** From the root, without a slash before it. */
  path: string;
  mode: number;
  content: string;
}

/** Where the internet's container finds what answers for it. */
export const internetProgramPath = "/usr/local/libexec/shelldeck/internet";

/** They need /usr/bin/perl, without any of its modules. */
export const labPrograms: readonly LabProgram[] = [
  { path: "usr/local/bin/whoami", mode: 0o755, content: whoami },
  { path: internetProgramPath.slice(1), mode: 0o755, content: internetProgram },
];
