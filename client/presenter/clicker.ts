/** Buttons that do what a clicker's keys do, whatever is on the stage: a slide, its steps, a demo. */

/** Presses the key for the whole page. */
export function pressClicker(key: "PageDown" | "PageUp"): void {
  window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
}
