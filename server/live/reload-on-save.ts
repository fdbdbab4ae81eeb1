/** Tells every seat when the deck, a demo or a file beside the deck was saved; terminals are left alone. */
import type { Deck } from "../deck/index.ts";
import { compareDecks, type Delivery } from "../delivery/index.ts";
import type { Library, Saved } from "../library/index.ts";
import type { ServerMessage } from "../protocol.ts";
import type { Stage } from "../stage/index.ts";
import type { Talk } from "../talk/index.ts";
import { inTurn } from "./in-turn.ts";

/** What a save touches. */
interface Room {
  delivery: Delivery;
  stage: Pick<Stage, "reload" | "refit">;
  talk: Pick<Talk, "reload">;
  tell(message: ServerMessage): void;
}

export interface Reload {
  /** Of the deck as the seats were last told. */
  version(): string;
  dispose(): void;
}

/** Listens until it is disposed of. A file that cannot be read in that moment changes nothing: the next save does. */
export function reloadOnSave(
  library: Pick<Library, "deck" | "watch">,
  { delivery, stage, talk, tell }: Room,
): Reload {
  let known: Deck | null = null;
  let isDisposed = false;
  const turn = inTurn();

  const begin = async () => {
    known = await library.deck();
    talk.reload(stays, known.slides.length, null);
  };
  const show = async () => {
    const deck = await library.deck();
    if (deck === known || isDisposed) return;
    const { edited, placeNow } = known ? compareDecks(known, deck) : { edited: null, placeNow: stays };
    known = deck;
    stage.refit();
    tell({ type: "deck", version: delivery.version(deck), edited });
    talk.reload(placeNow, deck.slides.length, edited);
  };

  const on: { [K in Saved["kind"]]: (what: Extract<Saved, { kind: K }>) => void } = {
    deck: () => turn(show),
    demo: ({ name }) => {
      turn(show);
      const tellScript = () => !isDisposed && tell({ type: "script", demo: name });
      stage.reload(name).then(tellScript, tellScript);
    },
    file: ({ path }) => {
      tell(isStyle.test(path) ? { type: "style" } : { type: "picture", path });
    },
  };

  turn(begin);
  const watch = library.watch((what) => on[what.kind](what as never));
  return {
    version: () => (known ? delivery.version(known) : ""),
    dispose: () => {
      isDisposed = true;
      watch.dispose();
    },
  };
}

/** Style sheets and what they name. */
const isStyle = /\.(?:css|woff2?)$/i;

const stays = (slide: number) => slide;
