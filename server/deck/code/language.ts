/** What a fence's language means: a grammar for its colours, and whether its text is typed into a shell. */

/** How a block reads: commands to type, a session with prompts and output, or plain text. */
export type BlockKind = "commands" | "session" | "text";

const shells = new Set(["sh", "bash", "shell"]);
const sessions = new Set(["console", "shell-session", "shellsession", "sh-session"]);

/** What the language alone says about a block. */
export function kindByLanguage(language: string | null): "shell" | "session" | "text" {
  if (language === null || shells.has(language)) return "shell";
  return sessions.has(language) ? "session" : "text";
}

const grammars: Record<string, string> = {
  sh: "shellscript",
  bash: "shellscript",
  shell: "shellscript",
  zsh: "shellscript",
  shellscript: "shellscript",
  json: "json",
  yaml: "yaml",
  yml: "yaml",
  dockerfile: "docker",
  docker: "docker",
  containerfile: "docker",
  javascript: "javascript",
  js: "javascript",
  mjs: "javascript",
  typescript: "typescript",
  ts: "typescript",
  python: "python",
  py: "python",
  go: "go",
  golang: "go",
  diff: "diff",
  patch: "diff",
  ini: "ini",
  conf: "ini",
  systemd: "ini",
  toml: "ini",
  html: "html",
  xml: "html",
  css: "css",
};

/** The grammar for a language, or null when it is shown without colours. */
export function grammarOf(language: string): string | null {
  return Object.hasOwn(grammars, language) ? (grammars[language] ?? null) : null;
}
