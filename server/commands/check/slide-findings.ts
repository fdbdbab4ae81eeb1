/** What was measured on a slide, in words. */
import type { Finding } from "./finding.ts";
import type { Contrast, Measured } from "./measure.ts";

/** A slide, and where its text begins. */
export interface SlidePlace {
  index: number;
  title: string;
  file: string;
  line: number;
}

const longestText = 40;

/** Slides that do not fit are errors, faint text is a warning. */
export function slideFindings(measured: Measured, place: SlidePlace): Finding[] {
  const { index, title, file, line } = place;
  const slide = title === "" ? `slide ${index}` : `slide ${index} "${shorten(title)}"`;
  const at = { file, line, column: 1 };
  const findings: Finding[] = [];
  if (measured.overflow) {
    findings.push({
      ...at,
      severity: "error",
      message: `${slide} does not fit: it needs ${sizes(measured.overflow)} even at the smallest type`,
      remedy: "divide it with --- or -- lines, or shorten it; on the stage it scrolls",
    });
  }
  for (const { worst, others, themes } of byTheme(measured.contrast)) {
    const { text, ink, paper, ratio, needed } = worst;
    const what = others === 0 ? `"${shorten(text)}" is` : `"${shorten(text)}" and ${others} more are`;
    findings.push({
      ...at,
      severity: "warning",
      message: `${slide}: ${what} hard to read in ${themes}: ${ink} on ${paper} has a contrast of ${ratio}:1, ${needed}:1 is needed`,
      remedy: "choose colours further apart, in the deck's style sheet or the slide's background",
    });
  }
  return findings;
}

function sizes({ width, height }: { width: number; height: number }): string {
  const percent = (part: number, of: string) =>
    part > 1.001 ? [`${Math.ceil(part * 100)} % of the ${of}`] : [];
  return [...percent(height, "height"), ...percent(width, "width")].join(" and ");
}

interface Faint {
  worst: Contrast;
  others: number;
  themes: string;
}

/** The faintest text of each theme; once, when it is the same in both. */
function byTheme(contrasts: readonly Contrast[]): Faint[] {
  const faint = (["light", "dark"] as const).flatMap((theme) => {
    const texts = contrasts.filter((contrast) => contrast.theme === theme);
    const worst = texts.toSorted((a, b) => a.ratio - b.ratio)[0];
    return worst ? [{ worst, others: texts.length - 1, themes: `the ${theme} theme` }] : [];
  });
  const [one, other] = faint;
  const isSame = one && other && one.worst.ratio === other.worst.ratio && one.worst.text === other.worst.text;
  return isSame ? [{ ...one, themes: "both themes" }] : faint;
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1).trimEnd()}…` : text;
}
