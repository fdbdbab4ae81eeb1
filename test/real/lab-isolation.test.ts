/** What of the host, the server and other labs is in sight or in reach from a lab: nothing. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { enginesFolder } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";

const secret = "secret-of-the-server-7d1f";
let engine: LabEngine;
let lab: Lab;

beforeAll(async () => {
  process.env.SHELLDECK_TEST_SECRET = secret;
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(async () => {
  delete process.env.SHELLDECK_TEST_SECRET;
  await engine.dispose();
});

describe("files", () => {
  test("/usr and / stay read-only, whatever is remounted", async () => {
    const output = await runInLab(
      lab,
      `mkdir /tmp/a
      mount -o remount,bind,rw /usr; mount -o remount,rw /usr; mount -o remount,bind,rw /; mount -o remount,rw /
      mount --rbind /usr /tmp/a && mount -o remount,bind,rw /tmp/a
      unshare --mount mount -o remount,bind,rw /usr
      unshare --mount --user --map-root-user mount -o remount,bind,rw /usr
      for target in /usr /usr/local/bin /usr/lib /tmp/a /; do touch $target/written && echo "wrote $target"; done
      ls -d /usr/written /written
      umount -l /tmp/a; rmdir /tmp/a`,
    );
    expect(output).not.toMatch(/wrote|^\/(usr\/)?written/m);
    expect(output.match(/touch: .*: Read-only file system/g)).toHaveLength(5);
  });

  test("even a writable /usr would not be the lab's: its files belong to nobody in it", async () => {
    expect(await runInLab(lab, "stat -c %U /usr /usr/bin/bash /")).toBe("nobody\nnobody\nnobody\n");
  });

  test("nothing lies under what a lab can unmount", async () => {
    const output = await runInLab(
      lab,
      `unshare --mount bash -c '
        for path in /sys /run /root /etc /tmp /var /dev/shm /dev/pts /proc; do
          while umount -l $path; do echo unmounted $path; done 2>/dev/null
        done
        ls -A /sys /run /root /etc /tmp /var /home'`,
    );
    expect(output.match(/^unmounted/gm)?.length).toBeGreaterThanOrEqual(9);
    expect(output.replaceAll(/^unmounted.*\n/gm, "")).toBe(
      ["etc", "home", "root", "run", "sys", "tmp", "var"].map((name) => `/${name}:\n`).join("\n"),
    );
  });

  test("no home, no checkout, no state and no socket of the host is in sight", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lab-isolation-"));
    writeFileSync(join(folder, "mark-of-the-host"), secret);
    const output = await runInLab(
      lab,
      `ls ${folder} ${process.cwd()} ${enginesFolder}
      find / -xdev -path /proc -prune -o -name mark-of-the-host -print 2>/dev/null
      find /dev /run /tmp /var /home /root /srv /opt /mnt -type s
      ls -A /home /opt /mnt`,
    );
    rmSync(folder, { recursive: true });
    expect(output.match(/cannot access/g)).toHaveLength(3);
    expect(output.replaceAll(/^ls: cannot access .*\n/gm, "")).toBe("/home:\n\n/mnt:\n\n/opt:\n");
  });

  test("the mounts of a lab name no folder of the host", async () => {
    const output = await runInLab(lab, "cut -d' ' -f4-5 /proc/self/mountinfo; cat /proc/self/mounts");
    expect(output).toContain("/usr /usr\n");
    expect(output).not.toContain(process.cwd());
    expect(output).not.toMatch(/overlay|\/home|docker/);
  });
});

test("the image store that all labs share is root's to read and nobody's to write, however it is mounted", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lab-images-"));
  mkdirSync(join(folder, "store/overlay"), { recursive: true });
  writeFileSync(join(folder, "store/overlay/layer"), "a layer\n", { mode: 0o600 });
  const images = join(folder, "images.tar");
  await promisify(execFile)("tar", [
    "-C",
    join(folder, "store"),
    "--owner=0",
    "--group=0",
    "-cf",
    images,
    ".",
  ]);
  const shared = await createLabEngine({ images });
  const one = await shared.create({ nodes: ["node1"] });
  const output = await runInLab(
    one,
    `cd /usr/local/share/shelldeck/images
    stat -c %U overlay/layer; cat overlay/layer
    write() { { echo no >overlay/layer; touch new; rm overlay/layer; mkdir more; } 2>/dev/null && echo wrote; }
    write
    mount -o remount,bind,rw "$PWD" && write
    mount -o remount,rw "$PWD" && echo remounted
    mkdir /tmp/again && mount --bind "$PWD" /tmp/again && mount -o remount,bind,rw /tmp/again && cd /tmp/again && write
    unshare --user --map-root-user --mount sh -c 'mount -o remount,rw "$PWD"; touch new && echo wrote'
    cat overlay/layer`,
  );
  await shared.dispose();
  rmSync(folder, { recursive: true });
  expect(output).toMatch(/^root\na layer\n/);
  expect(output).not.toMatch(/wrote|remounted/);
  expect(output).toMatch(/a layer\n$/);
});

describe("the server", () => {
  test("its environment is in no process of the lab", async () => {
    const output = await runInLab(lab, "env; cat /proc/[0-9]*/environ | tr '\\0' '\\n'");
    expect(output).toContain("HOME=/root");
    expect(output).not.toContain(secret);
    expect(output).not.toMatch(/SHELLDECK|VITEST|NODE_/);
  });

  test("none of its open files reaches a lab", async () => {
    // By way of a file: a pipeline would be an open file of the shell's own.
    const list = "ls /proc/$process/fd >/tmp/fds; tr '\\n' ' ' </tmp/fds";
    const output = await runInLab(lab, `for process in $$ 1; do ${list}; done; ls -l /proc/1/fd`);
    expect(output).toMatch(/^0 1 2 0 1 2 /);
    expect(output.match(/ -> (socket|\/dev\/null)/g)).toHaveLength(3);
  });

  test("a lab sees its own processes only", async () => {
    expect(await runInLab(lab, "ps -e -o comm=; echo end")).toBe("cat\nbash\nps\nend\n");
  });

  test("its first process leads nowhere: its root and folder are the lab's", async () => {
    expect(await runInLab(lab, "ls -A /proc/1/root/home /proc/1/root/opt; readlink /proc/1/cwd")).toBe(
      "/proc/1/root/home:\n\n/proc/1/root/opt:\n/root\n",
    );
  });
});

describe("the network", () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    server = createServer((socket) => socket.end("reached the host\n"));
    await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const hostAddresses = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ family, address }) => (family === "IPv4" ? [address] : []));

  test.each(hostAddresses)("the host's address %s is not reached", async (address) => {
    const connect = `timeout 1 bash -c 'cat </dev/tcp/${address}/${port}'`;
    const onHost = await promisify(execFile)("bash", ["-c", connect]);
    expect(onHost.stdout).toBe("reached the host\n");
    expect(await runInLab(lab, connect)).not.toContain("reached");
  });

  test("there is no way out but the lab's own internet", async () => {
    const output = await runInLab(
      lab,
      "ls /sys/class/net; ip -4 route get 203.0.113.9; ping -c1 -W1 203.0.113.9; ip -6 route",
    );
    expect(output).toMatch(/^eth0\neth1\nlo\n203\.0\.113\.9 via 192\.168\.121\.1 dev eth0/);
    expect(output).toContain("100% packet loss");
  });

  test("root in a node cannot work in the internet's namespace through the other end of its links", async () => {
    const output = await runInLab(
      lab,
      `ip netns list-id | grep -c nsid
      ip link add spy link-netnsid 0 type bridge && echo made
      ip netns attach internet 0 && echo attached
      ip -details link show eth0 | grep -o 'link-netnsid 0'`,
    );
    expect(output).toContain("link-netnsid 0");
    expect(output).not.toMatch(/made|attached/);
  });

  test("another lab is not reached", async () => {
    const other = await engine.create({ nodes: ["node2"] });
    const ping = (of: Lab, address: string, node: string) => runInLab(of, `ping -c1 -W1 ${address}`, node);
    expect(await ping(other, "192.168.121.12", "node2")).toContain("1 received");
    expect(await ping(lab, "192.168.121.12", "node1")).not.toContain("1 received");
    expect(await ping(lab, "10.0.0.12", "node1")).not.toContain("1 received");
    await other.dispose();
  });
});
