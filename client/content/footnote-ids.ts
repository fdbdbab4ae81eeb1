/** Each slide counts its footnotes from 1; on a page with several slides they need ids of their own. */

/** As the compiled tree names a footnote, the way back from it and their heading, with `#` in links (server/deck/body). */
const footnote = /^(#?)(?=user-content-(?:fn-|fnref-|footnote-label$))/;

/** The id of a footnote or a link to one, with its slide in it; other values stay as they are. */
export function withSlide(value: unknown, slide: number): unknown {
  return typeof value === "string" ? value.replace(footnote, `$1${slide}-`) : value;
}
