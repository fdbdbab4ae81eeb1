/** Findings as a person reads them. */
import type { Finding } from "./finding.ts";

/** Red for errors, yellow for warnings, faint for remedies. */
const colours = { error: "31;1", warning: "33;1", faint: "2" };

/** Two lines a finding, then what they amount to. */
export function reportText(findings: readonly Finding[], subject: string, isColoured: boolean): string {
  const paint = (colour: keyof typeof colours, text: string) =>
    isColoured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  const lines = findings.flatMap(({ file, line, column, severity, message, remedy }) => [
    `${file}:${line}:${column} ${paint(severity, severity)}: ${message}`,
    paint("faint", `  ${remedy}`),
  ]);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error"), count(findings.length - errors, "warning")];
  const sum = findings.length === 0 ? "nothing to mend" : counts.join(", ");
  return [...lines, ...(lines.length > 0 ? [""] : []), `${subject}: ${sum}`].join("\n");
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
