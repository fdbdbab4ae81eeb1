/** Bash for the host's side of a lab; each starts by closing what it inherited, since a pty master kept here keeps a terminal open. */
import { userNamespaceDescriptor } from "../plan/index.ts";
import { watchers } from "./cgroups.ts";

const closeInherited = `for fd in "/proc/$$/fd"/*; do
  fd=\${fd##*/}
  (( fd > 2 )) && eval "exec $fd>&-"
done`;

/**
 * Arguments: the files by which to join cgroups, separated by spaces, then a command. The command runs in those cgroups with
 * nothing open but its standard streams, and the kernel ends it before the host's own programs when memory is short. Writing 0 stands for
 * the writer: for a \`tasks\` file the kernel then need not wait for all processors, which takes it 10 ms and more.
 */
export const enterScript = `${closeInherited}
for cgroup in $1; do echo 0 >"$cgroup" || exit 125; done
shift
echo 500 >/proc/self/oom_score_adj
exec "$@"`;

/** Signals and timers that may be queued in a node at once; the kernel counts them for the owner of all labs, too. */
const queuedSignals = 4096;

/** What each node may have of inotify, which the kernel counts like namespaces. */
const inotifyLimits = { instances: 16, watches: 4096 };

/**
 * In the keeper's namespaces. Arguments: the maker of the container's user namespace, its mapping of ids, its limit of processes, then a
 * command that finds the new namespace on a file descriptor. The kernel charges processes and nested namespaces to the maker, and
 * holds a whole namespace to the limit that its maker had. A mapping must be written at once, and bash would write line by line.
 */
export const containerScript = `maker=$1 mapping=$2 processes=$3
shift 3
coproc {
  ulimit -u "$processes"
  ulimit -i ${queuedSignals}
  exec setpriv --reuid "$maker" --regid "$maker" --clear-groups unshare --user sh -c 'echo; read -r _'
}
holder=$COPROC_PID lifeline=\${COPROC[1]}
read -r _ <&\${COPROC[0]} || exit
tee "/proc/$holder/uid_map" "/proc/$holder/gid_map" <<<"$mapping" >/dev/null || exit
exec ${userNamespaceDescriptor}<"/proc/$holder/ns/user" {lifeline}>&-
wait "$holder"
exec "$@"`;

/**
 * In the keeper's namespaces. Runs a command that gives a process of a lab a terminal of its own and does not pass on this one's size
 * when it changes. The lab's terminal is opened as the process has it open: a path could lead anywhere.
 */
export const resizeScript = `"$@" <&0 &
crun=$!
resize() {
  read -r rows columns < <(stty size)
  read -r shell _ <"/proc/$crun/task/$crun/children"
  stty -F "/proc/$shell/fd/0" rows "$rows" cols "$columns"
} 2>/dev/null
trap resize WINCH
while kill -0 "$crun" 2>/dev/null; do wait "$crun"; done
wait "$crun"`;

/**
 * As root, in a mount namespace of its own: a tunnel device for everybody, where the machine has one for root alone. Then becomes what it is
 * told to.
 */
export const tunScript = `if [ -e /dev/net/tun ]; then
  mount -t tmpfs -o mode=755,size=64k,nosuid,noexec shelldeck /dev/net && mknod -m 666 /dev/net/tun c 10 200 || exit
fi
exec "$@"`;

/**
 * In a new user namespace. Arguments: engine folder, cgroups separated by spaces, then a command. Waits until its ids are mapped and becomes
 * the command without the groups of its user; when the server is gone before that, it removes what the server made.
 */
export const mappedScript = `folder=$1 cgroups=$2
shift 2
trap '' HUP INT TERM PIPE
echo unshared
if read -r _; then exec setpriv --clear-groups "$@"; fi
exec >/dev/null 2>&1
rm -rf "$folder" || rm -rf "$folder"
for cgroup in $cgroups; do
  rmdir "$cgroup/${watchers}" "$cgroup"
  case $cgroup in */shelldeck/*) rmdir "\${cgroup%/*}" ;; esac
done`;

/**
 * The engine's keeper, in user and mount namespaces of its own. Arguments: run folder, engine folder, engine name, limit of namespaces, archive
 * of images or nothing, cgroups to remove. It prepares what labs share, says "ready", waits until its standard input closes, and then removes all
 * that is left. A crun that starts in that moment finds no bundle any more; one that has its bundle is waited for, since it still makes
 * files. Labs reach the run folder whoever owns the folders above it, and see nothing else there. Their programs are copied to file systems
 * of the keeper's own, since /run is often mounted so that no program runs from it.
 */
export const keeperScript = `${closeInherited}
run=$1 folder=$2 name=$3 namespaces=$4 images=$5
shift 5
covered=
umask 022
locked() {
  mount --bind "$1" "$2" 2>/dev/null || mount --rbind "$1" "$2" || return
  while read -r _ target _; do
    case $target in
    "$2" | "$2"/*) mount -o remount,bind,ro,nosuid,nodev "$target" || return ;;
    esac
  done </proc/self/mounts
}
copied() {
  exec {from}<"$1" &&
    mount -t tmpfs -o mode=755,size=64m,nosuid,nodev shelldeck "$2" &&
    cp -a "/proc/self/fd/$from/." "$2" || return
  exec {from}<&-
}
prepare() {
  if [[ $images ]]; then exec {archive}<"$images" || return; fi
  local top=\${run#/}
  if [[ $top == */* ]]; then
    exec {kept}<"$run" &&
      mount -t tmpfs -o mode=755,size=64k,nosuid,nodev,noexec shelldeck "/\${top%%/*}" &&
      mkdir -p "$run" &&
      mount --no-canonicalize --bind "/proc/self/fd/$kept" "$run" || return
    exec {kept}<&-
  fi
  cd / || return
  if [[ $(stat -f -c %T /sys/fs/cgroup) != cgroup2fs ]]; then
    mount -t cgroup2 cgroup2 /sys/fs/cgroup || return
    covered=1
  fi
  copied "$folder/root" "$folder/root" &&
    locked /usr "$folder/root/usr" &&
    copied "$folder/local" "$folder/root/usr/local" &&
    mount -o remount,bind,ro,nosuid,nodev "$folder/root/usr/local" &&
    mount -o remount,bind,ro,nosuid,nodev "$folder/root" || return
  if [[ -e /dev/net/tun ]]; then
    : >"$folder/devices/tun" && mount --bind /dev/net/tun "$folder/devices/tun" || return
  fi
  if [[ $images ]]; then
    mount -t tmpfs -o mode=755,nosuid,nodev,noexec images "$folder/images" &&
      tar -xpf - -C "$folder/images" <&$archive &&
      mount -o remount,ro "$folder/images" || return
    exec {archive}<&-
  fi
  for limit in /proc/sys/user/max_*_namespaces; do
    echo "$namespaces" >"$limit" || return
  done
  if [[ -e /proc/sys/user/max_inotify_instances ]]; then
    echo ${inotifyLimits.instances} >/proc/sys/user/max_inotify_instances &&
      echo ${inotifyLimits.watches} >/proc/sys/user/max_inotify_watches || return
  fi
}
remove() {
  for _ in {1..100}; do
    find "$1" -depth -type d -delete
    [[ -d $1 ]] || return
    sleep 0.05
  done
}
clear() {
  for cgroup; do
    remove "$cgroup"
    if [[ $cgroup == */shelldeck/* ]]; then rmdir "\${cgroup%/*}"; fi
  done
  find "$run/uids" -lname "$name" -delete
  for _ in {1..20}; do rm -rf --one-file-system "$folder" && break; done
}
if ! prepare; then
  cd /
  umount -l "$folder/devices/tun" "$folder/images" "$folder/root/usr/local" "$folder/root/usr" "$folder/root" 2>/dev/null
  if [[ $covered ]]; then umount -l /sys/fs/cgroup 2>/dev/null; fi
  clear "$@" 2>/dev/null
  exit 1
fi
echo ready
exec >/dev/null 2>&1
while read -r _; do :; done
crunRuns() {
  for pid in /proc/[0-9]*; do
    [[ $pid != "/proc/$$" && $pid/ns/mnt -ef /proc/$$/ns/mnt ]] && return
  done
  return 1
}
rm -rf --one-file-system "$folder/labs"
for _ in {1..100}; do
  for state in "$folder"/crun/*/; do
    [[ -d $state ]] && crun --root "$folder/crun" --cgroup-manager=disabled delete --force "$(basename "$state")" &
  done
  wait
  crunRuns || break
  sleep 0.05
done
umount -l "$folder/devices/tun" "$folder/images" "$folder/root/usr/local" "$folder/root/usr" "$folder/root"
if [[ $covered ]]; then umount -l /sys/fs/cgroup; fi
clear "$@"
exit 0`;
