/** Waits for all that a page shows: typefaces and pictures. */

/** Resolves when everything is there or cannot be had; typefaces are asked for by what is drawn. */
export async function whenComplete(page: Document = document): Promise<void> {
  await twoFrames();
  await Promise.allSettled([...page.images].map(arrival));
  await Promise.allSettled(backgrounds(page).map(fetchPicture));
  await page.fonts.ready;
  await twoFrames();
}

function arrival(picture: HTMLImageElement): Promise<void> {
  picture.loading = "eager";
  return picture.decode();
}

function backgrounds(page: Document): string[] {
  const slides = page.querySelectorAll<HTMLElement>(".slide[style*=url]");
  const addresses = [...slides].map((slide) => /url\("(.+?)"\)/.exec(slide.style.backgroundImage)?.[1]);
  return [...new Set(addresses)].filter((address) => address !== undefined);
}

function fetchPicture(address: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  return picture.decode();
}

/** Slides are fitted anew when a typeface has come or a picture has its size; a page that is not seen has no frames. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 200);
  });
}
