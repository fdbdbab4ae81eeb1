/** What the commands of a step have printed, for its expectation. */
import { plainText } from "./plain-text.ts";

/** Output that is kept, in characters; what comes after it is not looked at. */
const maxCharacters = 1_000_000;

export class Transcript {
  private readonly decoder = new TextDecoder();
  private characters = "";

  push(bytes: Uint8Array): void {
    if (this.characters.length <= maxCharacters)
      this.characters += this.decoder.decode(bytes, { stream: true });
  }

  /** Without escape sequences. */
  get text(): string {
    return plainText(this.characters);
  }
}
