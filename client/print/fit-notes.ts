/** Notes are set as large as their part of the page allows. */

/** In CSS pixels of the page; larger is no easier to read, smaller is not read. */
const largest = 25;
const smallest = 15;

/** Sizes the type of `notes` so that they fit; notes that never do go on, on a page of their own. */
export function fitNotes(notes: HTMLElement): void {
  for (let size = largest; size >= smallest; size -= 1) {
    notes.style.setProperty("--notes-size", `${size}px`);
    notes.dataset.fits = "true";
    if (notes.scrollHeight <= notes.clientHeight + 1) return;
  }
  notes.dataset.fits = "false";
}
