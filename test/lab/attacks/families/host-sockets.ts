/** Sockets of the host that are reached without a network. */
import type { Family } from "../attempt.ts";

export const hostSockets: Family = {
  name: "Sockets of the host",
  attempts: [
    {
      tries: "Connects to an abstract socket that the server listens on.",
      stoppedBy: "Namespaces: abstract names belong to a network namespace.",
      script: `timeout 2 socat - "ABSTRACT-CONNECT:$ABSTRACT_SOCKET" | grep -q host && won; true`,
      refusal: /Connection refused/,
      onHost: true,
    },
    {
      tries: "Looks for the host's sockets in `/proc/net/unix`.",
      stoppedBy: "Namespaces: the list is that of the lab's network namespace.",
      script: `grep -F "$ABSTRACT_SOCKET" /proc/net/unix && won; grep -E 'docker|podman|dbus|systemd|ssh' /proc/net/unix && won; echo looked`,
      refusal: /^looked$/m,
      onHost: true,
    },
    {
      tries: "Connects to a socket file of the host by its path.",
      stoppedBy: "Mounts: no folder of the host with sockets is in sight.",
      script: `timeout 2 socat - "UNIX-CONNECT:$SOCKET_FILE" | grep -q host && won; true`,
      refusal: /No such file or directory/,
      onHost: true,
    },
    {
      tries: "Looks for any socket file: D-Bus, Docker, Podman, ssh-agent, the display.",
      stoppedBy: "Mounts: there is none but those that programs of the lab make.",
      script: `find / -path /proc -prune -o -path /sys -prune -o -path /usr -prune -o -type s -print 2>/dev/null | grep . && won
        env | grep -E 'SSH_AUTH_SOCK|DBUS|DOCKER|DISPLAY|XDG_RUNTIME_DIR' && won; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host may have none",
    },
    {
      tries: "Hands its network device to the host's namespace, and makes one there, by netlink.",
      stoppedBy:
        "Namespaces: it has a number for the namespace of the lab's own internet, no rights there, and none for the host's.",
      script: `ip link add spy link-netnsid 0 type bridge && won; ip netns attach attack 0 2>&1; ip link add move0 type dummy 2>/dev/null || ip link add move0 type bridge
        for process in $HOST_PIDS; do [[ -d /proc/$process ]] || { ip link set move0 netns $process && won; }; done
        ip link delete move0; echo tried`,
      refusal: /^tried$/m,
      onHost: "it would change the host's network",
    },
    {
      tries:
        "Listens to the kernel's messages on devices (NETLINK_KOBJECT_UEVENT) and on processes (NETLINK_CONNECTOR).",
      stoppedBy:
        "Namespaces: both speak to the first namespace only, and the connector needs its CAP_NET_ADMIN.",
      script: String.raw`perl -MTry -e 'socket(my $events, 16, 3, 11) or do { print "refused ", error(), "\n"; exit };
          bind($events, pack("SSLL", 16, 0, 0, 1)) or do { print "refused ", error(), "\n"; exit };
          send($events, pack("LSSLL", 40, 3, 0, 0, $$) . pack("LLLLSS", 1, 1, 0, 0, 4, 0) . pack("L", 1), 0) or print "refused ", error(), "\n";
          my $ready = ""; vec($ready, fileno $events, 1) = 1;
          system "true"; print select($ready, undef, undef, 0.5) > 0 ? "heard" : "refused: silence", "\n"'`,
      refusal: /^refused/m,
      onHost: "not every kernel has it",
    },
  ],
};
