/** A PDF's bookmarks are made of the headings on its pages: they are readied here. */

const headings = "h1, h2, h3, h4, h5, h6";

/** Whether a slide has a heading that can be its bookmark. */
export function hasHeading(page: HTMLElement): boolean {
  return [...page.querySelectorAll(headings)].some((heading) => heading.textContent?.trim());
}

/** Another state of the slide before gets no bookmarks and no name; a heading over several lines of Markdown is one line. */
export function readyHeadings(page: HTMLElement, isAnotherState: boolean): void {
  if (isAnotherState) page.querySelector(".slide-body")?.removeAttribute("id");
  for (const heading of page.querySelectorAll(headings)) {
    if (isAnotherState) heading.setAttribute("role", "presentation");
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.nodeValue?.includes("\n")) text.nodeValue = text.nodeValue.replace(/\s+/g, " ");
  }
}
