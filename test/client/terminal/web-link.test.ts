import { expect, test } from "vitest";
import { webLink } from "../../../client/terminal/web-link.ts";

test("web pages can be opened from a terminal", () => {
  expect(webLink("https://example.com/a?b#c")).toBe("https://example.com/a?b#c");
  expect(webLink("http://192.168.255.11:8080")).toBe("http://192.168.255.11:8080/");
});

test("nothing else can", () => {
  for (const uri of [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "ssh://host",
    "//host",
    "x",
  ]) {
    expect(webLink(uri), uri).toBeNull();
  }
});
