/** Questions to the kernel as bash, for scratch namespaces that end with the asking. */
import { linkTypes } from "../links.ts";

/** Tells of each try in a line: its name, a tab, "ok" or what was said against it. */
const tryFunction = String.raw`try() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then said=ok; fi
  printf '%s\t%s\n' "$name" "${"$"}{said//[[:cntrl:]]/ }"
}`;

/** For a network namespace of a user namespace. */
export const linksScript = `${tryFunction}
ip link set lo up
ip link add t0 type bridge
${linkTypes.map(({ name, add }) => `try ${name} ${add}`).join("\n")}`;

/** For another one. Legacy iptables wants a lock, which here keeps nobody out. */
export const natScript = `${tryFunction}
export XTABLES_LOCKFILE=/dev/null
forward() { echo 1 >/proc/sys/net/ipv4/ip_forward; }
natTable() {
  nft add table ip t &&
    nft add chain ip t c '{ type nat hook postrouting priority 100; }' &&
    nft add rule ip t c masquerade
}
try forwarding forward
try masquerade iptables -t nat -A POSTROUTING -s 192.0.2.0/24 -j MASQUERADE
try dnat iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 192.0.2.1:8080
try conntrack iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
try nft natTable`;

/** For a mount namespace of a user namespace; argument: the Perl program. */
export const tmpfsScript = `${tryFunction}
try mount mount -t tmpfs scratch /tmp
try tmpfs perl -e "$1" /tmp`;

/**
 * Perl that asks whether files at its argument can be shown as another user's (mount_setattr(2), MOUNT_ATTR_IDMAP), on a copy of the
 * mount that is attached nowhere. The system calls have these numbers on every architecture.
 */
export const idmapProgram = String.raw`
my ($open_tree, $mount_setattr, $clone, $empty_path, $idmap) = (428, 442, 1, 0x1000, 0x100000);
my ($path, $itself) = ($ARGV[0], "");
pipe(my $up, my $down) or die "pipe: $!\n";
pipe(my $hold, my $let_go) or die "pipe: $!\n";
my $pid = fork // die "fork: $!\n";
if ($pid == 0) {
  close $let_go;
  open(STDIN, "<&", $hold);
  open(STDOUT, ">&", $down);
  exec qw(unshare --user --map-root-user sh -c), "echo up; exec cat";
}
close $down;
<$up> // die "there are no user namespaces\n";
open(my $namespace, "<", "/proc/$pid/ns/user") or die "ns/user: $!\n";
my $tree = syscall($open_tree, -100, $path, $clone);
die "open_tree: $!\n" if $tree < 0;
my $attributes = pack("QQQQ", $idmap, 0, 0, fileno $namespace);
die "mount_setattr: $!\n" if syscall($mount_setattr, $tree, $itself, $empty_path, $attributes, 32) != 0;
`;

/** Maps this user's subordinate ids in a new user namespace; arguments: uid, gid, then first id and count for users and for groups. */
export const idMappingScript = `coproc holder { exec unshare --user sh -c 'echo up; read -r _'; }
read -r _ <&"\${holder[0]}" || exit
newuidmap "$holder_PID" 0 "$1" 1 1 "$3" "$4" && newgidmap "$holder_PID" 0 "$2" 1 1 "$5" "$6"`;
