/** The other windows and views of the same talk. */
import { connectionStore } from "../connection/index.ts";

type OtherView = "presenter" | "read";

/** A second press brings the same window up. */
const presenterWindow = "shelldeck-presenter";

/** Opens another window at the same place; it then follows by itself, which it knows by having an opener (client/live). */
export function cloneWindow(page: Window = window): void {
  page.open(page.location.href, "_blank");
}

/** The presenter view in a window of its own, the reading view in this one; from either back to the stage. False for those it is not for. */
export function visit(view: OtherView, page: Window = window): boolean {
  const { role } = connectionStore.getState();
  const { hash } = page.location;
  if (page.document.documentElement.dataset.view === view) page.location.assign(`/${hash}`);
  else if (view === "read") page.location.assign(`/read${hash}`);
  else if (role === "audience" || role === "reader") return false;
  else page.open(`/presenter${hash}`, presenterWindow);
  return true;
}
