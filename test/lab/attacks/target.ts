/** What attempts aim at: secrets, sockets and processes of the host, each with a mark to know it by. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ListenOptions, type Server } from "node:net";
import { hostname, networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Target {
  mark: string;
  /** What scripts of attempts find in their environment. */
  environment: Record<string, string>;
  /** How the host was reached, a word each. */
  reachedBy: readonly string[];
  dispose(): Promise<void>;
}

/** A key of System V shared memory that nobody else has. */
const sharedMemoryKey = 0x5de11;

/** A process with the mark in its name and a secret in its environment; it holds shared memory until its input closes. */
const bystander = String.raw`$0 = "bystander-$ENV{MARK}";
my $id = shmget(${sharedMemoryKey}, 4096, 01600) // die "shared memory: $!";
$| = 1; print "ready\n"; my $end = <STDIN>; shmctl($id, 0, 0);`;

/** Sends packets with the mark on the host's loopback, for whoever listens to the host's network. */
const beacon = `exec -a "beacon-$MARK" bash -c 'while sleep 0.1; do echo "HOST-$MARK" >/dev/udp/127.0.0.1/9; done'`;

/** `hasCgroups`: whether labs have cgroups of their own, which an ordinary user may not be able to give them. */
export async function prepareTarget(hasCgroups: boolean): Promise<Target> {
  const mark = randomBytes(6).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "lab-attacks-"));
  writeFileSync(join(folder, "mark-of-the-host"), mark);
  const reachedBy: string[] = [];
  const abstractName = `shelldeck-host-${mark}`;
  const tcp = await answer({ host: "::", port: 0 }, () => reachedBy.push("TCP"));
  const address = tcp.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const servers = [tcp, await answer({ path: join(folder, "socket") }, () => reachedBy.push("socket file"))];
  const datagrams = await answerDatagrams(port, () => reachedBy.push("UDP"));
  const environment = { ...process.env, MARK: mark, SHELLDECK_ATTACKED: `SECRET-${mark}` };
  const watcher = spawn("perl", ["-e", bystander], { env: environment, stdio: ["pipe", "pipe", "inherit"] });
  const sender = spawn("bash", ["-c", beacon], { env: environment, stdio: "ignore" });
  // Not by Node, which fills the name up with zeros.
  const abstract = spawn("socat", [`ABSTRACT-LISTEN:${abstractName},fork`, "SYSTEM:echo the host"]);
  await Promise.all([once(watcher.stdout, "data"), listens(abstractName)]);
  return {
    mark,
    environment: {
      MARK: mark,
      SECRET_FOLDER: folder,
      SOCKET_FILE: join(folder, "socket"),
      CHECKOUT: process.cwd(),
      ABSTRACT_SOCKET: abstractName,
      HOST_PORT: String(port),
      HOST_NAME: hostname(),
      HAS_CGROUPS: hasCgroups ? "yes" : "",
      FIRST: "1",
      HOST_PIDS: [watcher.pid, sender.pid, process.pid].join(" "),
      HOST_ADDRESSES: addresses((address) => !address.startsWith("fe80:")),
      HOST_LINK_LOCAL: addresses((address) => address.startsWith("fe80:")),
      HOST_GATEWAYS: gateways(),
      SHARED_MEMORY_KEY: String(sharedMemoryKey),
    },
    reachedBy,
    async dispose() {
      watcher.stdin.end();
      for (const child of [sender, abstract]) child.kill();
      await Promise.all([watcher, sender, abstract].map(ended));
      datagrams.close();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answer(where: ListenOptions, onReached: () => void): Promise<Server> {
  const server = createServer((socket) => {
    onReached();
    socket.on("error", () => {});
    socket.end("the host\n");
  });
  server.listen(where);
  await once(server, "listening");
  return server;
}

async function answerDatagrams(port: number, onReached: () => void): Promise<Socket> {
  const socket = createSocket("udp6");
  socket.on("message", (_, from) => {
    onReached();
    socket.send("the host\n", from.port, from.address);
  });
  socket.bind(port);
  await once(socket, "listening");
  return socket;
}

async function listens(abstractName: string): Promise<void> {
  while (!readFileSync("/proc/net/unix", "latin1").includes(abstractName)) await sleep(10);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

function addresses(isWanted: (address: string) => boolean): string {
  return Object.values(networkInterfaces())
    .flatMap((found) => found?.map(({ address }) => address) ?? [])
    .filter(isWanted)
    .join(" ");
}

/** Name servers and routers that the host uses. */
function gateways(): string {
  const words = (path: string, pattern: RegExp) =>
    [...readFileSync(path, "utf8").matchAll(pattern)].map((match) => match[1] ?? "");
  const routers = words("/proc/net/route", /^\S+\t00000000\t([0-9A-F]{8})/gm).map((hex) =>
    (hex.match(/../g) ?? [])
      .reverse()
      .map((byte) => Number.parseInt(byte, 16))
      .join("."),
  );
  return [...routers, ...words("/etc/resolv.conf", /^nameserver\s+([\d.]+)$/gm)].join(" ");
}
