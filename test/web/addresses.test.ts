/** Only the server's own names and its own pages are served. */
import { describe, expect, test } from "vitest";
import { ownAddresses } from "../../server/web/addresses.ts";

describe("a server on loopback", () => {
  const addresses = ownAddresses("127.0.0.1", 3030);

  test.each(["127.0.0.1:3030", "localhost:3030", "LocalHost:3030", "[::1]:3030"])(
    "answers to Host %s",
    (host) => {
      expect(addresses.isOwnHost(host)).toBe(true);
    },
  );

  test.each([
    undefined,
    "",
    "127.0.0.1",
    "127.0.0.1:80",
    "evil.example:3030",
    "127.0.0.1.evil.example:3030",
    "0.0.0.0:3030",
  ])("does not answer to Host %s", (host) => {
    expect(addresses.isOwnHost(host)).toBe(false);
  });

  test("takes the Origin of its own page only, with the same name, port and scheme", () => {
    const host = "127.0.0.1:3030";
    expect(addresses.isOwnOrigin("http://127.0.0.1:3030", host)).toBe(true);
    for (const origin of [
      undefined,
      "null",
      "",
      "http://127.0.0.1",
      "http://127.0.0.1:3031",
      "https://127.0.0.1:3030",
      "http://localhost:3030",
      "http://127.0.0.1:3030.evil.example",
    ])
      expect(addresses.isOwnOrigin(origin, host)).toBe(false);
    expect(addresses.isOwnOrigin("http://evil.example:3030", "evil.example:3030")).toBe(false);
  });
});

test("a server on another address answers to it as well", () => {
  const addresses = ownAddresses("192.0.2.7", 3030);
  expect(addresses.isOwnHost("192.0.2.7:3030")).toBe(true);
  expect(addresses.isOwnHost("192.0.2.8:3030")).toBe(false);
  expect(addresses.url).toBe("http://192.0.2.7:3030");
  expect(ownAddresses("::1", 3030).url).toBe("http://[::1]:3030");
});
