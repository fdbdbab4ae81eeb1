/** Asks for the values of a block's placeholders. */
import { useState } from "react";
import type { RunnableBlock } from "../../server/protocol.ts";
import { Ask } from "./ask.tsx";
import { fillIn, recall, remember } from "./placeholder-values.ts";

interface RunFormProps {
  block: RunnableBlock;
  onRun(values: Record<string, string>): void;
  onCancel(): void;
}

/** One field a name; the commands are shown as they will be typed. */
export function RunForm({ block, onRun, onCancel }: RunFormProps) {
  const [values, setValues] = useState(() => recall(block.placeholders));
  const run = () => {
    const trimmed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
    remember(trimmed);
    onRun(trimmed);
  };
  return (
    <Ask title="Fill in and run" yes="Run it" onYes={run} onNo={onCancel}>
      <pre>{fillIn(block.lines, values).join("\n")}</pre>
      {block.placeholders.map((name) => (
        <label key={name}>
          {name}
          <input
            required
            pattern=".*\S.*"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={values[name] ?? ""}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        </label>
      ))}
    </Ask>
  );
}
