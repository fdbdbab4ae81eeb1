/** Says which tool is in the hand, what else there is to do with it, and how to put it away. */
import { Button } from "../button/index.ts";
import styles from "./layer.module.css";
import { erase, leaveTool, type Tool } from "./tool.ts";

const names: Record<Tool, string> = { laser: "Laser pointer", ink: "Drawing" };

/** Small and at the edge: the room may see it. */
export function Badge({ tool, slide }: { tool: Tool; slide: number }) {
  const name = names[tool];
  return (
    <div className={styles.badge} role="status">
      <strong>{name}</strong>
      {tool === "ink" ? (
        <>
          <Button className={styles.act} name="Take back" onPress={() => erase(slide, false)}>
            <kbd>u</kbd> take back
          </Button>
          <Button className={styles.act} name="Clear" onPress={() => erase(slide, true)}>
            <kbd>Del</kbd> clear
          </Button>
        </>
      ) : null}
      <span className={styles.key}>
        <kbd>Esc</kbd> ends it
      </span>
      <Button className={styles.end} name={`End ${name.toLowerCase()}`} onPress={leaveTool}>
        ×
      </Button>
    </div>
  );
}
