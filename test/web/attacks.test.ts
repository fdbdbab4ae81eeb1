/** What a foreign page, a foreign host name, a stolen link or a broken client gets, and that the server goes on. */
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  type ClientMessage,
  maxFrameBytes,
  protocolVersion,
  ServerMessageSchema,
} from "../../server/protocol.ts";
import { ask, serve, type TestApp, takeSeat, ticket, upgrade } from "./app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await serve();
});
afterAll(() => app.dispose());

const own = () => ({ host: `127.0.0.1:${app.port}` });

describe("the launch link", () => {
  test("sets a strict, script-proof cookie named with the port and leads to the clean address", async () => {
    const token = new URL(app.link()).search;
    const reply = await ask(app, `/${token}`);
    expect(reply.status).toBe(200);
    expect(reply.headers["set-cookie"]?.[0]).toMatch(
      new RegExp(`^shelldeck-${app.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(reply.body).toContain('content="0;url=/"');
    expect(reply.body).not.toContain(token.slice(7));
    expect(reply.headers["referrer-policy"]).toBe("no-referrer");
    expect(reply.headers["cache-control"]).toBe("no-store");
  });

  test("used twice, or wrong, says what to do and sets no cookie", async () => {
    const path = `/${new URL(app.link()).search}`;
    await ask(app, path);
    for (const each of [path, "/?token=wrong", "/?token="]) {
      const reply = await ask(app, each);
      expect(reply.status).toBe(401);
      expect(reply.headers["set-cookie"]).toBeUndefined();
      expect(reply.body).toContain("Press Enter in the server");
    }
  });

  test("opened again in the browser that has come in just opens the talk", async () => {
    const reply = await ask(app, "/?token=used-before", { cookie: app.cookie() });
    expect(reply.status).toBe(200);
    expect(reply.headers["set-cookie"]).toBeUndefined();
  });
});

describe("without a session", () => {
  test.each([
    "/",
    "/presenter",
    "/read",
    "/print",
    "/api/demos/hello",
    "/api/deck",
    "/api/slides/0",
    "/api/texts",
    "/api/anything",
    "/deck/picture.png",
  ])("%s is refused", async (path) => {
    const reply = await ask(app, path);
    expect(reply.status).toBe(401);
    expect(reply.body).not.toMatch(/Say it|One|deck-data/);
  });

  test("a session of another port's cookie is none", async () => {
    const cookie = app.cookie().replace(`shelldeck-${app.port}`, "shelldeck-1");
    expect((await ask(app, "/", { cookie })).status).toBe(401);
  });

  test("the health check answers", async () => {
    expect((await ask(app, "/healthz")).status).toBe(200);
  });
});

describe("a foreign Host", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1:1", "localhost"])(
    "%s is misdirected, cookie or not",
    async (host) => {
      for (const path of ["/", "/healthz", "/index.html"]) {
        const reply = await ask(app, path, { host, cookie: app.cookie() });
        expect(reply.status).toBe(421);
        expect(reply.body).not.toContain("deck-data");
      }
      await expect(upgrade(app, { host, origin: `http://${host}`, cookie: app.cookie() })).rejects.toThrow(
        "status 421",
      );
    },
  );
});

describe("a foreign page", () => {
  test.each(["http://evil.example", "null", "http://127.0.0.1", "http://localhost:1", "file://"])(
    "with Origin %s gets neither ticket nor socket",
    async (origin) => {
      const cookie = app.cookie();
      expect((await ask(app, "/api/ticket", { ...own(), origin, cookie }, "POST")).status).toBe(403);
      await expect(upgrade(app, { origin, cookie })).rejects.toThrow("status 403");
    },
  );

  test("without an Origin gets neither ticket nor socket", async () => {
    const cookie = app.cookie();
    expect((await ask(app, "/api/ticket", { ...own(), cookie }, "POST")).status).toBe(403);
    await expect(upgrade(app, { cookie })).rejects.toThrow("status 403");
  });

  test("may not frame the talk, and finds no inline script allowed", async () => {
    const reply = await ask(app, "/", { cookie: app.cookie() });
    const policy = String(reply.headers["content-security-policy"]);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
    expect(reply.headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(reply.headers["cross-origin-resource-policy"]).toBe("same-origin");
  });
});

describe("a ticket", () => {
  test("is not to be had by GET", async () => {
    expect((await ask(app, "/api/ticket", { cookie: app.cookie(), origin: app.url })).status).toBe(404);
  });

  test("opens one socket, once", async () => {
    const cookie = app.cookie();
    const once = await ticket(app, cookie);
    const first = await upgrade(app, { cookie, origin: app.url });
    first.say({ type: "hello", version: protocolVersion, ticket: once });
    await vi.waitFor(() => expect(first.last("welcome")?.role).toBe("presenter"));
    const second = await upgrade(app, { cookie, origin: app.url });
    second.say({ type: "hello", version: protocolVersion, ticket: once });
    await vi.waitFor(() => expect(second.closed?.code).toBe(1008));
    expect(second.heard).toEqual([]);
    first.socket.close();
  });
});

describe("a socket", () => {
  test("without a cookie, or to another path, is refused before the handshake", async () => {
    await expect(upgrade(app, { origin: app.url })).rejects.toThrow("status 401");
    await expect(upgrade(app, { origin: app.url, cookie: app.cookie() }, "/other")).rejects.toThrow(
      "status 404",
    );
  });

  test.each([
    ["something else first", JSON.stringify({ type: "reset" })],
    ["bytes first", Buffer.alloc(20)],
    ["another version", JSON.stringify({ type: "hello", version: 99, ticket: "x" })],
    ["a wrong ticket", JSON.stringify({ type: "hello", version: protocolVersion, ticket: "x" })],
  ])("that says %s is closed and hears nothing", async (_name, frame) => {
    const seat = await upgrade(app, { cookie: app.cookie(), origin: app.url });
    seat.socket.send(frame);
    await vi.waitFor(() => expect(seat.closed?.code).toBe(1008));
    expect(seat.heard).toEqual([]);
  });

  test.each([
    "{",
    "[]",
    '{"type":"become-root"}',
    '{"type":"resize","terminal":1,"columns":-1,"rows":0}',
    "\u0000",
  ])("that says %j is told so, and goes on", async (frame) => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined());
    seat.socket.send(frame);
    await vi.waitFor(() => expect(seat.last("failure")?.error).toContain("no message"));
    seat.say({ type: "open", purpose: { kind: "slides" } });
    await vi.waitFor(() => expect(seat.last("failure")?.about).toBe("open"));
    seat.socket.close();
  });

  test("that sends nothing but rubbish is closed", async () => {
    const seat = await takeSeat(app);
    for (let count = 0; count < 30; count++) seat.socket.send("rubbish");
    await vi.waitFor(() => expect(seat.closed?.code).toBe(1008));
  });

  test("that sends a frame over the limit is closed", async () => {
    const seat = await takeSeat(app);
    seat.socket.send(Buffer.alloc(maxFrameBytes + 1));
    await vi.waitFor(() => expect(seat.closed?.code).toBe(1009));
  });

  test("that floods is closed", async () => {
    const seat = await takeSeat(app);
    for (let count = 0; count < 5000; count++) seat.say({ type: "ack", terminal: 1, offset: 1 });
    await vi.waitFor(() => expect(seat.closed?.code).toBe(1008), { timeout: 5000 });
  });

  test("without labs is told why, and what to do", async () => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("welcome")?.obstacle?.reason).toBe("no labs in this test"));
    seat.socket.close();
  });
});

const forbidden = [
  { type: "open", purpose: { kind: "slides" } },
  { type: "play", demo: "hello", step: 0 },
  { type: "run", slide: 2, block: 0, values: {} },
  { type: "resize", terminal: 1, columns: 80, rows: 24 },
  { type: "reset" },
  { type: "go", place: { slide: 2, step: 0, demo: null } },
  { type: "blackout", on: true },
  { type: "clock", does: "start" },
  { type: "laser", at: [0.5, 0.5] },
  { type: "draw", slide: 1, id: "a", points: [[0.5, 0.5]] },
  { type: "erase", slide: 1, all: true },
] as const satisfies readonly ClientMessage[];

describe.each(["audience", "reader"] as const)("the role %s", (role) => {
  test.each(forbidden)("may not ask for $type, and nobody hears of it", async (message) => {
    const speaker = await takeSeat(app);
    await vi.waitFor(() => expect(speaker.last("lab")).toBeDefined());
    const before = speaker.heard.length;
    const seat = await takeSeat(app, role);
    await vi.waitFor(() => expect(seat.last("welcome")?.role).toBe(role));
    seat.say(message as ClientMessage);
    await vi.waitFor(() => expect(seat.last("failure")?.error).toContain(`the role ${role} may not`));
    expect(speaker.heard.slice(before)).toEqual([]);
    for (const each of [seat, speaker]) each.socket.close();
  });

  test("gets no notes, whatever it asks for", async () => {
    const headers = { cookie: app.cookie(role) };
    for (const path of ["/", "/read", "/print", "/api/deck", "/api/slides/0", "/api/texts"]) {
      const reply = await ask(app, path, headers);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.body).toContain("Two");
      expect(reply.body).not.toContain("a secret note");
    }
  });

  test("is not let into the presenter's view, and told where the talk is", async () => {
    const reply = await ask(app, "/presenter", { cookie: app.cookie(role) });
    expect(reply.status).toBe(403);
    expect(reply.body).toContain("without /presenter");
    expect(reply.body).not.toContain("deck-data");
  });
});

describe("the presenter", () => {
  test.each(["/", "/presenter", "/api/slides/0", "/api/texts"])("gets the notes with %s", async (path) => {
    expect((await ask(app, path, { cookie: app.cookie() })).body).toContain("a secret note");
  });

  test.each([
    { type: "laser", at: [1e308, 0] },
    { type: "laser", at: [0, -0.6] },
    { type: "laser", at: [0.5] },
    { type: "laser", at: [null, 0] },
    { type: "draw", slide: 1, id: "a", points: [[0.5, "x"]] },
    { type: "draw", slide: 1, id: "a", points: Array.from({ length: 257 }, () => [0, 0]) },
    { type: "draw", slide: 1, id: "", points: [] },
    { type: "draw", slide: 1, id: "x".repeat(41), points: [] },
    { type: "draw", slide: -1, id: "a", points: [] },
    { type: "go", place: { slide: 0, step: 0, demo: null } },
    { type: "go", place: { slide: 1.5, step: 0, demo: null } },
    { type: "go", place: { slide: 1, step: -1, demo: null } },
    { type: "go", place: { slide: 1, step: 0, demo: "x".repeat(101) } },
    { type: "clock", does: "explode" },
    { type: "blackout", on: "yes" },
  ])("may not say %j", async (message) => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("lab")).toBeDefined());
    const before = seat.heard.length;
    seat.socket.send(JSON.stringify(message));
    await vi.waitFor(() => expect(seat.last("failure")?.error).toContain("no message"));
    expect(seat.heard.slice(before).map(({ type }) => type)).toEqual(["failure"]);
    seat.socket.close();
  });

  test("may not point at NaN", async () => {
    const seat = await takeSeat(app);
    seat.socket.send('{"type":"laser","at":[NaN,0]}');
    await vi.waitFor(() => expect(seat.last("failure")?.error).toContain("no message"));
    seat.socket.close();
  });

  test("goes no further than the last slide, and whoever comes then is welcome", async () => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined());
    seat.say({ type: "go", place: { slide: 4_000_000, step: 0, demo: null } });
    await vi.waitFor(() => expect(seat.last("place")?.place.slide).toBe(2));
    const late = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(late.last("welcome")?.place).toEqual({ slide: 2, step: 0, demo: null }));
    expect(v.safeParse(ServerMessageSchema, late.last("welcome")).success).toBe(true);
    for (const each of [seat, late]) each.socket.close();
  });

  test("has drawings with the longest of names told to a late joiner in the protocol's terms", async () => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined());
    seat.say({ type: "draw", slide: 1, id: "x".repeat(40), points: [[0.5, 0.5]] });
    await vi.waitFor(() => expect(seat.last("stroke")).toBeDefined());
    const late = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(late.last("drawing")?.strokes).toHaveLength(1));
    for (const message of late.heard) expect(v.safeParse(ServerMessageSchema, message).success).toBe(true);
    seat.say({ type: "erase", slide: 1, all: true });
    await vi.waitFor(() => expect(late.last("drawing")?.strokes).toHaveLength(0));
    for (const each of [seat, late]) each.socket.close();
  });

  test("is told when a slide is full", async () => {
    const seat = await takeSeat(app);
    await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined());
    const points = Array.from({ length: 256 }, (): [number, number] => [0.5, 0.5]);
    for (let count = 0; count < 50; count++) seat.say({ type: "draw", slide: 1, id: "a", points });
    await vi.waitFor(() => expect(seat.last("failure")?.remedy).toBe("clear the drawing (Delete)"));
    seat.say({ type: "erase", slide: 1, all: true });
    await vi.waitFor(() => expect(seat.last("drawing")?.strokes).toEqual([]));
    seat.socket.close();
  });

  test("who goes takes the laser along", async () => {
    const [seat, other] = [await takeSeat(app), await takeSeat(app, "audience")];
    await vi.waitFor(() => expect(other.last("welcome")).toBeDefined());
    seat.say({ type: "laser", at: [0.5, 0.5] });
    await vi.waitFor(() => expect(other.last("laser")?.at).toEqual([0.5, 0.5]));
    seat.socket.close();
    await vi.waitFor(() => expect(other.last("laser")?.at).toBeNull());
    other.socket.close();
  });
});

describe("the audience", () => {
  test("may not type", async () => {
    const seat = await takeSeat(app, "audience");
    await vi.waitFor(() => expect(seat.last("welcome")).toBeDefined());
    seat.socket.send(Buffer.from([2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 65]));
    await vi.waitFor(() => expect(seat.last("failure")?.error).toContain("may not type"));
    seat.socket.close();
  });
});

describe("what is served", () => {
  test("is the deck with its first slide and its data, to those who came in", async () => {
    const reply = await ask(app, "/", { cookie: app.cookie() });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain("<title>One</title>");
    expect(reply.body).toMatch(/<h1[^>]*>One<\/h1>/);
    expect(reply.body).toContain('id="deck-data"');
  });

  test.each([
    "/api/slides/1",
    "/api/slides/999999",
    "/api/slides/-1",
    "/api/slides/x",
    "/api/slides/1000000000",
  ])("is no slide beyond the deck: %s", async (path) => {
    expect((await ask(app, path, { cookie: app.cookie() })).status).toBe(404);
  });

  test("is a picture beside the deck", async () => {
    const reply = await ask(app, "/deck/picture.png", { cookie: app.cookie() });
    expect([reply.status, reply.headers["content-type"], reply.body]).toEqual([
      200,
      "image/png",
      "a picture",
    ]);
  });

  test("is a demo by its name, and a clear answer for one that is not there", async () => {
    const headers = { cookie: app.cookie() };
    expect(JSON.parse((await ask(app, "/api/demos/hello", headers)).body).title).toBe("Hello");
    const missing = await ask(app, "/api/demos/nothing", headers);
    expect(missing.status).toBe(404);
    expect(JSON.parse(missing.body)).toEqual({
      error: 'there is no demo "nothing"',
      remedy: "write demos/nothing.sh",
    });
  });

  test.each([
    "/deck/../deck.md",
    "/deck/deck.md",
    "/deck/..%2foutside.png",
    "/deck/../outside.png",
    "/deck/link.png",
    "/deck/link.css",
    "/deck/link.woff2",
    "/deck/..%2foutside.css",
    "/deck/img%2f..%2f..%2foutside.css",
    "/deck/..%2fdemos%2fhello.sh",
    "/deck/%00.png",
    "/demos/hello.sh",
    "/..%2fdeck.md",
    "/deck/%2fetc%2fpasswd",
  ])("is nothing beside the deck's pictures: %s", async (path) => {
    expect((await ask(app, path, { cookie: app.cookie() })).status).toBe(404);
  });
});
