/** The world a speaker finds in a lab: a node with two networks, an internet, and the tools of the talk. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { hasTun } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";

let engine: LabEngine;
let lab: Lab;

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(() => engine.dispose());

const output = (script: string) => runInLab(lab, script);

test("one is root on node1", async () => {
  expect(await output("id -u; hostname; echo $HOME; pwd")).toBe("0\nnode1\n/root\n/root\n");
});

test("eth0 is on the public network and eth1 on the private one", async () => {
  expect(await output("ip -brief -4 address show | tr -s ' '")).toBe(
    "lo UNKNOWN 127.0.0.1/8 \neth0@if4 UP 192.168.121.11/24 \neth1@if5 UP 10.0.0.11/24 \n",
  );
  expect(await output("ip route show default")).toBe("default via 192.168.121.1 dev eth0 \n");
  expect(await output("getent hosts node1-pub node1-pvt | tr -s ' '")).toBe(
    "192.168.121.11 node1 node1-pub\n10.0.0.11 node1-pvt\n",
  );
});

test("links have the same addresses in every lab, so that recordings read alike", async () => {
  expect(await output("cat /sys/class/net/eth0/address /sys/class/net/eth1/address")).toBe(
    "02:5d:00:00:00:0b\n02:5d:00:00:01:0b\n",
  );
});

test("a fresh lab has no namespaces, does not forward and has no rules", async () => {
  const fresh = await engine.create({ nodes: ["node1"] });
  const script = "ip netns; sysctl -n net.ipv4.ip_forward; iptables-save; nft list ruleset; ls -A /root /tmp";
  expect(await runInLab(fresh, script)).toBe("0\n/root:\n\n/tmp:\n");
  await fresh.dispose();
});

test("a bridge carries packets between two namespaces", async () => {
  const script = `ip link add br0 type bridge
    ip link set br0 up
    for n in 1 2; do
      ip netns add ns$n
      ip link add port$n master br0 type veth peer name eth0 netns ns$n
      ip link set port$n up
      ip -n ns$n address add 192.168.254.1$n/24 dev eth0
      ip -n ns$n link set eth0 up
    done
    ip netns exec ns1 ping -c1 -W2 192.168.254.12`;
  expect(await output(script)).toContain("1 received");
  await output("ip netns delete ns1; ip netns delete ns2; ip link delete br0");
});

test("tcpdump shows the packets of eth0", async () => {
  const script = `timeout 5 tcpdump -c1 -nni eth0 icmp >/tmp/dump 2>/tmp/ready &
    until grep -q listening /tmp/ready; do sleep 0.01; done
    ping -c1 -W2 8.8.8.8 >/dev/null
    wait
    cat /tmp/dump`;
  expect(await output(script)).toMatch(/IP 192\.168\.121\.11 > 8\.8\.8\.8: ICMP echo request/);
});

test("a service in the lab is reached by name and by a proxy", async () => {
  const script = `socat TCP-LISTEN:8000,fork,reuseaddr SYSTEM:'echo hello' &
    socat TCP-LISTEN:8001,fork,reuseaddr TCP:127.0.0.1:8000 &
    for port in 8000 8001; do
      until socat -T2 - TCP:node1-pub:$port </dev/null 2>/dev/null; do sleep 0.01; done
    done
    kill %1 %2`;
  expect(await output(script)).toBe("hello\nhello\n");
});

test("/srv/alpine is a root file system of its own to unshare into", async () => {
  const unshare = "unshare -R /srv/alpine --mount --pid --net --fork --mount-proc /bin/sh";
  expect(await output(`echo 'echo $$; (ps) | grep -c .; ls /; ip -o link | wc -l' | ${unshare}`)).toMatch(
    /^1\n[34]\nbin\ndev\netc\nlinuxrc\nproc\nroot\nsbin\nsys\ntmp\nusr\nvar\n1\n$/,
  );
});

test("files in /etc can be edited and packages' choices of commands are there", async () => {
  expect(await output("echo 192.0.2.7 example >>/etc/hosts; getent hosts example | tr -s ' '")).toBe(
    "192.0.2.7 example\n",
  );
  expect(await output("iptables --version")).toMatch(/^iptables v[\d.]+ \(nf_tables\)\n$/);
});

test.runIf(hasTun())("a tunnel device can be made", async () => {
  expect(
    await output("ip tuntap add tun7 mode tun && ip -brief link show tun7 && ip link delete tun7"),
  ).toMatch(/^tun7 /);
});

describe("a lab of three nodes", () => {
  let three: Lab;
  beforeAll(async () => {
    three = await engine.create({ nodes: ["node1", "node2", "remotehost"] });
  });
  afterAll(() => three.dispose());
  const on = (node: string, script: string) => runInLab(three, script, node);

  test("two nodes see each other on both networks, and a remote host on the public one", async () => {
    const ping = (node: string, target: string) => on(node, `ping -c1 -W2 ${target}`);
    expect(await ping("node1", "node2-pub")).toContain("1 received");
    expect(await ping("node1", "node2-pvt")).toContain("1 received");
    expect(await ping("node2", "node1-pvt")).toContain("1 received");
    expect(await ping("remotehost", "node1")).toContain("1 received");
    expect(await ping("remotehost", "10.0.0.11")).toMatch(/100% packet loss|unreachable/);
  });

  test("all know the same names, and reach the internet by eth0", async () => {
    for (const [node, address] of [
      ["node1", "192.168.121.11"],
      ["node2", "192.168.121.12"],
      ["remotehost", "192.168.121.50"],
    ] as const) {
      const names = "getent hosts node1-pub node2-pub node1-pvt node2-pvt remotehost | cut -d' ' -f1 | xargs";
      expect(await on(node, `hostname; ${names}; ip route show default`)).toBe(
        `${node}\n192.168.121.11 192.168.121.12 10.0.0.11 10.0.0.12 192.168.121.50\ndefault via 192.168.121.1 dev eth0 \n`,
      );
      expect(await on(node, "curl -s http://example.com | grep Remote")).toMatch(
        new RegExp(`^RemoteAddr: ${address}:\\d+\n$`),
      );
    }
  });

  test("a service on node1 is reached from outside, by its name and by a published port", async () => {
    const publish = `whoami 2>/dev/null >&2 &
      until ss -tln | grep -q :80; do sleep 0.01; done
      ip netns add web
      ip link add web-ext type veth peer name eth0 netns web
      ip address add 192.168.255.1/24 dev web-ext
      ip link set web-ext up
      ip -n web address add 192.168.255.11/24 dev eth0
      ip -n web link set eth0 up
      ip -n web route add default via 192.168.255.1
      (ip netns exec web whoami >/dev/null 2>&1 &)
      until ip netns exec web ss -tln | grep -q :80; do sleep 0.01; done
      sysctl -q -w net.ipv4.ip_forward=1
      iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -p tcp --dport 8080 -j DNAT --to 192.168.255.11:80`;
    expect(await on("node1", publish)).toBe("");
    const ask = "curl -sm5 http://node1 http://node1:8080 | grep -e 'IP: 192.*11$' -e Remote";
    expect(await on("remotehost", ask)).toMatch(
      /^IP: 192\.168\.121\.11\nRemoteAddr: 192\.168\.121\.50:\d+\nIP: 192\.168\.255\.11\nRemoteAddr: 192\.168\.121\.50:\d+\n$/,
    );
    expect(await on("node2", "curl -sm5 http://node1-pvt:8080 | grep Remote")).toMatch(
      /^RemoteAddr: 10\.0\.0\.12:\d+\n$/,
    );
  });

  test("nobody else's processes are on a node", async () => {
    expect(await on("node2", "ps -e -o comm=")).toBe("cat\nps\n");
  });
});

test("a process that lost its parent leaves no zombie", async () => {
  await output("for n in {1..20}; do (sleep 0.05 &); done");
  expect(await output("sleep 0.3; ps -e -o stat= | grep -c Z")).toBe("0\n");
});

test("programs wait for their children as usual: SIGCHLD is not ignored", async () => {
  const ignored = Number.parseInt(await output("sed -n 's/^SigIgn:\\t//p' /proc/self/status"), 16);
  expect(ignored & (1 << 16)).toBe(0);
});
