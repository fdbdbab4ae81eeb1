/** The button that gives a fresh lab, and the question before it when something would be lost. */
import { useState } from "react";
import { resetLab, useConnection } from "../connection/index.ts";
import { Ask } from "./ask.tsx";

/** What runs in the lab ends with it, so it asks first, unless the lab is as good as fresh. */
export function ResetLab({ className }: { className?: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const lab = useConnection((state) => state.lab);
  const isOpen = useConnection((state) => state.link === "open" && !state.obstacle);
  const hasTyped = useConnection((state) => state.hasTyped);
  const isBusy = lab.state === "starting";
  const isUsed = lab.state === "ready" && (lab.usedBy.length > 0 || hasTyped);
  const reset = () => {
    setIsAsking(false);
    resetLab();
  };
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={isBusy || !isOpen}
        onClick={() => {
          if (isBusy || !isOpen) return;
          if (isUsed) setIsAsking(true);
          else reset();
        }}
      >
        Reset lab
      </button>
      {isAsking ? (
        <Ask title="A fresh lab?" yes="Yes, start afresh" onYes={reset} onNo={() => setIsAsking(false)}>
          <p>
            Everything in this lab ends: its programs, its networks, its shells. Demos begin at their first
            step again.
          </p>
        </Ask>
      ) : null}
    </>
  );
}
