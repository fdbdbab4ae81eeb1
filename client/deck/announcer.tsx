/** Says the new slide to those who hear the page. */
import { useEffect, useRef, useState } from "react";
import styles from "./announcer.module.css";

/** Silent until the text changes: the first slide is read with the page. */
export function Announcer({ text }: { text: string }) {
  const first = useRef(text);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (text === first.current) return;
    first.current = "";
    setSaid(text);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className={styles.announcer}>
      {said}
    </div>
  );
}
