/** Ties the text's scrolling to the page's address and to where the reader left off. */
import { currentAddress, deckHead, followTo, onAddressChange } from "../app/index.ts";
import { findAgain, type Mark, recall, remember } from "./left-off.ts";
import { ScrollKeeper } from "./scroll-keeper.ts";
import { lastWhere, type Section, sectionOfSlide } from "./sections.ts";
import { setCurrent, useReading } from "./store.ts";

/** The address is written once scrolling has rested: browsers refuse to have it changed often. */
const restMs = 200;
/** A section's top comes to stand so far below the window's, so that its heading is below the bar, which is 56 high. */
const topPx = 42;
/** A section is read from here on down. */
const linePx = topPx + 16;

/** Where the reader is: a slide, and how far below the window's top its section begins. */
interface Anchor {
  mark: Mark;
  topPx: number;
}

export class Reader {
  private readonly text: HTMLElement;
  private readonly keeper = new ScrollKeeper();
  private sections: readonly Section[];
  private anchor: Anchor | null = null;
  private isTelling = false;
  private hadDemo = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `text`: its children are the sections, in their order. */
  constructor(text: HTMLElement, sections: readonly Section[]) {
    this.text = text;
    this.sections = sections;
  }

  /** Goes where the address says, else where the reader left off; the answer ends it. */
  start(): () => void {
    history.scrollRestoration = "manual";
    const onScroll = () => this.scrolled();
    const observer = new ResizeObserver(() => this.keeper.align());
    observer.observe(this.text);
    addEventListener("scroll", onScroll, { passive: true });
    const unsubscribe = onAddressChange(() => this.addressChanged());
    this.begin();
    return () => {
      clearTimeout(this.timer);
      observer.disconnect();
      removeEventListener("scroll", onScroll);
      unsubscribe();
    };
  }

  /** Shows a section from its top. */
  go(position: number): void {
    const at = Math.min(Math.max(0, position), this.sections.length - 1);
    if (at > 0) this.hold(at, topPx);
    else this.hold(0, this.text.getBoundingClientRect().top + scrollY);
    this.tellSoon();
  }

  /** The same, with the keyboard: the next Tab leads into the section. */
  visit(position: number): void {
    this.go(position);
    const element = this.text.children[useReading.getState().current];
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  }

  /** Goes back to where the text was before something covered it, unless the address now says another place. */
  restore(): void {
    const { anchor } = this;
    const addressed = sectionOfSlide(this.sections, currentAddress().slide);
    if (!anchor || sectionOfSlide(this.sections, anchor.mark.index) !== addressed) this.go(addressed);
    else this.hold(addressed, anchor.topPx);
  }

  /** The deck was saved: the reader stays where they were, in the deck as it is now. */
  update(sections: readonly Section[]): void {
    if (sections === this.sections) return;
    this.sections = sections;
    if (!this.anchor) return;
    const slide = findAgain(this.anchor.mark, deckHead().slides);
    this.hold(sectionOfSlide(sections, slide), this.anchor.topPx);
  }

  private begin(): void {
    const { slide, demo } = currentAddress();
    this.hadDemo = demo !== null;
    if (location.hash !== "") return this.go(sectionOfSlide(this.sections, slide));
    const mark = recall(deckHead().title);
    if (!mark) return;
    const position = sectionOfSlide(this.sections, findAgain(mark, deckHead().slides));
    if (position === 0) return;
    this.go(position);
    useReading.setState({ resumed: position });
  }

  private hold(position: number, topPx: number): void {
    const element = this.text.children[position];
    if (!element) return;
    this.keeper.hold(element, topPx);
    this.readAt(position);
  }

  private scrolled(): void {
    if (currentAddress().demo || !this.keeper.scrolled()) return;
    const { children } = this.text;
    const begins = (at: number) => (children[at]?.getBoundingClientRect().top ?? 0) <= linePx;
    this.readAt(lastWhere(this.sections.length, begins));
    this.tellSoon();
  }

  private readAt(position: number): void {
    setCurrent(position);
    const mark = deckHead().slides[(this.sections[position]?.first ?? 1) - 1];
    const element = this.text.children[position];
    if (mark && element) this.anchor = { mark, topPx: element.getBoundingClientRect().top };
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), restMs);
  }

  /** Other steps of the same section are the same place. */
  private tell(): void {
    const { slide, demo } = currentAddress();
    const section = this.sections[useReading.getState().current];
    if (!section || !this.anchor || demo) return;
    remember(deckHead().title, this.anchor.mark);
    if (slide >= section.first && slide <= section.last) return;
    this.isTelling = true;
    followTo({ slide: section.first });
    this.isTelling = false;
  }

  /** Back, Forward, a link, an edited address; what a demo covered comes back by `restore`. */
  private addressChanged(): void {
    const { slide, demo } = currentAddress();
    const isOther = !this.isTelling && !this.hadDemo && demo === null;
    this.hadDemo = demo !== null;
    if (isOther) this.go(sectionOfSlide(this.sections, slide));
  }
}
