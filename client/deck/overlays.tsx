/** What can be opened over the deck; each is fetched when it is first asked for, or when there is time. */
import { Fetched, OnDemand } from "../terminal/index.ts";
import { useView } from "./view.ts";

interface OverlayProps {
  onClose(): void;
}

const helpCode = new Fetched(() => import("./help.tsx").then((room) => room.Help));
const overviewCode = new Fetched<OverlayProps>(() =>
  import("../overview/index.ts").then((room) => room.Overview),
);
const searchCode = new Fetched<OverlayProps>(() => import("../search/index.ts").then((room) => room.Search));

/** Calls for what will be needed. */
export function prefetchOverlays(): void {
  for (const code of [helpCode, overviewCode, searchCode]) code.fetch().catch(() => {});
}

/** The list of keys. */
function Help() {
  const isOpen = useView((view) => view.help);
  return isOpen ? <OnDemand code={helpCode} props={{}} /> : null;
}

/** The list of keys, all slides at a glance, the search: whichever the view says. */
export function Overlays() {
  const overview = useView((view) => view.overview);
  const search = useView((view) => view.search);
  return (
    <>
      <Help />
      {overview ? (
        <OnDemand code={overviewCode} props={{ onClose: () => useView.setState({ overview: false }) }} />
      ) : null}
      {search ? (
        <OnDemand code={searchCode} props={{ onClose: () => useView.setState({ search: false }) }} />
      ) : null}
    </>
  );
}
