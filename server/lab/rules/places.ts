/** Counts labs against the rules: how many there are, how many each seat has, how many were made in the last minute. Knows no clock. */
import type { LabRules } from "../limits.ts";
import type { Refusal } from "./refusal.ts";

/** What the rules for places say. */
export type PlaceRules = Pick<LabRules, "labs" | "labsPerSeat" | "labsPerMinute">;

/** A lab's place, from the moment it is asked for until nothing of it is left. */
export interface Place {
  /** Whom it counts for; null for a lab that the server keeps ready, and for one that its seat is done with. */
  seat: string | null;
}

const minuteMs = 60_000;

export class Places {
  private readonly rules: PlaceRules;
  private readonly taken = new Set<Place>();
  /** When labs were asked for, oldest first; those that are older than a minute go. */
  private made: number[] = [];

  constructor(rules: PlaceRules) {
    this.rules = rules;
  }

  /** Takes a place for a lab that is about to be made, or says why there is none. `at`: ms on a clock that never goes back. */
  take(seat: string | null, at: number): Place | Refusal {
    const { labs, labsPerMinute } = this.rules;
    this.made = this.made.filter((each) => at - each < minuteMs);
    if (this.taken.size >= labs) return { rule: "labs", limit: labs };
    if (seat !== null && this.of(seat) >= this.rules.labsPerSeat) return this.seatIsFull(seat);
    const [oldest] = this.made;
    if (oldest !== undefined && this.made.length >= labsPerMinute)
      return { rule: "labsPerMinute", limit: labsPerMinute, againInMs: oldest + minuteMs - at };
    const place = { seat };
    this.taken.add(place);
    this.made.push(at);
    return place;
  }

  /** The lab is this seat's from now on, or nobody's, and is one of the server's all the time; gives null, or why it cannot be. */
  assign(place: Place, seat: string | null): Refusal | null {
    if (seat !== null && place.seat !== seat && this.of(seat) >= this.rules.labsPerSeat)
      return this.seatIsFull(seat);
    place.seat = seat;
    return null;
  }

  /** Nothing of the lab is left, or it could not be made; a second call changes nothing. */
  giveBack(place: Place): void {
    this.taken.delete(place);
  }

  private of(seat: string): number {
    return [...this.taken].filter((place) => place.seat === seat).length;
  }

  private seatIsFull(seat: string): Refusal {
    return { rule: "labsPerSeat", limit: this.rules.labsPerSeat, seat };
  }
}
