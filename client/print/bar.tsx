/** The bar over the sheets, on the screen only: what to print, and the button. */
import styles from "./bar.module.css";
import type { PrintOptions, Switch } from "./options.ts";

interface BarProps {
  title: string;
  status: string;
  options: PrintOptions;
  /** The switches that change anything in this deck. */
  switches: readonly Switch[];
  canPrint: boolean;
  onChange(name: Switch, isOn: boolean): void;
}

const labels: Record<Switch, string> = {
  steps: "Line steps",
  final: "Last states only",
  notes: "Notes",
  dark: "Dark",
  stage: "Buttons",
};

export function Bar({ title, status, options, switches, canPrint, onChange }: BarProps) {
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.status} role="status">
        {status}
      </p>
      <fieldset className={styles.switches}>
        <legend className={styles.legend}>On paper</legend>
        {switches.map((name) => (
          <label className={styles.switch} key={name}>
            <input
              type="checkbox"
              checked={options[name]}
              onChange={(event) => onChange(name, event.target.checked)}
            />
            {labels[name]}
          </label>
        ))}
      </fieldset>
      <a className={styles.back} href="/">
        Back to the slides
      </a>
      <button type="button" className={styles.print} disabled={!canPrint} onClick={() => window.print()}>
        Print
      </button>
    </header>
  );
}
