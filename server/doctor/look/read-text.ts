/** Reads a file of the system that may not be there. */
import { readFileSync } from "node:fs";

/** "" where it is not, or not for us. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
