/** A cache that forgets what two rounds in a row did not use. */

interface Entry<Value> {
  value: Value;
  /** In which it was used last. */
  round: number;
}

/** Values by key; `turn` ends a round. */
export class Recent<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #mostCharacters: number;
  #characters = 0;
  #round = 0;

  /** `mostCharacters`: of all keys; while there are more, nothing is added. */
  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  /** Of all keys. */
  get characters(): number {
    return this.#characters;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry) entry.round = this.#round;
    return entry?.value;
  }

  set(key: string, value: Value): void {
    const entry = this.#entries.get(key);
    if (entry) {
      entry.value = value;
      entry.round = this.#round;
      return;
    }
    if (this.#characters + key.length > this.#mostCharacters) return;
    this.#characters += key.length;
    this.#entries.set(key, { value, round: this.#round });
  }

  turn(): void {
    this.#round += 1;
    for (const [key, { round }] of this.#entries) {
      if (round >= this.#round - 2) continue;
      this.#entries.delete(key);
      this.#characters -= key.length;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#characters = 0;
  }
}
