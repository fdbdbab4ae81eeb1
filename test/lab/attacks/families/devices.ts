/** Devices of the machine, and modules that would make some. */
import type { Attempt, Family } from "../attempt.ts";

const noDevices =
  "CAP_MKNOD of the host: a user namespace cannot make device nodes, and what it mounts itself never opens any (nodev)";

function makes(what: string, node: string, onHost: Attempt["onHost"] = true): Attempt {
  return {
    tries: `Makes ${what} (\`mknod ${node}\`) and opens it.`,
    stoppedBy: `${noDevices}.`,
    script: `mknod device ${node} && if { : <device; } 2>/dev/null; then won; else echo "made and not opened"; fi; rm -f device`,
    refusal: /Operation not permitted|made and not opened/,
    onHost,
  };
}

const notEverywhere = "not every machine has this device";

export const devices: Family = {
  name: "Devices and modules",
  attempts: [
    {
      tries: "Makes the node of the disk that the host's `/usr` is on, and reads it.",
      stoppedBy: `${noDevices}.`,
      script: `mknod device b $(mountpoint --nofollow --fs-devno / 2>/dev/null | tr : ' ' || echo 8 0) && head -c1 device >/dev/null && won; rm -f device`,
      refusal: /Operation not permitted/,
      onHost: notEverywhere,
    },
    makes("the machine's memory", "c 1 1", notEverywhere),
    makes("the kernel's log", "c 1 11"),
    makes("the machine's ports", "c 1 4", notEverywhere),
    makes("the machine's console", "c 5 1", notEverywhere),
    makes("a virtual console", "c 4 0", notEverywhere),
    makes("the loop devices' control", "c 10 237", notEverywhere),
    makes("a loop device", "b 7 0", notEverywhere),
    makes("KVM", "c 10 232", notEverywhere),
    makes("FUSE", "c 10 229", notEverywhere),
    makes("the user-made input devices", "c 10 223", notEverywhere),
    makes("a terminal's master of the host's own", "c 5 2", "a host may open this one"),
    {
      tries: "Makes the kernel's log on a tmpfs of a nested user namespace, mounted with `dev`.",
      stoppedBy: `${noDevices}.`,
      script: `unshare --user --map-root-user --mount bash -c '
        mount -t tmpfs -o dev none /mnt && mknod /mnt/device c 1 11 && { : </mnt/device; } && echo won; ls -A /mnt'`,
      refusal: /Operation not permitted/,
      onHost: "a host's root is stopped by the nested namespace too",
    },
    {
      tries: "Unpacks a device node from a tar archive.",
      stoppedBy: `${noDevices}.`,
      script: String.raw`perl -e '
        $header = pack("a100 a8 a8 a8 a12 a12 a8 a1 a100 a6 a2 a32 a32 a8 a8 a167", "device", "0000666", "0000000", "0000000", "00000000000", "00000000000",
          " " x 8, 3, "", "ustar", "00", "root", "root", "0000001", "0000013", "");
        substr($header, 148, 8) = sprintf("%06o\0 ", unpack("%32C*", $header));
        print $header, "\0" x 1024' >archive
      tar -xf archive; [[ -c device ]] && { : <device; } && won; rm -f device archive`,
      refusal: /Cannot mknod: Operation not permitted/,
      onHost: true,
    },
    {
      tries: "Looks in `/dev` for a device that is not for everybody, and in every place that it can mount.",
      stoppedBy:
        "Mounts: `/dev` holds null, zero, full, random, urandom, tty, a terminals' folder of its own, and a tunnel device made for the engine.",
      script: `found=$(for file in $(find /dev); do [[ ! -L $file && ( -b $file || -c $file ) ]] && echo $file; done | sed s,^/dev/,, | sort)
        echo "devices" $found
        grep -qvxE 'full|net/tun|null|random|tty|urandom|zero|console|ptmx|pts/(ptmx|[0-9]+)|fuse' <<<"$found" && won; true`,
      refusal: /^devices .*null /m,
      onHost: true,
    },
    {
      tries: "Changes the owner and the mode of `/dev/null`, which is the host's own node.",
      stoppedBy: "User ids: the node belongs to the host's root, who does not exist in the lab.",
      script: `mode=$(stat -c %a /dev/null)
        chmod $mode /dev/null && won; chown 0:0 /dev/null && won; touch -d @1 /dev/null && won; setfattr -n user.x -v y /dev/null 2>/dev/null && won; true`,
      refusal: /chmod: .*Operation not permitted[\s\S]*chown: .*Operation not permitted/,
      onHost: "it would change the node's time",
    },
    {
      tries: "Removes `/dev/null`'s mount and looks for the host's `/dev` beneath.",
      stoppedBy: "Mounts: the node alone is bound; beneath is an empty file of the lab's own.",
      script: `umount /dev/null && [[ -c /dev/null ]] && won; ls -A /dev | tr '\\n' ' '; [[ -e /dev/vda || -e /dev/sda || -e /dev/kmsg ]] && won; stat -c %F /dev/null`,
      refusal: /regular (empty )?file$/m,
      onHost: "there `/dev/null` is no mount",
    },
    {
      tries: "Attaches a file to a loop device to mount a file system of its own making.",
      stoppedBy: "Devices: there is no loop device and none can be made.",
      script: `truncate -s 1M image; losetup --find --show image && won; rm image`,
      refusal: /losetup: .*(No such file|cannot find|failed)/,
      onHost: notEverywhere,
    },
    {
      tries: "Loads a module with `modprobe`, and one of its own with `insmod`.",
      stoppedBy: "seccomp and capabilities: the calls are refused, and CAP_SYS_MODULE is not there.",
      script: `for tool in modprobe insmod; do
          path=$(command -v $tool || echo /usr/sbin/$tool)
          [[ -x $path ]] && { $path loop && won; } ; done
        perl -MTry -e 'print call("finit_module", 0, "", 0), "\\n"'`,
      refusal: /^EPERM$/m,
      onHost: "it would load a module",
    },
    {
      tries:
        "Has a line discipline loaded and put on its terminal (`TIOCSETD`), a much attacked part of the kernel.",
      stoppedBy: "seccomp: the request is refused.",
      script: String.raw`perl -MTry -e 'my $terminal = terminal();
        for my $request (0x5423, 2**32 + 0x5423) { $_ = call("ioctl", fileno $terminal, $request, pack("i", 3)); print "$_\n"; print "won\n" if $_ ne "EPERM" }'`,
      refusal: /^EPERM\nEPERM$/m,
      onHost: true,
    },
  ],
};
