/** Says which tool is in the hand, and how to put it away. */
import styles from "./layer.module.css";
import { leaveTool, type Tool } from "./tool.ts";

const words: Record<Tool, { name: string; keys: readonly (readonly [key: string, does: string])[] }> = {
  laser: { name: "Laser pointer", keys: [["Esc", "ends it"]] },
  ink: {
    name: "Drawing",
    keys: [
      ["u", "takes back"],
      ["Del", "clears"],
      ["Esc", "ends it"],
    ],
  },
};

/** Small and at the edge: the room may see it. */
export function Badge({ tool }: { tool: Tool }) {
  const { name, keys } = words[tool];
  return (
    <div className={styles.badge} role="status">
      <strong>{name}</strong>
      {keys.map(([key, does]) => (
        <span key={key} className={styles.key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
      <button type="button" onClick={() => leaveTool()} aria-label={`End ${name.toLowerCase()}`}>
        ×
      </button>
    </div>
  );
}
