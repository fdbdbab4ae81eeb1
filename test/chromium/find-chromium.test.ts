/** Which browser is used on a machine. */
import { expect, test } from "vitest";
import { findChromium, openChromium } from "../../server/chromium/index.ts";

const on =
  (...files: string[]) =>
  (path: string) =>
    files.includes(path);

test("Chromium goes before Chrome, wherever in PATH they are", () => {
  const exists = on("/usr/bin/google-chrome", "/opt/bin/chromium");
  expect(findChromium({ PATH: "/usr/bin:/opt/bin" }, exists)).toBe("/opt/bin/chromium");
  expect(findChromium({ PATH: "/usr/bin" }, exists)).toBe("/usr/bin/google-chrome");
  expect(findChromium({ PATH: "/bin" }, exists)).toBe(null);
});

test("the variable CHROMIUM has the last word, also when it is wrong", () => {
  const exists = on("/usr/bin/chromium", "/my/chrome");
  expect(findChromium({ PATH: "/usr/bin", CHROMIUM: "/my/chrome" }, exists)).toBe("/my/chrome");
  expect(findChromium({ PATH: "/usr/bin", CHROMIUM: "/not/there" }, exists)).toBe(null);
});

test("a Mac's applications are found without PATH", () => {
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  expect(findChromium({ PATH: "/usr/bin" }, on(chrome))).toBe(chrome);
});

test("where there is none, the error says how to get one", async () => {
  await expect(openChromium({ PATH: "/nowhere" })).rejects.toMatchObject({
    message: "no Chromium found",
    remedy: expect.stringContaining("apt install chromium"),
  });
  await expect(openChromium({ CHROMIUM: "/not/there" })).rejects.toMatchObject({
    message: "CHROMIUM=/not/there: there is no such file",
  });
});

test("a program that is no browser is named", async () => {
  await expect(openChromium({ CHROMIUM: "/bin/false" })).rejects.toMatchObject({
    message: expect.stringMatching(/^\/bin\/false does not start: \w/),
  });
});
