/** Runs many attempts side by side, in a lab or on the host, by one program. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Lab } from "../../../server/lab/index.ts";
import { type Attempt, judge, type Outcome } from "./attempt.ts";
import { perlModule } from "./perl-module.ts";

/** How many attempts run at once: a lab has 512 processes, and waiting is most of what they do. */
const atOnce = 8;

/** After this long an attempt is ended and counts as neither won nor stopped. */
const timeoutS = 20;

const mark = "@attempt";

/** Runs bash with this text on its standard input and gives all that it says. */
export type RunBash = (input: string) => Promise<string>;

/** On node1 of a lab. */
export function bashInLab(lab: Lab): RunBash {
  const { file, args, env } = lab.command("node1", ["bash"]);
  return (input) => answerOf(spawn(file, args, { env }), input);
}

/** As root on the host, with nothing in the way. */
export const bashOnHost: RunBash = (input) => answerOf(spawn("bash"), input);

async function answerOf(child: ChildProcess, input: string): Promise<string> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  await once(child, "close");
  return said;
}

/** `environment`: what the attempts aim at. */
export async function runAttempts(
  attempts: readonly Attempt[],
  environment: Readonly<Record<string, string>>,
  runBash: RunBash,
): Promise<Outcome[]> {
  const said = await runBash(program(attempts, environment));
  const parts = new Map(
    said
      .split(`${mark} `)
      .slice(1)
      .map((part) => [Number.parseInt(part, 10), part.slice(part.indexOf("\n") + 1)]),
  );
  return attempts.map((attempt, index) => {
    const part = parts.get(index);
    if (part === undefined) throw new Error(`no answer to "${attempt.tries}" in:\n${said}`);
    return judge(attempt, part);
  });
}

function program(attempts: readonly Attempt[], environment: Readonly<Record<string, string>>): string {
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}=${quote(value)}`);
  return [
    "exec 2>&1",
    ...exports,
    "folder=$(mktemp -d) && cd $folder || exit",
    file("Try.pm", perlModule()),
    "export PERL5LIB=$folder",
    "won() { echo won $*; }",
    "export -f won",
    ...attempts.map(({ script }, index) => file(`${index}.sh`, script)),
    `attempt() {
      SECONDS=0
      mkdir $1 && cd $1 || exit
      timeout --kill-after=1 ${timeoutS} unshare --mount --propagation private bash ../$1.sh </dev/null >../$1.out 2>&1
      printf '\nstatus %s after %s s\n' $? $SECONDS >>../$1.out
    }
    export -f attempt`,
    `seq 0 ${attempts.length - 1} | xargs -P ${atOnce} -I{} bash -c 'attempt {}'`,
    `for ((n = 0; n < ${attempts.length}; n++)); do
      echo "${mark} $n"
      tr -cd '\\11\\12\\40-\\176' <$n.out
    done
    cd / && rm -rf $folder`,
  ].join("\n");
}

function file(name: string, text: string): string {
  return `cat >${name} <<'END OF ${name}'\n${text}\nEND OF ${name}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
