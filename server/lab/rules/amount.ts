/** Amounts as a person writes them in a setting: bytes, times, counts and shares of a processor. */

/** What a setting's value is measured in. */
export type Unit = "bytes" | "time" | "count" | "cores";

/** How a unit is read and written. */
interface Notation {
  /** Null for a text that is no amount. */
  read(text: string): number | null;
  write(amount: number): string;
  /** How a person writes one, after "write". */
  form: string;
}

const bytesOf: Record<string, number> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
const msOf: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const nameOf: Record<string, string> = { d: "day", h: "hour", m: "minute", s: "second" };

export const notations: { readonly [U in Unit]: Notation } = {
  bytes: { read: readBytes, write: writeBytes, form: "an amount such as 512M or 1G" },
  time: { read: readTime, write: writeTime, form: "a time such as 90s, 15m, 4h or 1h30m" },
  count: { read: readCount, write: String, form: "a whole number" },
  cores: { read: readCores, write: String, form: "a number of processor cores such as 0.5 or 2" },
};

/** A time as a sentence says it: "15 minutes", "1 hour 30 minutes"; whole seconds. */
export function timeInWords(ms: number): string {
  const words = partsOf(ms).map(([amount, unit]) => `${amount} ${nameOf[unit]}${amount === 1 ? "" : "s"}`);
  return words.join(" ");
}

function readBytes(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)([KMGT]?)(?:iB|B)?$/i.exec(text);
  if (!match) return null;
  const bytes = Number(match[1]) * (bytesOf[(match[2] ?? "").toUpperCase()] ?? Number.NaN);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

function writeBytes(bytes: number): string {
  const unit = ["T", "G", "M", "K"].find((each) => bytes >= (bytesOf[each] ?? 1)) ?? "";
  return `${Number((bytes / (bytesOf[unit] ?? 1)).toFixed(2))}${unit}`;
}

function readTime(text: string): number | null {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (text === "" || !match) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return Number.isSafeInteger(ms) ? ms : null;
}

function writeTime(ms: number): string {
  return partsOf(ms)
    .map((part) => part.join(""))
    .join("");
}

/** The time's days, hours, minutes and seconds, those that are 0 left out. */
function partsOf(ms: number): [amount: number, unit: string][] {
  let rest = Math.round(ms / 1000) * 1000;
  const parts = ["d", "h", "m", "s"].map((unit): [number, string] => {
    const amount = Math.floor(rest / (msOf[unit] ?? 1));
    rest -= amount * (msOf[unit] ?? 1);
    return [amount, unit];
  });
  const present = parts.filter(([amount]) => amount > 0);
  return present.length > 0 ? present : [[0, "s"]];
}

function readCount(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function readCores(text: string): number | null {
  return /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
