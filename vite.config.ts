import react from "@vitejs/plugin-react";
import { defineConfig, type Rolldown } from "vite";

/** Builds `client/` into `dist/client/`; the server fills in the first slide (server/web/page.ts). */
export default defineConfig({
  root: "client",
  base: "/",
  publicDir: "public",
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    /** The first browsers with light-dark(), which lets a part of the page be dark while the rest is light. */
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: firstLoad, debugName: "first load" }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
});

/**
 * What the page cannot start without comes in two files, since many small ones pack badly: React, which stays in the
 * browser's cache when the rest changes, and all else.
 */
function firstLoad(module: string, graph: Rolldown.ChunkingContext): string | null {
  const users = new Set([module]);
  for (const user of users) {
    for (const importer of graph.getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  const isUsedBy = (file: RegExp) => [...users].some((user) => file.test(user));
  if (isUsedBy(/\/client\/main\.ts$/) || !isUsedBy(/\/client\/page\.tsx$/)) return null;
  return /\/node_modules\/(?:react|react-dom|scheduler|zustand)\//.test(module) ? "react" : "page";
}
