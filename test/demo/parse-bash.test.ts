/** The reader of demo scripts ends a command where bash ends it, after every single line. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { CommandScanner } from "../../server/demo/parse-bash.ts";

const scripts: Record<string, string> = {
  "plain commands": "ip link add br0 type bridge\nip -br link # (not open {\necho done; echo if\n",
  quotes: `echo 'a\n# b'\necho "a $(echo "\n") b"\necho $'it\\'s\n' it\\'s\necho "\${x:-it's
's}" \${y:-"}"}\n`,
  "here-documents": `cat << A; cat <<-"B C"\n\n$( "\nA\nx\n\tB C\ncat <<< "$x"\ngrep x <<'E' |\n'\nE\n  wc -l\n`,
  "joined lines":
    "iptables -A FORWARD \\\n  -j ACCEPT\ntrue &&\n\n# why\n  false ||\n  true\nls |\n  wc -l\n",
  loops:
    "for i in 1 2; do\n  echo $i\ndone\nwhile read -r x\ndo echo; done < f\nfor ((i = 0; i < 1 << 2; i++)); do\n:\ndone\nuntil ! a; do b; done\n",
  conditions:
    "if a; then\n  b\nelif c\nthen d; else\n  e\nfi\n[[ $a == *(b) && \n  -f c ]] && (( 1 << 2\n)) || echo fi\n",
  cases: `case $1 in\n  (a|b) echo "x)"\n  ;;\n  esac.) c ;&\n  *) if d; then e; fi\nesac\necho $(case a in a) b;; esac)\n`,
  "functions and groups":
    "f() {\n  echo }\n}\nfunction g {\n:\n}\nh()\n{\n:\n}\n(\n  cd /\n)\n{ a; b\n} | c\n",
  "arrays and expansions": `a=(\n  if # (\n  "b c")\necho \${#a[@]} \${a[@]/#x/ } $((\n  (1 + 2) << 3 )) $# \`echo\n\`\n`,
  background: "(sleep 1 &)\nsleep 1 & sleep 1 &\ntime {\n a; } 2>&1 &> f\ndiff <(a) <(\nb)\n",
};

/** What bash says of a script that may have ended too early. */
function isOpenForBash(script: string): boolean {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
  return status !== 0 || stderr.includes("here-document") || /\\\n$/.test(script);
}

describe("a command is complete exactly when bash says so:", () => {
  test.each(Object.entries(scripts))("%s", (_, script) => {
    const scanner = new CommandScanner();
    const lines = script.trimEnd().split("\n");
    const ours: string[] = [];
    const bash: string[] = [];
    for (const [index, line] of lines.entries()) {
      scanner.feed(line);
      ours.push(`${scanner.open ? "open" : "done"}: ${line}`);
      const soFar = `${lines.slice(0, index + 1).join("\n")}\n`;
      bash.push(`${isOpenForBash(soFar) ? "open" : "done"}: ${line}`);
    }
    expect(ours).toEqual(bash);
    expect(ours.at(-1)).toMatch(/^done/);
  });
});

test("what is open is named with the place where it was opened", () => {
  const scanner = new CommandScanner();
  scanner.feed("true");
  scanner.feed('if [ "$(a)" ]; then');
  scanner.feed('  echo "b');
  expect(scanner.open).toMatchObject({ name: 'quote "', row: 2, column: 7 });
});
