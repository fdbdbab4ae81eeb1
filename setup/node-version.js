/** Which Node.js versions can run Shelldeck; written so that an old Node.js can load it and say so. */

/**
 * Says what to do when this Node.js is too old, or null when it will do.
 * The range is Vite's: 20.19 and later of 20, and from 22.12 on.
 * @param {string} version such as "20.19.0"
 * @returns {string | null}
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return null;
  return (
    `node ${version} cannot run shelldeck: it needs 20.19 or later of 20, or 22.12 or later.\n` +
    "Get one from https://nodejs.org/en/download, or with nvm: nvm install --lts"
  );
}

/** Ends the process with status 1 and a message when this Node.js is too old. */
export function refuseOldNode(version = process.versions.node) {
  const complaint = nodeComplaint(version);
  if (complaint === null) return;
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
