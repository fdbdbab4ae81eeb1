/** Files as a tar archive (POSIX.1-1988 ustar), all owned by root; paths and link targets of at most 100 bytes. */
import type { LabFile } from "../plan/index.ts";

const blockLength = 512;
const typeflags = { file: "0", link: "2", folder: "5" } as const;
const defaultModes = { file: 0o644, link: 0o777, folder: 0o755 } as const;

/** The files as part of an archive; parts are put together by `archive`. */
export function packTar(files: readonly LabFile[]): Buffer {
  return Buffer.concat(files.flatMap(entry));
}

/** A whole archive of parts; of a path that is in several, the last counts. */
export function archive(...parts: Buffer[]): Buffer {
  return Buffer.concat([...parts, Buffer.alloc(2 * blockLength)]);
}

function entry(file: LabFile): Buffer[] {
  const content = file.kind === "file" ? Buffer.from(file.content) : Buffer.alloc(0);
  const mode = ("mode" in file && file.mode) || defaultModes[file.kind];
  const target = file.kind === "link" ? file.target : "";
  for (const name of [file.path, target]) {
    if (Buffer.byteLength(name) > 100) throw new RangeError(`"${name}" is too long for a tar entry`);
  }
  const header = Buffer.alloc(blockLength);
  header.write(file.path, 0);
  header.write(octal(mode, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(content.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(" ".repeat(8), 148);
  header.write(typeflags[file.kind], 156);
  header.write(target, 157);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148);
  const padding = Buffer.alloc((blockLength - (content.length % blockLength)) % blockLength);
  return [header, content, padding];
}

/** A number as a field of `width` bytes with its terminating zero. */
function octal(value: number, width: number): string {
  return value
    .toString(8)
    .padStart(width - 1, "0")
    .padEnd(width, "\0")
    .slice(0, width);
}
