/** The page itself: the view that its address names takes the place of what the server drew. */
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { whenIdle } from "./connection/index.ts";
import { DeckPage } from "./deck/index.ts";
import { warmFonts } from "./theme/index.ts";

/** By the name that the server gives the view (server/web/page.ts). */
const views = {
  stage: DeckPage,
  presenter: lazy(() => import("./presenter/index.ts").then((room) => ({ default: room.PresenterPage }))),
  read: lazy(() => import("./reading/index.ts").then((room) => ({ default: room.ReadingPage }))),
  print: lazy(() => import("./print/index.ts").then((room) => ({ default: room.PrintPage }))),
};
const name = (document.documentElement.dataset.view ?? "stage") as keyof typeof views;
const View = views[name] ?? DeckPage;

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Suspense fallback={null}>
        <View />
      </Suspense>
    </StrictMode>,
  );
}
if (name !== "print") whenIdle(() => void import("./live/index.ts").then((live) => live.startLive(name)));
warmFonts();
