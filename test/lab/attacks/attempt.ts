/** An attempt on the host or on another lab, as data: what root in a lab tries, and what stops it. */

export interface Attempt {
  /** A sentence: what root in the lab tries. */
  tries: string;
  /** A sentence: what stops it. */
  stoppedBy: string;
  /**
   * Bash that tries it on node1, in a folder and a mount namespace of its own, with the environment of `Target`. It prints `won` when it got what
   * it wanted, and leaves no harm on the machine even then: it opens a switch of the kernel for writing and writes nothing.
   */
  script: string;
  /** Stands in what the script says when it was stopped as `stoppedBy` tells. */
  refusal: RegExp;
  /**
   * Whether the same script wins where nothing is in its way, as root on the host itself: proof that the attempt can succeed. A sentence says why it is
   * not run there.
   */
  onHost: true | string;
}

/** Attempts of one kind. */
export interface Family {
  /** As a heading. */
  name: string;
  attempts: Attempt[];
}

/** What became of an attempt. */
export interface Outcome {
  attempt: Attempt;
  /** All that its script said. */
  said: string;
  won: boolean;
  /** Whether it was stopped, and in the way that is told. */
  wasStopped: boolean;
}

/** Judges by what the script said. */
export function judge(attempt: Attempt, said: string): Outcome {
  const won = /^won\b/m.test(said);
  return { attempt, said, won, wasStopped: !won && attempt.refusal.test(said) };
}
