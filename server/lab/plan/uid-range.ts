/** The user ids that belong to one lab, out of those that labs have on a machine. */

/** Ids that labs are cut from. Whoever owns the labs' keeper counts them: on a root server they are the host's own numbers. */
export interface UidPool {
  /** The first id of the first slot. */
  first: number;
  /** Ids of one lab. */
  perLab: number;
  slots: number;
}

/** An OCI runtime's mapping of ids, for users and groups alike. */
export interface IdMapping {
  containerID: number;
  hostID: number;
  size: number;
}

/** As many as a lab's own users and its Podman's containers can name. */
export const uidsPerLab = 65_536;

/** What a lab gets where there are few: the system's own users, and nobody. */
const uidsPerSmallLab = 1024;

const nobody = 65_534;

/** Slots fit below 0x7fff0000, where user ids stop being positive 32-bit numbers. */
export const slots = 4095;

/** Above /etc/subuid's usual ranges and above those of systemd's containers (which end at 0x6fffffff). */
export const rootUids: UidPool = { first: 0x7000_0000, perLab: uidsPerLab, slots };

/** Labs of full size that must fit before an ordinary user's get it. */
const fullLabs = 16;

/** Ids 1 to `count` of the keeper's namespace, where 0 is the user's own and never a lab's. */
export function subordinateUids(count: number): UidPool {
  const perLab = count >= fullLabs * uidsPerLab ? uidsPerLab : uidsPerSmallLab;
  return { first: 1, perLab, slots: Math.min(slots, Math.floor(count / perLab)) };
}

/** The first id of a slot; root in the lab is this one. */
export function uidBase(slot: number, pool = rootUids): number {
  if (!Number.isInteger(slot) || slot < 0 || slot >= pool.slots)
    throw new RangeError(`lab slot ${slot} is not in 0..${pool.slots - 1}`);
  return pool.first + slot * pool.perLab;
}

/** Which ids of the keeper's namespace a lab's are; a small range ends with nobody, whom programs take for granted. */
export function idMappings(slot: number, pool = rootUids): IdMapping[] {
  const base = uidBase(slot, pool);
  if (pool.perLab > nobody) return [{ containerID: 0, hostID: base, size: pool.perLab }];
  const last = pool.perLab - 1;
  return [
    { containerID: 0, hostID: base, size: last },
    { containerID: nobody, hostID: base + last, size: 1 },
  ];
}
