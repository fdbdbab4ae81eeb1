/** Compares package-lock.json with what npm says it installed. */

/**
 * The part of a lockfile that matters here, of package-lock.json and of node_modules/.package-lock.json alike.
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> }} Lockfile
 */

/**
 * Whether everything that is locked is installed in its locked version; optional packages may be absent.
 * @param {Lockfile} locked
 * @param {Lockfile} installed
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked.packages ?? {}).every(([path, want]) => {
    if (path === "") return true;
    const have = installed.packages?.[path];
    if (!have) return want.optional === true || want.devOptional === true;
    return have.version === want.version && have.integrity === want.integrity;
  });
}
