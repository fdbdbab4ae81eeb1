/** The host's user ids that belong to one lab. */

/** As many as a lab's own users and its Podman's need. */
export const uidsPerLab = 65_536;

/** Above /etc/subuid's usual ranges and above those of systemd's containers (which end at 0x6fffffff). */
const firstUid = 0x7000_0000;

/** Slots fit below 0x7fff0000, where user ids stop being positive 32-bit numbers. */
export const slots = 4095;

/** The first host uid of a slot; root in the lab is this one. */
export function uidBase(slot: number): number {
  if (!Number.isInteger(slot) || slot < 0 || slot >= slots)
    throw new RangeError(`lab slot ${slot} is not in 0..${slots - 1}`);
  return firstUid + slot * uidsPerLab;
}
