/** Keeps the text when a demo cannot be shown. */
import { Component, type ReactNode } from "react";
import styles from "./demo-layer.module.css";

interface DemoBoundaryProps {
  onClose(): void;
  children: ReactNode;
}

/** Says what failed, and leads back. */
export class DemoBoundary extends Component<DemoBoundaryProps, { error: string | null }> {
  override state: { error: string | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: string } {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main className={styles.failed} role="alert">
        <p>The demo could not be shown: {this.state.error}</p>
        <button type="button" onClick={this.props.onClose}>
          Back to the text
        </button>
      </main>
    );
  }
}
