/** Which Node.js versions are let in. */
import { expect, it } from "vitest";
import { nodeComplaint } from "../../setup/node-version.js";

it.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0"])("lets Node.js %s in", (version) => {
  expect(nodeComplaint(version)).toBeNull();
});

it.each(["18.20.4", "20.18.3", "21.7.0", "22.11.0"])(
  "tells the user of Node.js %s how to get a newer one",
  (version) => {
    expect(nodeComplaint(version)).toContain(`node ${version} cannot run shelldeck`);
    expect(nodeComplaint(version)).toContain("https://nodejs.org/en/download");
  },
);
