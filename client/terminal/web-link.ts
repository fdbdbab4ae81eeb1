/** Which links in a terminal's output can be followed. */

/** The address of a web page, or null for every other kind of link. */
export function webLink(uri: string): string | null {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null;
}
