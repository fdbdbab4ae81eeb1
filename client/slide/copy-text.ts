/** Puts a text on the clipboard. */

/** Browsers have a clipboard only for pages that came safely; the others still copy what is selected. False when neither worked. */
export async function copyText(text: string, page: Document = document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, page);
  }
}

function copySelected(text: string, page: Document): boolean {
  const field = page.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.style.cssText = "position: fixed; inset: 0 auto auto 0; opacity: 0";
  const focused = page.activeElement;
  page.body.append(field);
  field.select();
  const isCopied = page.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
