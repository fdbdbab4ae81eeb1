/** A lab that stands by while another is used for attacks: it notes what reaches it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Lab } from "../../../server/lab/index.ts";

/** Notes packets with a mark, until its input closes; one that it sends itself shows that it hears. */
const listener = String.raw`use IO::Select; use Socket;
my $mark = shift; $| = 1;
socket(my $packets, 17, 3, 0x0300) or die "packet: $!";
my $select = IO::Select->new($packets, \*STDIN);
socket(my $own, AF_INET, SOCK_DGRAM, 0) or die "socket: $!";
send($own, "OWN-$mark", 0, pack_sockaddr_in(9, inet_aton("192.168.121.77")));
send($own, "OWN-$mark", 0, pack_sockaddr_in(9, inet_aton("127.0.0.1")));
print "listens\n";
while (1) {
  for my $ready ($select->can_read) {
    if ($ready == $packets) { recv($packets, my $packet, 65536, 0); for ("OWN", "LAB") { $heard{$_}++ if $packet =~ /$_-$mark/ } }
    else { print join(" ", sort keys %heard), "\n"; exit }
  }
}`;

/** A process that attempts are made on: its niceness and its life. */
const victim = `exec -a "victim-$1" sleep 1000`;

export interface OtherLab {
  /** What it heard: OWN alone, when no packet of another lab came. */
  end(): Promise<{ heard: string; nice: string }>;
}

export async function standBy(lab: Lab, mark: string): Promise<OtherLab> {
  const socket = start(lab, ["socat", `ABSTRACT-LISTEN:lab-${mark},fork`, "SYSTEM:echo lab"]);
  const patient = start(lab, ["bash", "-c", victim, "bash", mark]);
  const ears = start(lab, ["perl", "-e", listener, mark]);
  let said = "";
  ears.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  while (!said.includes("listens\n")) await once(ears.stdout ?? ears, "data");
  return {
    async end() {
      const nice = start(lab, ["bash", "-c", `ps -o ni= -p $(pgrep -f "^victim-${mark}") | tr -d ' '`]);
      let niceness = "";
      nice.stdout?.setEncoding("utf8").on("data", (text: string) => {
        niceness += text;
      });
      await once(nice, "close");
      ears.stdin?.end();
      await once(ears, "close");
      for (const child of [socket, patient]) child.kill();
      return { heard: said.replace("listens\n", "").trim(), nice: niceness.trim() };
    },
  };
}

function start(lab: Lab, argv: string[]): ChildProcess {
  const { file, args, env } = lab.command(lab.nodes[0] ?? "", argv);
  return spawn(file, args, { env, stdio: ["pipe", "pipe", "inherit"] });
}
