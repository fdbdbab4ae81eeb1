/** The slides' terminal: hidden until a block was run or ` was pressed. */
import { useEffect } from "react";
import { connectionStore, connectWhenIdle } from "../connection/index.ts";
import { drawOutForOthers, toggleDrawer, useDrawer } from "./drawer-store.ts";
import { Fetched, OnDemand } from "./on-demand.tsx";

const panelCode = new Fetched(() => import("./drawer-panel.tsx").then((module) => module.DrawerPanel));
const noProps = {};

/** Stands after the slide's `<main>`, which makes room for it. */
export function TerminalDrawer() {
  const isOpen = useDrawer((drawer) => drawer.isOpen);
  useEffect(() => connectWhenIdle(), []);
  useEffect(() => connectionStore.subscribe(drawOutForOthers), []);
  useEffect(() => {
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return isOpen ? <OnDemand code={panelCode} props={noProps} /> : null;
}

function onKeyDown(event: KeyboardEvent): void {
  const { key, code, ctrlKey, altKey, metaKey, target } = event;
  const isBackquote = key === "`" || (key === "Dead" && code === "Backquote");
  const isTyping = target instanceof Element && target.closest("input, textarea, select, dialog, .xterm");
  if (!isBackquote || ctrlKey || altKey || metaKey || isTyping) return;
  event.preventDefault();
  toggleDrawer();
}
