/** The size at which slides are laid out before they are made small, in CSS pixels: remark's canvas. */
import type { Deck } from "../../server/protocol.ts";

export const canvas: Record<Deck["ratio"], { width: number; height: number }> = {
  "16:9": { width: 1210, height: 681 },
  "4:3": { width: 908, height: 681 },
};
