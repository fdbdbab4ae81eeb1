/** Small buttons for those without the keys at hand. */
import { toggleFullScreen, toggleTheme, useDeck } from "../app/index.ts";
import { Button, Drawing, drawings } from "../button/index.ts";
import { useConnection } from "../connection/index.ts";
import styles from "./controls.module.css";
import { move } from "./drive.ts";
import { toggleHelp, toggleOverview, toggleSearch } from "./view.ts";
import { visit } from "./windows.ts";

const paths = {
  ...drawings,
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  fullScreen: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  overview: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  presenter: "M3 4h18M5 4v10h14V4M12 14v3M8 21l4-4l4 4",
} as const;

interface ControlProps {
  icon: keyof typeof paths;
  name: string;
  onPress(): void;
  isOff?: boolean;
}

function Control({ icon, name, onPress, isOff }: ControlProps) {
  return (
    <Button className={styles.control} title={name} name={name} aria-disabled={isOff} onPress={onPress}>
      <Drawing path={paths[icon]} />
    </Button>
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
        {isPresenter ? (
          <Control icon="presenter" name="Presenter view" onPress={() => visit("presenter")} />
        ) : null}
        <span className={styles.more}>
          <Control icon="fullScreen" name="Full screen" onPress={() => toggleFullScreen()} />
          <Control icon="help" name="Keys" onPress={toggleHelp} />
        </span>
      </span>
    </nav>
  );
}
