/** Names of demos: what a slide links to, and what the script's file is called. */

const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const maxNameLength = 100;
const scriptEnding = ".sh";

/** Whether `text` can name a demo: lower-case words and digits joined by hyphens, at most 100 characters. */
export function isDemoName(text: string): boolean {
  return text.length <= maxNameLength && namePattern.test(text);
}

/** Names of the demos among the files of a folder, in natural order; other files are passed over. */
export function demoNames(files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith(scriptEnding))
    .map((file) => file.slice(0, -scriptEnding.length))
    .filter(isDemoName)
    .sort((left, right) => left.localeCompare(right, "en", { numeric: true }));
}
