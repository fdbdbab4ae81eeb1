/** Tells what was typed in a shell session from what it printed. */
import { isIncomplete } from "./incomplete.ts";

/** A line of a session: a prompt with what was typed behind it, more of the same command, or output. */
export interface SessionLine {
  type: "command" | "continuation" | "output";
  /** With its blank; "" when the line has none. */
  prompt: string;
  text: string;
}

const clearPrompts = [
  /^\$(?: |$)/,
  /^❯ /,
  /^\[[\w.-]+@[\w.-]+[^\]\n]{0,200}\][#$%](?: |$)/,
  /^(?:\([\w.-]+\) ?)?[\w.-]+@[\w.-]+(?::[^\s#$%]{0,200})?(?: ?\([^()\s]{0,100}\))? ?[#$%](?: |$)/,
  /^[a-z][\w.-]{0,60}:[~/][^\s#$%]{0,200}[#$%](?: |$)/,
  /^(?:(?:ba|da|a|z|k)?sh(?:-[\d.]+)?|[a-z][\w.-]{0,40}\d)[#$%](?: |$)/,
  /^(?:~|\/[\w./-]{0,200}) [#$](?: |$)/,
];

/** Commands that no English sentence begins with. */
const unmistakable =
  /^(?:sudo|ip|ping6?|curl|podman|docker|buildah|skopeo|kubectl|iptables|ip6tables|nft|tcpdump|socat|nc|ncat|ss|ssh|scp|brctl|bridge|ethtool|sysctl|modprobe|lsmod|nsenter|unshare|chroot|systemctl|systemd-\w+|journalctl|apt|apt-get|dnf|yum|rpm|dpkg|mkdir|rmdir|rm|cp|mv|ls|cd|pwd|cat|grep|sed|awk|jq|ps|chmod|chown|umount|id|whoami|hostname|uname|lsns|dig|nslookup|traceroute|git|bash|sh|python3?|export|tee|tar|wget|crun|runc)(?:\s|$)/;
const opensRootShell =
  /(?:^|\s)(?:su|sudo\s+(?:-i|-s|su)|(?:ba|z)?sh|unshare|nsenter|chroot|systemd-nspawn)(?:\s|$)/;

/** Whether some line of a block is clearly a prompt. */
export function hasPrompt(lines: readonly string[]): boolean {
  return lines.some((line) => clearPrompt(line) !== null);
}

/** The prompt that a line begins with, with its blank; null when it has none, or only a `# ` that may be a comment. */
function clearPrompt(line: string): string | null {
  for (const pattern of clearPrompts) {
    const match = pattern.exec(line);
    if (match) return match[0];
  }
  return null;
}

/**
 * Reads a session. A line that begins with `# ` is a root prompt when nothing else in the session is a prompt, when a
 * root shell was opened before it, or when a command stands behind it that cannot be a sentence; else it is a comment.
 */
export function readSession(lines: readonly string[]): SessionLine[] {
  const onlyRoot = !hasPrompt(lines);
  let root = onlyRoot;
  let command: string[] | null = null;
  return lines.map((line): SessionLine => {
    if (command && isIncomplete(command)) {
      const prompt = /^> ?/.exec(line)?.[0] ?? "";
      const text = line.slice(prompt.length);
      if (prompt !== "" || command.at(-1)?.endsWith("\\")) {
        command.push(text);
        return { type: "continuation", prompt, text };
      }
    }
    command = null;
    const prompt = clearPrompt(line) ?? rootPrompt(line, root);
    if (prompt === null) return { type: "output", prompt: "", text: line };
    const text = line.slice(prompt.length);
    root ||= opensRootShell.test(text);
    command = [text];
    return { type: "command", prompt, text };
  });
}

function rootPrompt(line: string, root: boolean): string | null {
  if (!line.startsWith("# ")) return null;
  return root || unmistakable.test(line.slice(2)) ? "# " : null;
}
