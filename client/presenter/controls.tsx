/** The bar of the buttons: on and back, and all else that a speaker does with the room's screens. */
import { useDeck } from "../app/index.ts";
import { toggleBlackout, toggleHelp, toggleOverview, toggleSearch, useView } from "../deck/index.ts";
import { pressClicker } from "./clicker.ts";
import styles from "./controls.module.css";
import { showStage } from "./show-stage.ts";

/** In a demo, on and back are the demo's. */
export function Controls({ slide, isDemo }: { slide: number; isDemo: boolean }) {
  const deck = useDeck();
  const isBlack = useView((view) => view.blackout);
  const number = deck.slides[slide - 1]?.number ?? 0;
  return (
    <nav className={styles.controls} aria-label="Slides">
      <Step
        name={isDemo ? "Back to slides" : "Previous slide"}
        text={isDemo ? "Slides" : "Previous"}
        way="back"
        onPress={() => pressClicker("PageUp")}
      />
      <Step
        name={isDemo ? "Play the next step" : "Next slide"}
        text={isDemo ? "Next step" : "Next"}
        way="on"
        onPress={() => pressClicker("PageDown")}
      />
      <p className={styles.number}>
        <span className={styles.unseen}>Slide </span>
        <strong>{number}</strong> / {deck.total}
      </p>
      <div className={styles.tools}>
        <Tool text="Black screen" shortcut="b" isOn={isBlack} onPress={toggleBlackout} />
        <Tool text="Overview" shortcut="o" onPress={toggleOverview} />
        <Tool text="Search" shortcut="/" onPress={toggleSearch} />
        <Tool text="Stage window" shortcut="w" onPress={showStage} />
        <Tool text="Keys" shortcut="?" onPress={toggleHelp} />
      </div>
    </nav>
  );
}

interface StepProps {
  name: string;
  text: string;
  way: "on" | "back";
  onPress(): void;
}

/** Large: it is pressed without looking. */
function Step({ name, text, way, onPress }: StepProps) {
  return (
    <button
      type="button"
      className={styles.step}
      data-way={way}
      aria-label={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {text}
    </button>
  );
}

interface ToolProps {
  text: string;
  shortcut: string;
  /** For those that stay on. */
  isOn?: boolean;
  onPress(): void;
}

/** Pressed by the mouse it leaves the focus where it was, so that Space goes on through the slides. */
function Tool({ text, shortcut, isOn, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={text}
      aria-pressed={isOn}
      aria-keyshortcuts={shortcut}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {text} <kbd>{shortcut}</kbd>
    </button>
  );
}
