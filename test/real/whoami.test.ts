/** The program whoami in a lab: a small web service that tells who it is and who asks. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { runInLab } from "./lab-run.ts";
import { LabTerminal } from "./lab-terminal.ts";

let engine: LabEngine;
let lab: Lab;
beforeAll(async () => {
  engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(() => engine?.dispose());
beforeEach(() => runInLab(lab, "pkill whoami; true"));

/** Runs a script once whoami listens; it ends with the script. */
const withWhoami = (script: string, options = "", port = 80) =>
  runInLab(
    lab,
    `whoami ${options} 2>/tmp/said &
    until ss -tln | grep -q ':${port} '; do sleep 0.01; done
    ${script}
    kill %1`,
  );

test("answers with host name, addresses, who asks, and the request as it came", async () => {
  const answer = await withWhoami("curl -s -A talk -H 'X-Slide: 3' http://192.168.121.11/a/b?c=d");
  expect(answer.replace(/(RemoteAddr: [\d.]+):\d+/, "$1:PORT")).toBe(`Hostname: node1
IP: 127.0.0.1
IP: ::1
IP: 192.168.121.11
IP: 10.0.0.11
RemoteAddr: 192.168.121.11:PORT
GET /a/b?c=d HTTP/1.1
Host: 192.168.121.11
User-Agent: talk
Accept: */*
X-Slide: 3
`);
});

test("says that it serves, and where the command of that name went", async () => {
  expect(await withWhoami("cat /tmp/said")).toBe(
    "whoami: serving on port 80 as root@node1; Ctrl-C ends it (/usr/bin/whoami tells the user)\n",
  );
  expect(await runInLab(lab, "/usr/bin/whoami")).toBe("root\n");
});

test("is found by its name among processes and sockets", async () => {
  const answer = await withWhoami("pgrep -x whoami | wc -l; ps -C whoami -o args=; ss -tlnp 'sport = :80'");
  expect(answer).toMatch(/^1\nwhoami\n[\s\S]*\*:80 [\s\S]*users:\(\("whoami"/);
});

test("Ctrl-C ends it", async () => {
  const terminal = await LabTerminal.open(lab, "ab".repeat(16));
  await terminal.type("whoami", "serving on port 80");
  expect(await terminal.type("\x03", "133;D;130")).toContain("^C");
  terminal.close();
});

describe("addresses and ports", () => {
  test("another port", async () => {
    expect(await withWhoami("curl -s http://127.0.0.1:8080 | head -1", "--port 8080", 8080)).toBe(
      "Hostname: node1\n",
    );
  });

  test("IPv6 asks too, and an IPv4 address looks like one", async () => {
    expect(await withWhoami("curl -s http://[::1] http://127.0.0.1 | grep Remote")).toMatch(
      /^RemoteAddr: \[::1\]:\d+\nRemoteAddr: 127\.0\.0\.1:\d+\n$/,
    );
  });

  test("two on two addresses of one node, at the same port", async () => {
    const script = `whoami --bind 10.0.0.11 2>/dev/null &
      until ss -tln | grep -q 10.0.0.11:80; do sleep 0.01; done
      for a in 10.0.0.11 192.168.121.11; do curl -sS http://$a | grep Host; done
      curl -sS http://127.0.0.1
      kill %2`;
    expect(await withWhoami(script, "--bind=192.168.121.11")).toMatch(
      /^Hostname: node1\nHost: 10\.0\.0\.11\nHostname: node1\nHost: 192\.168\.121\.11\ncurl: \(7\)/,
    );
  });

  test("one in each namespace", async () => {
    const script = `for n in 1 2; do
        ip netns add ns$n
        ip link add port$n type veth peer name eth0 netns ns$n
        ip address add 192.168.25$n.1/24 dev port$n
        ip link set port$n up
        ip -n ns$n address add 192.168.25$n.11/24 dev eth0
        ip -n ns$n link set eth0 up
        (ip netns exec ns$n whoami 2>/dev/null &)
      done
      for n in 1 2; do
        until ip netns exec ns$n ss -tln | grep -q :80; do sleep 0.01; done
        curl -s http://192.168.25$n.11 | grep -e '^IP: 192' -e Remote
      done
      pkill whoami; ip netns delete ns1; ip netns delete ns2`;
    expect(await runInLab(lab, script)).toMatch(
      /^IP: 192\.168\.251\.11\nRemoteAddr: 192\.168\.251\.1:\d+\nIP: 192\.168\.252\.11\nRemoteAddr: 192\.168\.252\.1:\d+\n$/,
    );
  });

  test.each([
    ["--port 0", "whoami: port 0 is not in 1..65535"],
    ["--port 70000", "whoami: port 70000 is not in 1..65535"],
    ["--bind 192.168.1.300", "whoami: 192.168.1.300 is no address"],
    ["--bind 192.0.2.1", "whoami: port 80: Cannot assign requested address"],
    ["--colour", "usage: whoami [--port N] [--bind ADDRESS]"],
    ["am i", "usage: whoami [--port N] [--bind ADDRESS]"],
  ])("whoami %s: %s", async (options, complaint) => {
    expect(await runInLab(lab, `timeout 5 whoami ${options}; echo $? | tr 1-9 N`)).toMatch(
      new RegExp(`^${complaint.replace(/[[\].]/g, "\\$&")}\nN+\n$`),
    );
  });

  test("a port that is taken", async () => {
    expect(await withWhoami("whoami")).toBe("whoami: port 80: Address already in use\n");
  });
});

describe("clients", () => {
  test("HEAD gets the head alone, POST what it sent is not", async () => {
    expect(await withWhoami("curl -sI http://127.0.0.1")).toMatch(
      /^HTTP\/1\.1 200 OK\r\nContent-Type: text\/plain; charset=utf-8\r\nContent-Length: \d+\r\nConnection: close\r\n\r\n$/,
    );
    expect(await withWhoami("curl -s -d secret=1 http://127.0.0.1")).toMatch(
      /POST \/ HTTP\/1\.1\n[\s\S]*Content-Length: 8\n(?![\s\S]*secret)/,
    );
  });

  test("a long upload gets its answer and not a reset, even from who reads only when all is sent", async () => {
    const upload = "head -c 30M /dev/zero | curl -sS -o /dev/null -w '%{http_code}\\n' -T - http://127.0.0.1";
    expect(await withWhoami(upload)).toBe("200\n");
    const patient = `exec 3<>/dev/tcp/127.0.0.1/80
      printf 'POST / HTTP/1.1\\r\\nContent-Length: 3000000\\r\\n\\r\\n' >&3
      head -c 3000000 /dev/zero >&3; echo $?
      head -1 <&3`;
    expect(await withWhoami(patient)).toBe("0\nHTTP/1.1 200 OK\r\n");
  });

  test("telnet is enough", async () => {
    expect(await withWhoami("printf 'GET /\\n\\n' | socat - TCP:127.0.0.1:80 | tail -2")).toMatch(
      /^RemoteAddr: 127\.0\.0\.1:\d+\nGET \/\n$/,
    );
  });

  test("nonsense and too much are refused", async () => {
    expect(await withWhoami("printf 'hello\\r\\n\\r\\n' | socat - TCP:127.0.0.1:80 | head -1")).toBe(
      "HTTP/1.1 400 Bad Request\r\n",
    );
    const long = "curl -s -o /dev/null -w '%{http_code}\\n' -H \"X: $(printf %9000d 1)\" http://127.0.0.1";
    expect(await withWhoami(long)).toBe("431\n");
  });

  test("those who say nothing, half a line, or go away keep nobody waiting", async () => {
    const script = `exec 3>&1 >/dev/null 2>&1
      for n in {1..40}; do (sleep 9 3>&- | socat -u - TCP:127.0.0.1:80 3>&- &) done
      for n in {1..40}; do ({ printf 'GET / HT'; sleep 9; } 3>&- | socat -u - TCP:127.0.0.1:80 3>&- &) done
      for n in {1..40}; do printf 'GET / HTTP/1.1\\r\\n\\r\\n' | socat -u - TCP:127.0.0.1:80; done
      for n in {1..100}; do echo 'url = "http://127.0.0.1/"'; echo 'output = "/dev/null"'; done >/tmp/pages
      exec >&3
      curl -s --no-progress-meter -m5 -Z --parallel-max 50 -w '%{http_code}\\n' -K /tmp/pages | sort | uniq -c | tr -s ' '
      pgrep -cx whoami; pkill sleep`;
    expect(await withWhoami(script)).toBe(" 100 200\n1\n");
  });
});
