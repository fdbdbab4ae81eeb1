/** Bash for the host's side of a lab; each starts by closing what it inherited, since a pty master kept here keeps a terminal open. */

const closeInherited = `for fd in "/proc/$$/fd"/*; do
  fd=\${fd##*/}
  (( fd > 2 )) && eval "exec $fd>&-"
done`;

const enter = `${closeInherited}
for cgroup in $1; do echo $$ >"$cgroup/cgroup.procs" || exit 125; done
shift`;

/**
 * Arguments: the cgroups to join, separated by spaces, then a command. The command runs in those cgroups and with
 * nothing open but its standard streams.
 */
export const enterScript = `${enter}
exec "$@"`;

/**
 * The same for a command that gives a process of a lab a terminal of its own and does not pass on this one's size when it changes.
 * The lab's terminal is opened as the process has it open: a path could lead anywhere.
 */
export const enterAndResizeScript = `${enter}
"$@" <&0 &
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
 * The engine's keeper, in a mount namespace of its own. Arguments: engine folder, uid folder, engine name, "hybrid" or "unified", cgroups
 * to remove. It prepares what labs share, says "ready", waits until its standard input closes, and then removes all that is left. A crun
 * that starts in that moment finds no bundle any more; one that has its bundle is waited for, since it still makes cgroups.
 */
export const keeperScript = `${closeInherited}
folder=$1 uids=$2 name=$3 cgroups=$4
shift 4
trap '' HUP INT TERM PIPE
prepare() {
  if [[ $cgroups == hybrid ]]; then mount -t cgroup2 cgroup2 /sys/fs/cgroup || return; fi
  mount --bind "$folder/root" "$folder/root" &&
    mount --bind /usr "$folder/root/usr" &&
    mount -o remount,bind,ro,nosuid,nodev "$folder/root/usr" &&
    mount -o remount,bind,ro,nosuid,nodev "$folder/root" &&
    mount -t tmpfs -o mode=700,size=64k,nosuid,noexec devices "$folder/devices" || return
  if [[ -e /dev/net/tun ]]; then mknod -m 666 "$folder/devices/tun" c 10 200 || return; fi
}
prepare || exit
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
    [[ -d $state ]] && crun --root "$folder/crun" delete --force "$(basename "$state")" &
  done
  wait
  crunRuns || break
  sleep 0.05
done
remove() {
  for _ in {1..100}; do
    find "$1" -depth -type d -delete
    [[ -d $1 ]] || return
    sleep 0.05
  done
}
remove "/sys/fs/cgroup/shelldeck/$name"
rmdir /sys/fs/cgroup/shelldeck
umount -l "$folder/devices" "$folder/root/usr" "$folder/root"
if [[ $cgroups == hybrid ]]; then umount -l /sys/fs/cgroup; fi
for cgroup; do remove "$cgroup"; done
rm -rf --one-file-system "$folder"
for slot in "$uids"/*; do
  [[ $(readlink "$slot") == "$name" ]] && rm -f "$slot"
done
exit 0`;
