/** When npm packages are installed anew. */
import { describe, expect, it } from "vitest";
import { isInstalled } from "../../setup/lockfile.js";
import { headersFit, npmCommand, npmStamp } from "../../setup/npm-packages.js";

const node = { versions: { modules: "115" }, platform: "linux", arch: "x64" };

describe("the stamp of an installation", () => {
  it("stays the same for the same locked versions and the same Node.js", () => {
    expect(npmStamp("{}", node)).toBe(npmStamp("{}", { ...node }));
  });

  it("changes with the locked versions, and with a Node.js that needs another native build", () => {
    const others = [
      npmStamp('{"a":1}', node),
      npmStamp("{}", { ...node, versions: { modules: "127" } }),
      npmStamp("{}", { ...node, arch: "arm64" }),
    ];
    expect(new Set([npmStamp("{}", node), ...others]).size).toBe(4);
  });
});

describe("packages that were installed by hand", () => {
  const locked = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/a": { version: "1.0.0", integrity: "x" },
      "node_modules/only-on-macos": { version: "2.0.0", optional: true },
    },
  };

  it("are taken as they are when they are what is locked", () => {
    expect(
      isInstalled(locked, { packages: { "node_modules/a": { version: "1.0.0", integrity: "x" } } }),
    ).toBe(true);
  });

  it("are not when one is missing, or another version, or other content", () => {
    expect(isInstalled(locked, { packages: {} })).toBe(false);
    expect(
      isInstalled(locked, { packages: { "node_modules/a": { version: "1.0.1", integrity: "x" } } }),
    ).toBe(false);
    expect(
      isInstalled(locked, { packages: { "node_modules/a": { version: "1.0.0", integrity: "y" } } }),
    ).toBe(false);
  });
});

it("uses Node's headers beside it only when they are this version's", () => {
  const header =
    "#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 19\n#define NODE_PATCH_VERSION 5\n";
  expect(headersFit(header, "20.19.5")).toBe(true);
  expect(headersFit(header, "20.19.6")).toBe(false);
  expect(headersFit("", "20.19.5")).toBe(false);
});

it("runs the npm it was started by, and npm from PATH under another package manager", () => {
  expect(npmCommand({ npm_execpath: "/opt/npm/bin/npm-cli.js" })).toEqual({
    file: process.execPath,
    args: ["/opt/npm/bin/npm-cli.js"],
  });
  expect(npmCommand({ npm_execpath: "/opt/pnpm/bin/pnpm.cjs" })).toEqual({ file: "npm", args: [] });
  expect(npmCommand({})).toEqual({ file: "npm", args: [] });
});
