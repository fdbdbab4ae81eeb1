/** A word of a directive, and how its mistakes are told. */

/** A word and its column, from 1. */
export interface Word {
  text: string;
  column: number;
}

/** Reports a mistake in the line at hand. */
export type Complain = (column: number, message: string, remedy: string) => void;
