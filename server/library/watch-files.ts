/** Tells when files in some folders were saved. */
import { type FSWatcher, statSync, unwatchFile, watch, watchFile } from "node:fs";
import { join } from "node:path";

/** What was saved: the deck, a demo by its name, or another file by its path in the deck's folder. */
export type Saved = { kind: "deck" } | { kind: "demo"; name: string } | { kind: "file"; path: string };

export interface FileWatch {
  /** Watches this folder from now on, too; what lies in folders in it does not count. */
  add(folder: string): void;
  dispose(): void;
}

export interface Waits {
  /** Editors write a file in steps (truncate, write, rename); what follows within this is one save, in ms. */
  settleMs: number;
  /** An empty file is one that is being written, unless it stays empty for this long, in ms. */
  emptyMs: number;
  /** How often the deck is looked at where its folder cannot be watched, in ms. */
  lookEveryMs: number;
}
const usual: Waits = { settleMs: 25, emptyMs: 150, lookEveryMs: 500 };
/** Each takes a handle of the system. */
const maxFolders = 200;

/**
 * Folders are watched, not files, since editors put a new file in the old one's place. `meaning`: what a file is, null
 * for those that do not matter; of a folder itself, when the system does not say which of its files changed.
 */
export function watchFiles(
  meaning: (path: string) => Saved | null,
  saved: (what: Saved) => void,
  /** Looked at now and then where its folder cannot be watched: no inotify watches left, a network mount. */
  deckPath: string,
  { settleMs, emptyMs, lookEveryMs }: Waits = usual,
): FileWatch {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const folders = new Map<string, FSWatcher | null>();
  let isLooking = false;

  const changed = (path: string) => {
    const what = meaning(path);
    if (!what) return;
    const key = JSON.stringify(what);
    clearTimeout(timers.get(key));
    const tell = () => {
      timers.delete(key);
      saved(what);
    };
    const settled = () => {
      if (isEmpty(path)) timers.set(key, setTimeout(tell, emptyMs));
      else tell();
    };
    timers.set(key, setTimeout(settled, settleMs));
  };
  const look = () => changed(deckPath);
  const lookInstead = () => {
    if (!isLooking) watchFile(deckPath, { interval: lookEveryMs }, look);
    isLooking = true;
  };

  return {
    add: (folder) => {
      if (folders.has(folder) || folders.size >= maxFolders) return;
      try {
        const watcher = watch(folder, (_, file) => changed(file === null ? folder : join(folder, file)));
        folders.set(folder, watcher);
        watcher.on("error", () => {
          watcher.close();
          lookInstead();
        });
      } catch {
        folders.set(folder, null);
        lookInstead();
      }
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const watcher of folders.values()) watcher?.close();
      if (isLooking) unwatchFile(deckPath, look);
    },
  };
}

function isEmpty(path: string): boolean {
  try {
    return statSync(path).size === 0;
  } catch {
    return false;
  }
}
