/** Vite in front of the server, with hot replacement, for those who change the client. */
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import type { DevServer } from "../app.ts";

/** Vite is a development dependency: it is loaded only here. */
export function openDevServer(root: string): (server: Server) => Promise<DevServer> {
  return async (server) => {
    const { createServer } = await import("vite");
    const vite = await createServer({
      configFile: join(root, "vite.config.ts"),
      appType: "custom",
      server: { middlewareMode: true, hmr: { server } },
    });
    return {
      handle: (request, response, next) => vite.middlewares(request as never, response as never, next),
      template: async () => {
        const page = await readFile(join(root, "client/index.html"), "utf8");
        // The font's preload names a file that only a build puts where the page finds it.
        return await vite.transformIndexHtml("/", page.replace(/<link\s+rel="preload"[^>]*>/, ""));
      },
      close: () => vite.close(),
    };
  };
}
