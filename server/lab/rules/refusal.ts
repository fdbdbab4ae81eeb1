/** Why there is no place for a lab, as data and in words. */
import { LabError } from "../lab.ts";
import { timeInWords } from "./amount.ts";
import { settingFor } from "./settings.ts";

/** Which rule forbids a lab, and the number it sets. */
export type Refusal =
  | { rule: "labs"; limit: number }
  | { rule: "labsPerSeat"; limit: number; seat: string }
  | { rule: "labsPerMinute"; limit: number; againInMs: number };

/** A rule forbids a lab: says the number, whose it is, when to try again, and which setting allows more. */
export class LabRefused extends LabError {
  constructor(refusal: Refusal) {
    const { message, again } = said(refusal);
    const setting = `--limits ${settingFor(refusal.rule)}=${refusal.limit * 2}`;
    super(message, `${again}; who runs the server can allow more: ${setting}`);
  }
}

function said(refusal: Refusal): { message: string; again: string } {
  if (refusal.rule === "labs")
    return {
      message: `this server holds ${labs(refusal.limit)}, as many as it may`,
      again: "try again when one of them has ended",
    };
  if (refusal.rule === "labsPerSeat")
    return {
      message: `${refusal.seat} has ${labs(refusal.limit)}, as many as one seat may`,
      again: "try again when one of them has ended",
    };
  const time = timeInWords(Math.max(1, Math.ceil(refusal.againInMs / 1000)) * 1000);
  return {
    message: `this server made ${labs(refusal.limit)} in the last minute, as many as it may`,
    again: `try again in ${time}`,
  };
}

const labs = (count: number): string => (count === 1 ? "1 lab" : `${count} labs`);
