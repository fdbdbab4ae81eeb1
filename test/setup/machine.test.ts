/** Where set-up looks for commands. */
import { expect, it } from "vitest";
import { find, pathWithAdministratorFolders } from "../../setup/machine.js";

const on =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file);

it("finds administrators' commands though an ordinary user's PATH lacks their folders", () => {
  expect(find(["iptables"], "/usr/bin:/bin", on("/usr/sbin/iptables"))).toBe("/usr/sbin/iptables");
  expect(find(["nft"], "/usr/bin:/bin", on("/usr/sbin/iptables"))).toBeNull();
});

it("takes an absolute path as it is", () => {
  expect(find(["/opt/thing"], "/usr/bin", on("/opt/thing"))).toBe("/opt/thing");
  expect(find(["/thing"], "/opt", on("/opt/thing"))).toBeNull();
});

it("prefers the first name, wherever it is", () => {
  const exists = on("/usr/bin/google-chrome", "/snap/bin/chromium");
  expect(find(["chromium", "google-chrome"], "/usr/bin:/snap/bin", exists)).toBe("/snap/bin/chromium");
});

it("adds no folder to PATH twice and keeps the order", () => {
  expect(pathWithAdministratorFolders("/usr/sbin:/usr/bin")).toBe("/usr/sbin:/usr/bin:/usr/local/sbin:/sbin");
});
