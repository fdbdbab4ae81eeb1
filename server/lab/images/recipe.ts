/** How the talk's container image is made in a lab, from nothing but what the machine has. */

/** The name under which the talk runs it. */
export const imageName = "ghcr.io/larsks/whoami:latest";

/** Before each path of the machine that went into the image, on standard error. */
export const usedMark = "used ";

/**
 * Bash for a node with Podman: puts a small root file system together, imports it, and writes the image store to its standard output as
 * a tar archive. Libraries are those that ldd names. The empty files are what Podman makes in a container; where they are there already it can
 * run one whose files look like nobody's. All can be read by all for the same reason.
 */
export const recipe = String.raw`set -euo pipefail
root=/tmp/image
mkdir -p "$root"/{bin,dev,etc,proc,root,run,sbin,sys,usr/{bin,local/bin},var}
mkdir -m 1777 "$root"/{tmp,var/tmp}

use() {
  mkdir -p "$root/$(dirname "$2")"
  cp -L "$1" "$root/$2"
  echo "${usedMark}$1" >&2
}
for name in busybox curl ip perl ping; do
  program=$(readlink -f "$(type -P "$name")")
  use "$program" "usr/bin/$name"
  { ldd "$program" 2>/dev/null || :; } | grep -o '/[^ ]*' >>/tmp/libraries || :
done
libc=$(dirname "$(grep -m1 '/libc\.so' /tmp/libraries)")
ls "$libc"/libnss_{dns,files}.so.2 >>/tmp/libraries 2>/dev/null || :
sort -u /tmp/libraries | while read -r library; do use "$library" "$library"; done
cp /usr/local/bin/whoami "$root/usr/local/bin"
for applet in $(busybox --list | grep -vxE 'busybox|ip|ping|whoami'); do
  ln -s ../usr/bin/busybox "$root/bin/$applet"
done

echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
echo 'root:x:0:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
touch "$root"/etc/{hosts,hostname,resolv.conf} "$root/run/.containerenv"
ln -s /proc/mounts "$root/etc/mtab"

tar -C "$root" --sort=name -c . | podman import --quiet \
  --change 'ENTRYPOINT ["/usr/local/bin/whoami"]' --change 'EXPOSE 80' --change 'STOPSIGNAL SIGKILL' - ${imageName} >&2
cd /var/lib/containers/storage
tar --sort=name --mode=a+rX -c overlay overlay-images overlay-layers`;
