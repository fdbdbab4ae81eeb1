/** The deck's own style sheet and theme on the page, as the deck and the sheet were saved last. */
import type { DeckHead } from "../../server/protocol.ts";

/** As the server names its link (server/web/page.ts). */
const id = "deck-style";
/** Marks links that stay until their successor is there, so that nothing is shown without a style. */
const former = "data-former";

/** Puts on the theme and the style sheet that the deck's front matter names now. */
export function wearLook({ theme, css }: Pick<DeckHead, "theme" | "css">, page: Document): void {
  page.documentElement.dataset.deckTheme = theme;
  const link = currentLink(page);
  const address = css === null ? null : new URL(`/deck/${encodeURI(css)}`, page.baseURI);
  if (address === null) link?.remove();
  else if (!link || new URL(link.href).pathname !== address.pathname) replaceLink(link, address.href, page);
}

/** The sheet was saved; `count` makes the address new, so that nothing old is shown. */
export function renewStyle(page: Document, count: number): void {
  const link = currentLink(page);
  if (!link) return;
  const address = new URL(link.href);
  address.searchParams.set("saved", String(count));
  replaceLink(link, address.href, page);
}

function replaceLink(link: HTMLLinkElement | null, href: string, page: Document): void {
  const fresh = page.createElement("link");
  fresh.rel = "stylesheet";
  fresh.addEventListener("load", () => {
    for (const each of page.querySelectorAll(`link[${former}]`)) each.remove();
  });
  fresh.href = href;
  link?.removeAttribute("id");
  link?.setAttribute(former, "");
  fresh.id = id;
  page.head.append(fresh);
}

function currentLink(page: Document): HTMLLinkElement | null {
  return page.querySelector<HTMLLinkElement>(`link#${id}`);
}
