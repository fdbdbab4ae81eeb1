/** A terminal's output as plain text: escape sequences (ECMA-48) taken out, line ends as `\n`. */

const sequences =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])/g;

export function plainText(output: string): string {
  return output
    .replace(sequences, "")
    .replace(/\r+\n/g, "\n")
    .replace(/[\x00-\x08\x0b-\x1a\x1c-\x1f]/g, "");
}
