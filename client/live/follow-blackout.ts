/** This window goes black with the room, and the room with this window. */
import { connectionStore, say } from "../connection/index.ts";
import { isBlack, onBlackout, setBlackout } from "../deck/index.ts";
import { type Change, isOpened, leads } from "./change.ts";
import { Follow } from "./follow.ts";

/** Who only follows blacks out the own window alone, until the room's screens change. */
export function followBlackout(): Change {
  let isFollowing = false;
  const follow = new Follow<boolean>({
    now: isBlack,
    take: (on) => {
      isFollowing = true;
      setBlackout(on);
      isFollowing = false;
    },
    tell: (on) => say({ type: "blackout", on }),
    leadsAtFirst: isBlack,
  });
  onBlackout(() => {
    if (!isFollowing && leads(connectionStore.getState())) follow.changed();
  });
  return (state, before) => {
    const { on, by } = state.talk.blackout;
    if (state.role === "reader" || state.talk.blackout === before?.talk.blackout) return;
    const isOwn = leads(state) && by === state.seat;
    if (isOpened(state, before) && leads(state)) follow.connected(on);
    else if (isOwn || on !== (before?.talk.blackout.on ?? false)) follow.heard(on, isOwn);
  };
}
