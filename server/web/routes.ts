/** What the server answers over HTTP; nothing that runs anything is a GET. */
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Delivery } from "../delivery/index.ts";
import type { Library } from "../library/index.ts";
import type { Addresses } from "./addresses.ts";
import { cookieName, readCookie, sessionCookie } from "./cookies.ts";
import { securityHeaders } from "./headers.ts";
import { messagePage, messages } from "./messages.ts";
import { deckPage, type View } from "./page.ts";
import { mayPresent, mayReadNotes } from "./permissions.ts";
import type { Session, Sessions } from "./sessions.ts";

export interface RoutesOptions {
  addresses: Addresses;
  port: number;
  sessions: Sessions;
  library: Library;
  delivery: Delivery;
  /** Folder of the built client. */
  clientFolder: string;
  /** The page's template: from the build, or as Vite transforms it now. */
  template(): Promise<string>;
  dev: boolean;
}

interface Answer {
  status: number;
  title: string;
  text: string;
}

export function routes({
  addresses,
  port,
  sessions,
  library,
  delivery,
  clientFolder,
  template,
  dev,
}: RoutesOptions): Hono {
  const app = new Hono();
  const page = ({ status, title, text }: Answer) => htmlResponse(messagePage(title, text), status);
  const session = (request: Request): Session | null =>
    sessions.find(readCookie(request.headers.get("cookie") ?? undefined, cookieName(port)));

  const view = async (request: Request, name: View) => {
    const known = session(request);
    if (!known) return page(messages.signIn);
    if (name === "presenter" && !mayPresent(known.role)) return page(messages.presenterOnly);
    const deck = await library.deck();
    const data = delivery.page(deck, { withNotes: mayReadNotes(known.role) });
    return htmlResponse(deckPage(await template(), deck, data, name), 200);
  };

  app.use(async (context, next) => {
    const host = context.req.header("host");
    if (!addresses.isOwnHost(host)) context.res = page(messages.foreignHost);
    else await next();
    for (const [name, value] of Object.entries(securityHeaders(host ?? "", dev)))
      context.res.headers.set(name, value);
    if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
  });

  app.use(compress());
  app.get("/healthz", (context) => context.text("ok\n"));

  app.get("/", async (context) => {
    const token = context.req.query("token");
    const isKnown = session(context.req.raw) !== null;
    if (token !== undefined) {
      if (isKnown) return enterPage();
      const entered = sessions.enter(token);
      if ("refused" in entered) return page(entered.refused === "wrong" ? messages.used : messages.tooMany);
      const response = enterPage();
      response.headers.set("set-cookie", sessionCookie(port, entered.secret));
      return response;
    }
    if (!isKnown) return page(messages.signIn);
    return await view(context.req.raw, "stage");
  });

  app.get("/:view{(?:presenter|read|print)}", (context) =>
    view(context.req.raw, context.req.param("view") as View),
  );

  app.post("/api/ticket", (context) => {
    const known = session(context.req.raw);
    if (!addresses.isOwnOrigin(context.req.header("origin"), context.req.header("host")))
      return context.json(
        { error: "this request comes from another page", remedy: "open the server's own page" },
        403,
      );
    if (!known) return context.json({ error: messages.signIn.title, remedy: messages.signIn.text }, 401);
    return context.json({ ticket: sessions.ticket(known) });
  });

  app.use("/api/*", async (context, next) => {
    if (session(context.req.raw)) return await next();
    return context.json({ error: messages.signIn.title, remedy: messages.signIn.text }, 401);
  });

  const audience = (request: Request) => {
    const known = session(request);
    return { withNotes: known !== null && mayReadNotes(known.role) };
  };

  app.get("/api/deck", async () => jsonResponse(delivery.head(await library.deck())));

  app.get("/api/slides/:chunk{[0-9]{1,6}}", async (context) => {
    const chunk = Number(context.req.param("chunk"));
    const json = delivery.chunk(await library.deck(), chunk, audience(context.req.raw));
    if (json !== null) return jsonResponse(json);
    return context.json({ error: `the deck has no slides ${chunk}`, remedy: "reload the page" }, 404);
  });

  app.get("/api/texts", async (context) =>
    jsonResponse(delivery.texts(await library.deck(), audience(context.req.raw))),
  );

  app.get("/api/demos/:name", async (context) => {
    const name = context.req.param("name");
    const demo = await library.demo(name);
    if (demo) return context.json(demo);
    return context.json({ error: `there is no demo "${name}"`, remedy: `write demos/${name}.sh` }, 404);
  });

  app.get("/deck/*", async (context) => {
    if (!session(context.req.raw)) return page(messages.signIn);
    const file = await library.file(decodePath(context.req.path.slice("/deck/".length)));
    if (!file) return page(messages.notFound);
    return new Response(new Uint8Array(file.bytes), { headers: { "content-type": file.type } });
  });

  app.use(
    "/*",
    serveStatic({
      root: clientFolder,
      onFound: (path, context) => {
        const isHashed = path.includes("/assets/");
        context.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  app.notFound(() => page(messages.notFound));
  app.onError((error) => page({ status: 500, title: "Something went wrong here", text: error.message }));
  return app;
}

/** Sends the browser on to the clean address; a page's own refresh carries the strict cookie, a redirect may not. */
function enterPage(): Response {
  return htmlResponse(
    messagePage("Come in", "The talk opens.", '<meta http-equiv="refresh" content="0;url=/">'),
    200,
  );
}

function htmlResponse(html: string, status: number): Response {
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function jsonResponse(json: string): Response {
  return new Response(json, { headers: { "content-type": "application/json" } });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
