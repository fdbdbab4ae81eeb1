/** Measures what the README claims, as ratios against a baseline run beside it: `npm run bench -- --json [--only ROOM]`. */
import { type DecksTimes, measureDecks } from "./decks.ts";
import { measureLabs } from "./labs.ts";
import { holdManyLabs } from "./many-labs.ts";
import type { Summary } from "./measure.ts";
import { measurePage } from "./page.ts";
import { measureStreams } from "./stream.ts";

/** Labs that are held at once. */
const manyLabs = 500;

/** `onlyAsked`: takes so much of the machine that it runs when it is named, and not with the others. */
const rooms: Record<string, { says: string; measure(): Promise<object>; onlyAsked?: true }> = {
  labs: {
    says: "labs: their start, a reset, memory, the end",
    measure: async () => {
      const labs = await measureLabs();
      const { lab, unshare, podmanWithoutNetwork, podman } = labs.start;
      const ratios = {
        labToUnshare: ratio(lab, unshare),
        labToPodmanWithoutNetwork: ratio(lab, podmanWithoutNetwork ?? {}),
        labToPodman: ratio(lab, podman ?? {}),
      };
      return { ...labs, ratios };
    },
  },
  "many-labs": {
    says: `${manyLabs} labs at once`,
    measure: () => holdManyLabs(manyLabs),
    onlyAsked: true,
  },
  stream: {
    says: "keys and bytes",
    measure: async () => {
      const stream = await measureStreams(300);
      const ratios = {
        echoToBare: ratio(stream.shelldeck.echo, stream.bare.echo),
        throughputToBare: quotient(stream.shelldeck.throughput, stream.bare.throughput),
      };
      return { ...stream, ratios };
    },
  },
  page: { says: "the page in Chromium", measure: () => measurePage(10) },
  decks: {
    says: "decks, beside remark and reveal.js",
    measure: async () => {
      const decks = await measureDecks();
      return {
        ...decks,
        ratios: { large: deckRatios(decks.large.times), talk: deckRatios(decks.talk.times) },
      };
    },
  },
};

const at = process.argv.indexOf("--only");
const only = at < 0 ? null : (process.argv[at + 1] ?? "");
if (only !== null && !Object.hasOwn(rooms, only)) {
  process.stderr.write(`--only ${only}: say ${Object.keys(rooms).join(", ")}\n`);
  process.exit(2);
}
const results: Record<string, object> = {};
for (const [name, { says, measure, onlyAsked }] of Object.entries(rooms)) {
  if (only === null ? onlyAsked : name !== only) continue;
  process.stderr.write(`${says} ...\n`);
  results[name] = await measure();
}
const isJson = process.argv.includes("--json");
process.stdout.write(isJson ? `${JSON.stringify(results, null, 2)}\n` : readable());
process.exit(0);

function readable(): string {
  const rows = Object.entries(results).flatMap(([room, values]) =>
    Object.entries(values).map(([name, value]) => `${`${room} ${name}`.padEnd(28)} ${JSON.stringify(value)}`),
  );
  return `${rows.join("\n")}\n`;
}

/** Of the medians; null where one could not be measured. */
function ratio(one: Summary | object, other: Summary | object): number | null {
  return "p50" in one && "p50" in other ? quotient(Number(one.p50), Number(other.p50)) : null;
}

function quotient(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100;
}

/** How many times our figure goes into another tool's: above 1 it is slower or larger than ours. */
function deckRatios({ shelldeck, ...others }: DecksTimes["large"]["times"]): object {
  if (!shelldeck) return {};
  return Object.fromEntries(
    Object.entries(others).map(([tool, { ready, next, loaded }]) => [
      tool,
      {
        ready: quotient(ready, shelldeck.ready),
        next: quotient(next.p50, shelldeck.next.p50),
        loaded: quotient(loaded, shelldeck.loaded),
      },
    ]),
  );
}
