/** Shows pictures as they were saved last, also on slides that are drawn later. */

/** How often each picture was saved, by its path in the deck's folder. */
type Saves = Readonly<Record<string, number>>;

/** Looks at what is on the page now and at what comes; called again with each save. */
export class Pictures {
  private readonly page: Document;
  private saves: Saves = {};
  private observer: MutationObserver | null = null;

  constructor(page: Document) {
    this.page = page;
  }

  renew(saves: Saves): void {
    this.saves = saves;
    this.renewIn(this.page.body);
    this.observer ??= this.observe();
  }

  private observe(): MutationObserver {
    const observer = new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes]))
        if (node instanceof Element) this.renewIn(node);
    });
    observer.observe(this.page.body, { childList: true, subtree: true });
    return observer;
  }

  private renewIn(root: Element): void {
    const selector = 'img, [style*="/deck/"]';
    for (const each of [root, ...root.querySelectorAll(selector)]) {
      if (each instanceof HTMLImageElement) this.renewImage(each);
      else if (each instanceof HTMLElement && each.style.backgroundImage !== "") this.renewBackground(each);
    }
  }

  private renewImage(image: HTMLImageElement): void {
    const fresh = renewed(image.src, this.saves);
    if (fresh !== null && fresh !== image.src) image.src = fresh;
  }

  private renewBackground({ style }: HTMLElement): void {
    const address = /url\("([^"]+)"\)/.exec(style.backgroundImage)?.[1];
    const fresh = address && renewed(new URL(address, this.page.baseURI).href, this.saves);
    if (fresh) style.backgroundImage = `url("${fresh}")`;
  }
}

/** The address with the number of saves in it, so that it is fetched again; null for what was not saved. */
export function renewed(address: string, saves: Saves): string | null {
  const url = new URL(address);
  const path = decodePath(url.pathname).slice("/deck/".length);
  if (!url.pathname.startsWith("/deck/") || !Object.hasOwn(saves, path)) return null;
  url.searchParams.set("saved", String(saves[path]));
  return url.href;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
