/** What is put on paper, as the page's address says: `/print?steps&notes`. */

export interface PrintOptions {
  /** A page for each line step of the code on a slide, too. */
  steps: boolean;
  /** Of slides that continue each other, only the last. */
  final: boolean;
  /** The speaker's notes below each slide. */
  notes: boolean;
  /** White on black. */
  dark: boolean;
  /** With buttons, and nothing else done for paper: as the stage shows the slides. */
  stage: boolean;
  /** The first slide, from 1, and the last. */
  from: number;
  to: number;
}

/** The options that are on or off. */
export type Switch = {
  [K in keyof PrintOptions]: PrintOptions[K] extends boolean ? K : never;
}[keyof PrintOptions];

const switches: Record<Switch, true> = { steps: true, final: true, notes: true, dark: true, stage: true };

/** Reads `location.search`; what is named is on, unless it is `0` or `false`. */
export function readOptions(search: string): PrintOptions {
  const query = new URLSearchParams(search);
  const isOn = (name: string) => query.has(name) && !/^(?:0|false|off|no)$/i.test(query.get(name) ?? "");
  const on = Object.fromEntries(Object.keys(switches).map((name) => [name, isOn(name)]));
  const number = (name: string, otherwise: number) => {
    const value = query.get(name) ?? "";
    return /^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : otherwise;
  };
  return {
    ...(on as Record<Switch, boolean>),
    from: number("from", 1),
    to: number("to", Number.POSITIVE_INFINITY),
  };
}

/** The same as the text behind the address's path: "" when nothing is asked for. */
export function writeOptions(options: PrintOptions): string {
  const parts = (Object.keys(switches) as Switch[]).filter((name) => options[name]) as string[];
  if (options.from > 1) parts.push(`from=${options.from}`);
  if (Number.isFinite(options.to)) parts.push(`to=${options.to}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
