/** Full screen, where the browser has it. */

/** Enters or leaves full screen; a browser that refuses leaves the page as it is. */
export function toggleFullScreen(page: Document = document): void {
  const change = page.fullscreenElement ? page.exitFullscreen() : page.documentElement.requestFullscreen?.();
  change?.catch(() => {});
}
