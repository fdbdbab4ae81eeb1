/** A node's first process: it unpacks the node's files from its standard input and then lives as long as that is open. */

/** Written on standard output: as soon as the namespaces can be wired, and when the files are in place. */
export const firstProcessSays = { up: "up", ready: "ready" };

/** What a container may bring along to be run before it is ready; it has to end, and may leave processes that serve. */
export const startFile = "run/shelldeck/start";

/**
 * Standard input is the lifeline: the server holds the other end, and when it closes, however the server ended, cat ends
 * and the kernel ends every process of the node. It starts with a line that gives the length of the tar archive that follows; head
 * gives tar an end to read to, and -P lets it make links at once. cat ignores SIGCHLD so that orphans leave no zombies; dash cannot be told to.
 */
const script = `echo ${firstProcessSays.up}
read -r length
head -c "$length" | tar -xPf - -C / || exit
[ ! -e /${startFile} ] || sh /${startFile} </dev/null >/dev/null 2>&1
echo ${firstProcessSays.ready}
exec env --ignore-signal=CHLD cat >/dev/null`;

/** Its command line. */
export const firstProcess = ["/bin/sh", "-c", script];
