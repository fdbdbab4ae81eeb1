/** Measures what the README claims, as ratios against a baseline run beside it: `npm run bench -- --json`. */
import { measurePage } from "./page.ts";
import { measurePrompts } from "./prompt.ts";
import { measureStreams } from "./stream.ts";

const isJson = process.argv.includes("--json");
const say = (text: string) => process.stderr.write(`${text}\n`);

say("from nothing to a prompt ...");
const prompt = await measurePrompts(20);
say("keys and bytes ...");
const stream = await measureStreams(300);
say("the page in Chromium ...");
const page = await measurePage(10);

const ratio = (a: unknown, b: unknown) => {
  const of = (each: unknown) => (each as { p50?: number }).p50;
  const [first, second] = [of(a), of(b)];
  return first === undefined || second === undefined ? null : Math.round((first / second) * 100) / 100;
};
const results = {
  prompt: {
    ...prompt,
    ratios: {
      labToUnshare: ratio(prompt.lab, prompt.unshare),
      labToPodman: ratio(prompt.lab, prompt.podman),
    },
  },
  stream: {
    ...stream,
    ratios: {
      echoToBare: ratio(stream.shelldeck.echo, stream.bare.echo),
      throughputToBare: Math.round((stream.shelldeck.throughput / stream.bare.throughput) * 100) / 100,
    },
  },
  page,
};
process.stdout.write(isJson ? `${JSON.stringify(results, null, 2)}\n` : readable());
process.exit(0);

function readable(): string {
  const rows = Object.entries(results).flatMap(([room, values]) =>
    Object.entries(values).map(([name, value]) => `${`${room} ${name}`.padEnd(28)} ${JSON.stringify(value)}`),
  );
  return `${rows.join("\n")}\n`;
}
