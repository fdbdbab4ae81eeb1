/** Says in the stage's window how it fills the screen: browsers allow that only to a key pressed in it. */

/** Long enough to walk over and press a key. */
const lastsMs = 30_000;
const lookEveryMs = 200;
const words = "Press f for full screen";

/** Shown as soon as the window has its page, and until it is full screen; `stage` is of this origin. */
export function showFullScreenHint(stage: Window): void {
  let looks = lastsMs / lookEveryMs;
  const look = setInterval(() => {
    looks -= 1;
    const isThere = !stage.closed && stage.document.querySelector(".stage") !== null;
    if (isThere || stage.closed || looks <= 0) clearInterval(look);
    if (isThere && !isFull(stage)) put(stage.document);
  }, lookEveryMs);
}

/** Asked for by the page, or by the browser when it opened the window. */
function isFull(stage: Window): boolean {
  return stage.document.fullscreenElement !== null || stage.matchMedia("(display-mode: fullscreen)").matches;
}

function put(page: Document): void {
  const hint = page.createElement("p");
  hint.setAttribute("role", "status");
  hint.textContent = words;
  hint.style.cssText =
    "position: fixed; top: 24px; left: 50%; translate: -50% 0; z-index: 90; margin: 0; padding: 0.5em 1em; pointer-events: none; border-radius: var(--radius); background: var(--panel); color: var(--panel-ink); box-shadow: var(--shadow); font: 600 1.3rem/1.4 var(--font-text)";
  page.body.append(hint);
  const remove = () => hint.remove();
  page.addEventListener("fullscreenchange", remove, { once: true });
  setTimeout(remove, lastsMs);
}
