/** Starts the page once the first slide, which the server drew, has been painted: the program comes after the picture. */
import "./theme/index.css";

/** A page that is not seen paints nothing; it starts all the same after this. */
const unseenMs = 200;

const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, unseenMs);
});
painted.then(() => import("./page.tsx"));
