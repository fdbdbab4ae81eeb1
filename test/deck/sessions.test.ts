/** What of a shell session is typed. */
import { describe, expect, test } from "vitest";
import { compile } from "./compiler.ts";

function typed(session: string, language = ""): string[] | null {
  return compile(`\`\`\`${language}\n${session}\n\`\`\``).slides[0]?.blocks[0]?.lines ?? null;
}

describe("of a session is typed", () => {
  test("what stands behind the prompts that shells have", () => {
    const session = [
      "$ one",
      "user@host:~$ two",
      "root@node1:/etc# three",
      "[root@node1 ~]# four",
      "(venv) user@host:~/src (main)$ five",
      "bash-5.2# six",
      "sh-5.1$ seven",
      "node1# eight",
      "node1:~# nine",
      "/ # ten",
      "~ $ eleven",
      "❯ twelve",
    ].join("\n");
    expect(typed(session)?.join(" ")).toBe("one two three four five six seven eight nine ten eleven twelve");
  });

  test("no output, whatever it looks like", () => {
    expect(typed("$ ls -l\ntotal 0\n$HOME is set\n  $ indented\n> quoted\n50% # done")).toEqual(["ls -l"]);
  });

  test("nothing for a prompt that waits", () => {
    expect(typed("$ podman run -ti alpine sh\n/ # id\n/ #\n$\nroot@node1:/#\n$ exit")).toEqual([
      "podman run -ti alpine sh",
      "id",
      "exit",
    ]);
  });

  test("no comment", () => {
    expect(typed("# first look at the links\n$ ip link\n# and then\n$ id")).toEqual(["ip link", "id"]);
  });

  test("what follows a root prompt once a root shell was opened", () => {
    expect(typed("$ sudo -i\n# modprobe bridge\n# whoami")).toEqual(["sudo -i", "modprobe bridge", "whoami"]);
  });

  test("a command behind a root prompt that cannot be a sentence", () => {
    expect(typed("$ id -u\n1000\n# ip link add br0 type bridge\n# bring it up")).toEqual([
      "id -u",
      "ip link add br0 type bridge",
    ]);
  });

  test("every line behind a root prompt, in a fence that says it is a session", () => {
    expect(typed("# modprobe bridge\n# lsmod\nbridge 1\n", "console")).toEqual(["modprobe bridge", "lsmod"]);
  });

  test("a command over several lines as a whole", () => {
    expect(typed("$ ping -c1 \\\n> -W1 \\\n  8.8.8.8\nPING")).toEqual(["ping -c1 \\", "-W1 \\", "  8.8.8.8"]);
    expect(typed("$ for i in 1 2; do\n> echo $i\n> done\n1\n2")).toEqual([
      "for i in 1 2; do",
      "echo $i",
      "done",
    ]);
    expect(typed("$ cat <<EOF\n> a\n> EOF\na\n> b")).toEqual(["cat <<EOF", "a", "EOF"]);
    expect(typed("$ echo 'a\n> b'\na")).toEqual(["echo 'a", "b'"]);
  });
});

describe("of a fence of commands", () => {
  test("a comment is no prompt", () => {
    expect(typed("# make a bridge\nip link add br0 type bridge", "sh")).toEqual([
      "# make a bridge",
      "ip link add br0 type bridge",
    ]);
  });

  test("blank lines at its ends are dropped", () => {
    expect(typed("\n\nip link\n\nip addr\n\n")).toEqual(["ip link", "", "ip addr"]);
  });

  test("nothing runs when there is nothing to run", () => {
    expect(typed("# only a comment")).toBeNull();
    expect(typed("")).toBeNull();
    expect(typed("print(1)", "python")).toBeNull();
    expect(typed("no prompt here", "console")).toBeNull();
  });
});
