/** The bar of the buttons: on and back, and all else that a speaker does with the room's screens. */
import { useDeck } from "../app/index.ts";
import { Button } from "../button/index.ts";
import { toggleBlackout, toggleHelp, toggleOverview, toggleSearch, useView } from "../deck/index.ts";
import { toggleTool, usePointing } from "../pointer/index.ts";
import { pressClicker } from "./clicker.ts";
import styles from "./controls.module.css";
import { showStage } from "./show-stage.ts";

/** In a demo, on and back are the demo's. */
export function Controls({ slide, isDemo }: { slide: number; isDemo: boolean }) {
  const deck = useDeck();
  const isBlack = useView((view) => view.blackout);
  const tool = usePointing((pointing) => pointing.tool);
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
        {isDemo ? null : (
          <>
            <Tool text="Laser" shortcut="l" isOn={tool === "laser"} onPress={() => toggleTool("laser")} />
            <Tool text="Draw" shortcut="i" isOn={tool === "ink"} onPress={() => toggleTool("ink")} />
          </>
        )}
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
    <Button className={styles.step} data-way={way} name={name} onPress={onPress}>
      {text}
    </Button>
  );
}

interface ToolProps {
  text: string;
  shortcut: string;
  /** For those that stay on. */
  isOn?: boolean;
  onPress(): void;
}

function Tool({ text, shortcut, isOn, onPress }: ToolProps) {
  return (
    <Button
      className={styles.tool}
      name={text}
      aria-pressed={isOn}
      aria-keyshortcuts={shortcut}
      onPress={onPress}
    >
      {text} <kbd>{shortcut}</kbd>
    </Button>
  );
}
