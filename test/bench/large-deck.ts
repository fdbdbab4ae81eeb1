/** Writes a deck as large as the largest workshops' and as varied: what the compiler is measured with. */
import { type Random, seededRandom } from "./seeded-random.ts";

const words =
  "a network namespace has its own interfaces routes and rules the kernel keeps them apart packets leave through bridge while container sees only what was given to it we will look at each part then build one by hand when service is published host port leads here traffic from outside reaches it because rule translates address cluster node image layer volume secret policy registry build push pull deploy scale update roll back watch log trace probe request limit".split(
    " ",
  );
const topics =
  "Namespaces,Bridges,Routing,Services,Volumes,Secrets,Images,Registries,Builds,Deployments,Scheduling,Ingress,Policies,Logs,Metrics,Probes,Limits,Upgrades,Clusters,Nodes".split(
    ",",
  );
const classes = "small,red,warning,left-column,right-column,footnote,nodecoration".split(",");

/** A deck of so many slides (about 450 characters each), the same for the same `slides` and `seed`. */
export function largeDeck(slides = 2650, seed = 1): string {
  const writer = new DeckWriter(seededRandom(seed));
  return writer.write(slides);
}

const opening = `class: title, middle

# Containers from the inside

A workshop

[docs]: https://docs.example.com/
---
name: chapter
layout: true
class: title, center

{{content}}

.footnote[Chapter {{chapter}}]
---
layout: true
owner: the workshop's authors

.footer[{{owner}} · Containers from the inside]

{{content}}
---
`;

class DeckWriter {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  write(slides: number): string {
    const parts = [opening];
    for (let slide = 2; slide <= slides; slide++) {
      const continues = slide > 2 && this.#chance(0.3);
      if (slide > 2) parts.push(continues ? "\n--\n" : "\n---\n");
      parts.push(continues ? this.#more() : this.#slide(slide));
    }
    return `${parts.join("")}\n`;
  }

  #slide(index: number): string {
    const { pick } = this.#random;
    const properties = [
      ...(this.#chance(0.2)
        ? [`class: ${pick(["pic", "title", "extra-details", "in-person", "center, middle"])}`]
        : []),
      ...(this.#chance(0.1) ? [`name: slide-${index}`] : []),
      ...(this.#chance(0.02) ? ["count: false"] : []),
      ...(this.#chance(0.02) ? ["template: chapter", `chapter: ${index}`] : []),
    ];
    const heading = `${this.#chance(0.95) ? "##" : "#"} ${pick(topics)} and ${this.#phrase(1, 4)} ${index}`;
    const blocks = Array.from({ length: this.#random.between(2, 4) }, () => this.#block());
    const notes = this.#chance(0.25) ? `\n\n???\n\n${this.#sentences(1, 3)}\n\n${this.#list()}` : "";
    return `\n${properties.map((line) => `${line}\n`).join("")}\n${heading}\n\n${blocks.join("\n\n")}${notes}\n`;
  }

  /** What stands behind a `--`. */
  #more(): string {
    return `\n${this.#chance(0.7) ? this.#list() : this.#block()}\n`;
  }

  #block(): string {
    const kind = this.#random.number();
    if (kind < 0.3) return this.#sentences(1, 3);
    if (kind < 0.55) return this.#list();
    if (kind < 0.68) return this.#nestedList();
    if (kind < 0.88) return this.#fence();
    if (kind < 0.92) return this.#table();
    return this.#class();
  }

  #list(): string {
    return Array.from({ length: this.#random.between(2, 4) }, () => `- ${this.#sentences(1, 1)}`).join(
      this.#chance(0.6) ? "\n\n" : "\n",
    );
  }

  #nestedList(): string {
    const items = Array.from(
      { length: this.#random.between(1, 3) },
      () => `- ${this.#sentence()}\n\n  - ${this.#phrase(3, 8)}\n  - ${this.#phrase(3, 8)}`,
    );
    return items.join("\n\n");
  }

  #fence(): string {
    const { pick, between } = this.#random;
    const language = pick(["sh", "bash", "bash", "yaml", "json", "go", "console", ""]);
    const name = `${pick(words)}${between(1, 999)}`;
    return `\`\`\`${language}\n${fences[language]?.(name, between(1, 99)) ?? ""}\n\`\`\``;
  }

  #table(): string {
    const rows = Array.from(
      { length: 3 },
      () => `| \`${this.#random.pick(words)}\` | ${this.#phrase(2, 5)} |`,
    );
    return `| command | what it does |\n|---|---|\n${rows.join("\n")}`;
  }

  #class(): string {
    const name = this.#random.pick(classes);
    return this.#chance(0.6) ? `.${name}[${this.#sentence()}]` : `.${name}[\n${this.#list()}\n]`;
  }

  #sentences(least: number, most: number): string {
    return Array.from({ length: this.#random.between(least, most) }, () => this.#sentence()).join("\n");
  }

  #sentence(): string {
    const text = this.#phrase(5, 12);
    const kind = this.#random.number();
    if (kind < 0.15) return `${text}: \`${this.#random.pick(words)} ${this.#random.pick(words)}\``;
    if (kind < 0.25) return `${text} **${this.#phrase(1, 2)}**`;
    if (kind < 0.3) return `*${this.#phrase(1, 3)}* ${text}`;
    if (kind < 0.35) return `${text} ([docs])`;
    if (kind < 0.4) return `[${text}](https://example.com/${this.#random.pick(words)})`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  #phrase(least: number, most: number): string {
    return Array.from({ length: this.#random.between(least, most) }, () => this.#random.pick(words)).join(
      " ",
    );
  }

  #chance(share: number): boolean {
    return this.#random.number() < share;
  }
}

const commands = (name: string, number: number) =>
  `docker run -d --name ${name} -p ${8000 + number}:80 nginx:1.${number}\ndocker logs ${name} | grep -v "GET /" > /tmp/${name}.log\nfor i in $(seq ${number}); do curl -s localhost:${8000 + number}; done`;

/** What a fence in a language holds. */
const fences: Record<string, (name: string, number: number) => string> = {
  sh: (name, number) =>
    `ip link add ${name} type veth peer name eth${number}\nip addr add 10.0.0.${number}/24 dev ${name}`,
  bash: commands,
  yaml: (name, number) =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n  - port: ${number}\n    targetPort: http\n  selector:\n    app: ${name}`,
  json: (name, number) => `{\n  "name": "${name}",\n  "ports": [${number}, 443],\n  "ready": true\n}`,
  go: (name, number) =>
    `func ${name}(limit int) error {\n\tif limit > ${number} {\n\t\treturn errors.New("too many")\n\t}\n\treturn nil\n}`,
  console: (name, number) =>
    `$ docker inspect ${name}\n[{ "Id": "${number}" }]\n$ docker rm -f ${name}\n${name}`,
  "": (name, number) => `${name} ${number}\n+------+\n| node |\n+------+`,
};
