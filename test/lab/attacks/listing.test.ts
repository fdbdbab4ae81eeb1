/** The page that lists the attempts is up to date, and each attempt is told once and in a sentence. */
import { expect, test } from "vitest";
import { exhaustions } from "./exhaustion.ts";
import { families } from "./families/index.ts";
import { runtime } from "./families/runtime.ts";
import { listing } from "./listing.ts";

const all = [...families, runtime];

// Other architectures lack some of the calls.
test.runIf(process.arch === "x64")("docs/security-attempts.md lists every attempt", async () => {
  await expect(listing(all, exhaustions)).toMatchFileSnapshot("../../../docs/security-attempts.md");
});

test("attempts differ, and are told in sentences", () => {
  const attempts = [...all.flatMap((family) => family.attempts), ...exhaustions];
  expect(new Set(attempts.map(({ tries }) => tries)).size).toBe(attempts.length);
  for (const { tries, stoppedBy } of attempts) {
    expect(tries).toMatch(/^[A-Z].*\.$/s);
    expect(stoppedBy).toMatch(/^[a-z\d_, `A-Z].*\.$/s);
  }
});
