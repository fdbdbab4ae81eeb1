/** Keeps the page when a part of it fails. */
import { Component, type ReactNode } from "react";
import styles from "./deck-page.module.css";

interface FailureBoundaryProps {
  /** What stands in the part's place. */
  failed?(error: string): ReactNode;
  children: ReactNode;
}

/** Says what failed and what to do; the keys of the deck go on working. */
export class FailureBoundary extends Component<FailureBoundaryProps, { error: string | null }> {
  override state: { error: string | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: string } {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { failed = failedPage, children } = this.props;
    return this.state.error === null ? children : failed(this.state.error);
  }
}

const failedPage = (error: string) => (
  <main className={styles.empty} role="alert">
    <p>This could not be shown: {error}</p>
    <p>Reload the page; if it fails again, look at the server's output.</p>
  </main>
);
