/** The internet of a lab: names, pings and web pages, and no answer for those it does not know. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archive, packTar } from "../../server/lab/apply/tar.ts";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { firstProcess, startFile } from "../../server/lab/plan/first-process.ts";
import { runInLab } from "./lab-run.ts";

let engine: LabEngine;
let lab: Lab;
beforeAll(async () => {
  engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(() => engine?.dispose());

const output = (script: string) => runInLab(lab, script);

/** A namespace that sends by node1, and with an address of its own that nobody else knows. */
const inside = `ip netns add inside
  ip link add outer type veth peer name inner netns inside
  ip address add 192.168.255.1/24 dev outer
  ip link set outer up
  ip -n inside address add 192.168.255.11/24 dev inner
  ip -n inside link set inner up
  ip -n inside route add default via 192.168.255.1
  sysctl -q -w net.ipv4.ip_forward=1`;
const masquerade = "iptables -t nat -A POSTROUTING -s 192.168.255.0/24 -o eth0 -j MASQUERADE";

test("a page comes by name with the first command in a new lab, every time", async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const fresh = await engine.create({ nodes: ["node1"] });
      const answer = await runInLab(fresh, "curl -sS http://example.com | head -2");
      await fresh.dispose();
      return answer;
    }),
  );
  expect(new Set(answers)).toEqual(new Set(["Hostname: example.com\nIP: 203.0.113.10\n"]));
});

describe("what a container brings along to be started", () => {
  /** What the first process says, here run in a node, and the files in /tmp at the moment when it says so. */
  async function start(content: string): Promise<string> {
    const files = archive(packTar([{ path: startFile, kind: "file", content }]));
    const fresh = await engine.create({ nodes: ["node1"] });
    const [shell = "", ...args] = firstProcess.map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    const script = `${shell} ${args.join(" ")} | while read -r said; do echo $said $(ls /tmp); done`;
    const said = await runInLab(
      fresh,
      script,
      "node1",
      Buffer.concat([Buffer.from(`${files.length}\n`), files]),
    );
    await fresh.dispose();
    return said;
  }

  test("has started when the container is ready", async () => {
    expect(await start("sleep 0.2; touch /tmp/listens")).toBe("up\nready listens\n");
  });

  test("holds nothing up when it fails, and says nothing", async () => {
    expect(await start("echo oops; no-such-program; exit 3")).toBe("up\nready\n");
  });
});

describe("names", () => {
  test.each([
    ["example.com", "203.0.113.10"],
    ["www.example.com", "203.0.113.10"],
    ["EXAMPLE.org", "203.0.113.20"],
    ["oddbit.com", "198.51.100.30"],
    ["one.one.one.one", "1.1.1.1"],
  ])("%s is at %s", async (name, address) => {
    expect(await output(`getent ahostsv4 ${name} | cut -d' ' -f1 | sort -u`)).toBe(`${address}\n`);
  });

  test("a name with two addresses has both", async () => {
    expect(await output("getent ahosts dns.google | cut -d' ' -f1 | sort -u")).toBe("8.8.4.4\n8.8.8.8\n");
  });

  test("addresses have their names", async () => {
    const lookup = "for a in 8.8.8.8 1.1.1.1 203.0.113.10; do getent hosts $a; done | tr -s ' '";
    expect(await output(lookup)).toBe(
      "8.8.8.8 dns.google\n1.1.1.1 one.one.one.one\n203.0.113.10 example.com\n",
    );
  });

  test("a name that is not there is refused at once, not waited for", async () => {
    expect(await output("timeout 0.9 curl -sS http://no-such-name.example; echo $?")).toBe(
      "curl: (6) Could not resolve host: no-such-name.example\n6\n",
    );
  });

  test("nothing has an IPv6 address, which is no mistake: programs go on with the other", async () => {
    expect(await output("getent ahostsv6 example.com; echo $?")).toBe("2\n");
    expect(await output("getent hosts example.com | tr -s ' '")).toBe("203.0.113.10 example.com\n");
  });

  test("they come over TCP too", async () => {
    const script = `RES_OPTIONS=use-vc strace -f -e trace=socket -o /tmp/calls getent hosts example.com
      grep -o 'AF_INET, SOCK_STREAM' /tmp/calls | sort -u`;
    expect(await output(script)).toMatch(/^203\.0\.113\.10 +example\.com\nAF_INET, SOCK_STREAM\n$/);
    expect(await output("RES_OPTIONS=use-vc getent hosts nope.example; echo $?")).toBe("2\n");
  });

  test.each(["8.8.8.8", "8.8.4.4", "1.1.1.1"])("%s tells them", async (server) => {
    const resolver = `echo nameserver ${server} >/etc/netns/other/resolv.conf`;
    const script = `mkdir /etc/netns/other; ${resolver}
      unshare --mount sh -c 'mount --bind /etc/netns/other/resolv.conf /etc/resolv.conf; getent hosts example.org'
      rm -r /etc/netns/other`;
    expect(await output(script)).toMatch(/^203\.0\.113\.20 +example\.org\n$/);
  });

  test("questions without sense hurt nobody", async () => {
    const script = `for size in 0 1 5 11 12 13 40 600; do
        head -c $size /dev/urandom | socat -u - UDP:8.8.8.8:53
        head -c $size /dev/urandom | socat -u - TCP:8.8.8.8:53
      done
      printf '\\0\\1\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\77' | socat -u - UDP:8.8.8.8:53
      getent hosts example.com`;
    expect(await output(script)).toMatch(/^203\.0\.113\.10 +example\.com\n$/);
  });
});

describe("hosts", () => {
  test.each(["8.8.8.8", "8.8.4.4", "1.1.1.1", "example.com", "example.org", "oddbit.com"])(
    "%s answers ping",
    async (host) => {
      expect(await output(`ping -c1 -W2 ${host}`)).toContain("1 received");
    },
  );

  test.each([
    ["example.com", "203.0.113.10"],
    ["example.org", "203.0.113.20"],
    ["oddbit.com", "198.51.100.30"],
    ["dns.google", "8.8.8.8"],
  ])("%s says who it is and who asks", async (name, address) => {
    expect(await output(`curl -sS --resolve ${name}:80:${address} http://${name}/talk?slide=3`)).toMatch(
      new RegExp(
        `^Hostname: ${name}\nIP: ${address}\nRemoteAddr: 192\\.168\\.121\\.11:\\d+\nGET /talk\\?slide=3 HTTP/1\\.1\nHost: ${name}\n`,
      ),
    );
  });

  test("the router between them and node1 is no web server, and no name server", async () => {
    expect(await output("ping -c1 -W2 192.168.121.1")).toContain("1 received");
    expect(await output("curl -sS http://192.168.121.1; echo $?")).toMatch(/\n7\n$/);
    expect(await output("socat -u OPEN:/dev/null TCP:192.168.121.1:53")).toContain("Connection refused");
  });

  test("an address that is nobody's does not answer", async () => {
    expect(await output("ping -c1 -W1 203.0.113.99")).toContain("100% packet loss");
  });
});

test("who has an address the internet does not know gets no answer, until it is masqueraded", async () => {
  const ping = "ip netns exec inside ping -c1 -W1 8.8.8.8";
  const name = "ip netns exec inside getent hosts example.com";
  const page = "ip netns exec inside curl -sS -m1 http://203.0.113.10";
  expect(await output(`${inside}\n${ping}; ${name}; ${page}; echo $?`)).toMatch(
    /100% packet loss[\s\S]*Connection timed out[\s\S]*\n28\n$/,
  );
  const after = await output(`${masquerade}\n${ping}; ${name}; ${page}`);
  expect(after).toContain("1 received");
  expect(after).toMatch(/\n203\.0\.113\.10 +example\.com\n/);
  expect(after).toMatch(/\nRemoteAddr: 192\.168\.121\.11:\d+\n/);
  await output("ip netns delete inside; iptables -t nat -F; sysctl -q -w net.ipv4.ip_forward=0");
});

test("many ask at once, and some never finish their question", async () => {
  const script = `for n in {1..30}; do (sleep 9 | socat -u - TCP:203.0.113.10:80 >/dev/null 2>&1 &) done
    for n in {1..60}; do echo 'url = "http://example.com/"'; echo 'output = "/dev/null"'; done >/tmp/pages
    curl -sS --no-progress-meter -Z --parallel-max 30 -w '%{http_code}\\n' -K /tmp/pages | sort | uniq -c | tr -s ' '
    pkill sleep`;
  expect(await output(script)).toBe(" 60 200\n");
});
