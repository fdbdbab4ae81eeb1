/** The table of contents, with the place that is read marked. */
import {
  type MouseEvent,
  memo,
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./contents.module.css";
import { type ContentsEntry, contentsOfSection } from "./sections.ts";
import { useReading } from "./store.ts";

interface ContentsProps {
  contents: readonly ContentsEntry[];
  onVisit(section: number): void;
}

/** Longer contents are drawn after the text. */
const shortContents = 200;

/** The mark is moved by hand: long contents are not drawn anew with every section that is read. */
export function Contents({ contents, onVisit }: ContentsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [isDrawn, setDrawn] = useState(contents.length <= shortContents);
  const current = useReading(({ current }) => contentsOfSection(contents, current));
  useEffect(() => startTransition(() => setDrawn(true)), []);
  useLayoutEffect(() => {
    const link = isDrawn && list.current?.children[current]?.firstElementChild;
    if (!list.current || !link) return;
    link.setAttribute("aria-current", "location");
    reveal(link, list.current.parentElement ?? list.current);
    return () => link.removeAttribute("aria-current");
  }, [current, isDrawn]);
  const onClick = (event: MouseEvent) => {
    const item = (event.target as Element).closest("li");
    const position = item ? [...(list.current?.children ?? [])].indexOf(item) : -1;
    const entry = contents[position];
    if (entry && isPlain(event)) onVisit(entry.section);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the links in it
    // biome-ignore lint/a11y/useKeyWithClickEvents: it listens for the links in it
    <div className={styles.scroller} onClick={onClick}>
      {isDrawn ? <ContentsList contents={contents} list={list} /> : null}
    </div>
  );
}

interface ListProps {
  contents: readonly ContentsEntry[];
  list: RefObject<HTMLOListElement | null>;
}

const ContentsList = memo(function ContentsList({ contents, list }: ListProps) {
  return (
    <ol className={styles.contents} ref={list}>
      {contents.map(({ section, slide, title }) => (
        <li key={section}>
          <a href={`#${slide}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
});

/** Takes the keyboard to the contents beside the text, to the place that is read; false where there are none. */
export function focusContents(page: Document = document): boolean {
  const link = page.querySelector<HTMLElement>(`.${styles.scroller} [aria-current]`);
  if (!link?.checkVisibility()) return false;
  link.focus({ preventScroll: true });
  return true;
}

/** Other clicks open the place in another tab or window. */
function isPlain({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey;
}

/** Scrolls the contents alone: `scrollIntoView` would scroll the text, too. */
function reveal(link: Element, scroller: Element): void {
  const [own, frame] = [link.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (own.top < frame.top + own.height || own.bottom > frame.bottom - own.height)
    scroller.scrollTop += own.top - frame.top - frame.height / 2;
}
