/** Small buttons for those without the keys at hand. */
import { toggleFullScreen, toggleTheme, useDeck } from "../app/index.ts";
import { useConnection } from "../connection/index.ts";
import styles from "./controls.module.css";
import { move } from "./drive.ts";
import { Icon, type IconName } from "./icon.tsx";
import { toggleHelp, toggleOverview, toggleSearch } from "./view.ts";
import { visit } from "./windows.ts";

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

interface ControlsProps {
  index: number;
  /** Clicks taken on the slide. */
  step: number;
}

/** Shown while the mouse moves or the keyboard is on them; on touch screens those that a finger needs are always there. */
export function Controls({ index, step }: ControlsProps) {
  const { slides } = useDeck();
  const isPresenter = useConnection((state) => state.role === "presenter");
  const isStart = index <= 1 && step === 0;
  const isEnd = index >= slides.length && step >= (slides[index - 1]?.steps ?? 0);
  return (
    <nav className={styles.controls} aria-label="Slides">
      <Control icon="previous" name="Previous slide" isOff={isStart} onPress={() => move("previous")} />
      <Control icon="next" name="Next slide" isOff={isEnd} onPress={() => move("next")} />
      <span className={styles.group}>
        <Control icon="overview" name="Overview" onPress={toggleOverview} />
        <Control icon="search" name="Search" onPress={toggleSearch} />
        <Control icon="theme" name="Light or dark" onPress={() => toggleTheme()} />
        <span className={styles.more}>
          {isPresenter ? (
            <Control icon="presenter" name="Presenter view" onPress={() => visit("presenter")} />
          ) : null}
          <Control icon="fullScreen" name="Full screen" onPress={() => toggleFullScreen()} />
          <Control icon="help" name="Keys" onPress={toggleHelp} />
        </span>
      </span>
    </nav>
  );
}
