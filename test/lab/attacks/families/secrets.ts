/** What the host and the server know and a lab must not. */
import type { Family } from "../attempt.ts";

export const secrets: Family = {
  name: "Secrets of the host",
  attempts: [
    {
      tries: "Reads the server's environment and command line, where a secret is, through `/proc`.",
      stoppedBy: "Namespaces: the server's processes are not in the lab's `/proc`.",
      script: `cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n' | grep -v '^MARK=' | grep -qa "SECRE[T]-$MARK" && won; echo looked`,
      refusal: /^looked$/m,
      onHost: true,
    },
    {
      tries: "Looks at its own environment and that of the lab's first process.",
      stoppedBy: "The engine: programs start with an environment that is written out in the plan.",
      script: `tr '\\0' '\\n' </proc/1/environ; env | grep -E '^(SHELLDECK|VITEST|NODE|npm_|AWS|GITHUB|CI=|SSH)' && won; tr '\\0' '\\n' </proc/1/environ | grep -E '^(SHELLDECK|VITEST|NODE|npm_)' && won; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host's first process has another",
    },
    {
      tries: "Opens a folder of the host by its path, and the folder that shelldeck runs in.",
      stoppedBy: "Mounts: neither path exists in the lab's tree.",
      script: `for folder in "$SECRET_FOLDER" "$CHECKOUT"; do ls "$folder" && won "$folder"; done; true`,
      refusal: /(cannot access[\s\S]*){2}/,
      onHost: true,
    },
    {
      tries: "Searches all that it can see for the mark's file, for keys and for tokens.",
      stoppedBy: "Mounts: of the host there is `/usr` and nothing else.",
      script: `find / -path /proc -prune -o -path /sys -prune -o -path /usr -prune -o \\( -name mark-of-the-host -o -name 'id_rsa*' -o -name 'id_ed25519*' -o -name authorized_keys -o -name .netrc -o -name 'credentials' -o -name '.kube' -o -name .docker -o -name .npmrc \\) -print 2>/dev/null | grep . && won
        ls -A /home /root/.ssh /mnt /opt 2>/dev/null; echo looked`,
      refusal: /^looked$/m,
      onHost: true,
    },
    {
      tries: "Reads the host's password hashes, machine id and keys in `/etc`.",
      stoppedBy: "Mounts: `/etc` is a small tree made for the lab.",
      script: `grep -E ':\\$' /etc/shadow && won; for file in /etc/machine-id /etc/ssh /etc/ssl/private /etc/sudoers /etc/fstab /etc/gshadow- /etc/subuid-host; do [[ -e $file ]] && won $file; done; wc -l </etc/passwd; echo looked`,
      refusal: /^looked$/m,
      onHost: "a host need not have them",
    },
    {
      tries: "Learns the host's name and its mounts' paths.",
      stoppedBy:
        "Namespaces: the name is the node's, and mounts name what they are and not where they come from.",
      script: `[[ $(hostname) == "$HOST_NAME" || $(</proc/sys/kernel/hostname) == "$HOST_NAME" ]] && won; grep -F "$CHECKOUT" /proc/self/mountinfo && won; grep -E ' /home| /root/' /proc/self/mountinfo | grep -v ' /root rw' && won; hostname`,
      refusal: /^node1$/m,
      onHost: true,
    },
    {
      tries: "Watches which files of `/tmp` and of the run folder of the host are made.",
      stoppedBy: "Mounts: `/tmp` and `/run` are the lab's own memory.",
      script: `[[ $(stat -f -c %T /tmp) == tmpfs && $(stat -f -c %T /run) == tmpfs ]] && echo "its own"; ls -d /run/shelldeck/engines /run/user /run/systemd 2>/dev/null && won; true`,
      refusal: /^its own$/m,
      onHost: "a host may keep nothing there",
    },
  ],
};
