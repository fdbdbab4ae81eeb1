/** Keeps the page when a part of it fails. */
import { Component, type ReactNode } from "react";
import styles from "./deck-page.module.css";

/** Says what failed and what to do; the keys of the deck go on working. */
export class FailureBoundary extends Component<{ children: ReactNode }, { error: string | null }> {
  override state: { error: string | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: string } {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main className={styles.empty} role="alert">
        <p>This could not be shown: {this.state.error}</p>
        <p>Reload the page; if it fails again, look at the server's output.</p>
      </main>
    );
  }
}
