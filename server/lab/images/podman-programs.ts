/** Programs that stand between Podman and the machine's own in a lab. */
import { ownPrograms } from "../plan/container-files.ts";
import type { LabProgram } from "../world/index.ts";

/**
 * It says at each start that there is no syslog, which no lab has; all else that it says is passed on. It stays in the background, so it must
 * not keep what reads its words: the reader would stay too, and with it the standard error of whoever runs Podman.
 */
export const aardvarkDns = `#!/bin/bash
for real in {/usr/local,/usr}/{libexec,lib}/podman/aardvark-dns; do
  [[ -x $real ]] || continue
  exec {words}> >(exec grep -v 'failed to connect to syslog' >&2)
  exec "$real" "$@" 2>&"$words" {words}>&-
done
echo 'aardvark-dns: it is not installed on this machine' >&2
exit 127
`;

export const podmanPrograms: readonly LabProgram[] = [
  { path: `${ownPrograms.slice(1)}/aardvark-dns`, mode: 0o755, content: aardvarkDns },
];
