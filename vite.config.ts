import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

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
  },
});
