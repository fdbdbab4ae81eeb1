/** What may be pasted into a shell, and when to ask first. */

/** Takes out what a terminal would take for commands to itself: ESC and the other control characters but tab and line ends. */
export function cleanPaste(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "");
}

/** How many lines would run as soon as they are pasted: none where the shell takes a paste as one piece (bracketed paste). */
export function linesThatRun(text: string, isBracketed: boolean): number {
  return isBracketed ? 0 : (text.match(/\r\n|\r|\n/g) ?? []).length;
}
