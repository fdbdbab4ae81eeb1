/** The pages that are not the deck: one sentence what happened, one what to do. */

import { escapeHtml } from "../deck/index.ts";

/** A small page of its own, without script. */
export function messagePage(title: string, text: string, head = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">${head}
<title>${escapeHtml(title)} · Shelldeck</title>
<style>
:root { color-scheme: light dark; font: 18px/1.5 "Red Hat Text", system-ui, sans-serif; }
body { max-width: 36rem; margin: 20vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.8rem; line-height: 1.2; border-left: .35rem solid #e00; padding-left: 1rem; }
</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body>
</html>
`;
}

export const messages = {
  signIn: {
    status: 401,
    title: "This page needs its link",
    text: "Open the link that the server printed in its terminal. Press Enter there for a new one.",
  },
  used: {
    status: 401,
    title: "This link does not work any more",
    text: "Each link lets one browser in, once. Press Enter in the server's terminal for a new one.",
  },
  tooMany: {
    status: 429,
    title: "Too many wrong links",
    text: "Wait a minute, then open the link that the server printed in its terminal.",
  },
  foreignHost: {
    status: 421,
    title: "This is not the server's address",
    text: "Open the address that the server printed in its terminal; start it with --host to use another one.",
  },
  presenterOnly: {
    status: 403,
    title: "This is the presenter's view",
    text: "The talk itself is at the address without /presenter.",
  },
  notFound: {
    status: 404,
    title: "There is nothing here",
    text: "The deck is at the address that the server printed.",
  },
} as const;
