/** Whether a shell would ask for more lines; enough of the grammar for what slides show. */

/** True when the lines typed so far end in the middle of a command. */
export function isIncomplete(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? "";
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(last)) return true;
  if (/(?:\||&&|\bdo|\bthen|\belse|\{|\()\s*$/.test(last)) return true;
  const text = lines.join("\n");
  return hasOpenHereDocument(lines) || hasOpenQuote(text) || hasOpenBlock(text);
}

/** More `if`, `for`, `while`, `until` and `case` than ends of them, where a command may begin. */
function hasOpenBlock(text: string): boolean {
  const opened = text.match(/(?:^|[;&|\n(]|\b(?:do|then|else)\b)[ \t]*(?:if|for|while|until|case)\b/g) ?? [];
  const closed = text.match(/(?:^|[;&|\n])[ \t]*(?:fi|done|esac)\b/g) ?? [];
  return opened.length > closed.length;
}

function hasOpenHereDocument(lines: readonly string[]): boolean {
  let word: string | null = null;
  for (const line of lines) {
    if (word === null) word = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec(line)?.[2] ?? null;
    else if (line.trim() === word) word = null;
  }
  return word !== null;
}

function hasOpenQuote(text: string): boolean {
  let quote: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\\" && quote !== "'") at++;
    else if (quote !== null) quote = character === quote ? null : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "#" && /(?:^|\s)$/.test(text.slice(Math.max(0, at - 1), at))) {
      const end = text.indexOf("\n", at);
      if (end < 0) return false;
      at = end;
    }
  }
  return quote !== null;
}
