/** Small buttons for those without the keys at hand. */
import { deck, toggleFullScreen, toggleTheme } from "../app/index.ts";
import styles from "./controls.module.css";
import { move } from "./drive.ts";
import { Icon, type IconName } from "./icon.tsx";
import { toggleHelp } from "./view.ts";

interface ControlProps {
  icon: IconName;
  name: string;
  onPress(): void;
  isOff?: boolean;
}

/** Pressed by the mouse it leaves the focus where it was, so that Space goes on through the slides. */
function Control({ icon, name, onPress, isOff }: ControlProps) {
  return (
    <button
      type="button"
      className={styles.control}
      title={name}
      aria-label={name}
      aria-disabled={isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Shown while the mouse moves or the keyboard is on them; on touch screens previous and next are always there. */
export function Controls({ index }: { index: number }) {
  return (
    <nav className={styles.controls} aria-label="Slides">
      <Control icon="previous" name="Previous slide" isOff={index <= 1} onPress={() => move("previous")} />
      <Control
        icon="next"
        name="Next slide"
        isOff={index >= deck.slides.length}
        onPress={() => move("next")}
      />
      <span className={styles.more}>
        <Control icon="theme" name="Light or dark" onPress={() => toggleTheme()} />
        <Control icon="fullScreen" name="Full screen" onPress={() => toggleFullScreen()} />
        <Control icon="help" name="Keys" onPress={toggleHelp} />
      </span>
    </nav>
  );
}
