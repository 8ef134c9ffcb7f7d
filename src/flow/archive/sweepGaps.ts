/** What an erasure or a change of the keys could not reach: how it is told, by whichever command, and what is to be done still. */
import type { SweepGap } from "../../ledger/sweep.ts";

/** What a change of the keys could not reach. */
export type TurnGap =
  | SweepGap
  /** Keys of records that are not wrapped anew yet. */
  | "wraps"
  /** The file of keys has the ways of before beside those that hold. */
  | "ways";

type Told = {
  readonly words: string;
  /** Something that was to go is there still, and a later command has to go on: who goes by the exit code must not take it for done. */
  readonly isLeft: boolean;
};

const GAPS: Readonly<Record<TurnGap, Told>> = {
  evidence: {
    words:
      "Erased evidence could not be removed: let its folder be written to, or its store answer, and the next sanad command does it; sanad verify names the files",
    isLeft: true,
  },
  list: {
    words:
      "The list of erasures (erasures.json) could not be written: let the archive's folder be written to, and the next sanad command does it",
    isLeft: true,
  },
  readers: {
    words:
      "Another command still reads the state before; the next sanad command takes out of the database's files what is left",
    isLeft: true,
  },
  traces: {
    words:
      "The database's files may still hold what was erased, or keys of before, since they could not all be written anew, such as where the disk is full: make space, and the next sanad command does it. sanad verify says so until it is done",
    isLeft: true,
  },
  "class-keys": {
    words:
      "The key of a record does not open, and an older key is kept for it, which opens copies of what was erased; sanad verify names the record",
    isLeft: true,
  },
  wraps: {
    words:
      "The keys of records could not all be wrapped anew: make space where the disk is full, and start sanad keys rotate again, which goes on with them",
    isLeft: true,
  },
  ways: {
    words:
      "keys.json could not be written to its end, and holds the ways of before too: let it be written to, and the next sanad command does it",
    isLeft: true,
  },
  // The server's keeper has to do these; no later command can.
  statistics: {
    words:
      "The server's statistics may still hold single words of what was erased, or keys of before: whoever runs it should run VACUUM FULL pg_statistic",
    isLeft: false,
  },
  "change-log": {
    words:
      "The server's change log still holds what was erased, or keys of before: whoever runs it should archive nothing of it and run CHECKPOINT",
    isLeft: false,
  },
};

/** A gap in words. */
export function tellGap(gap: TurnGap): string {
  return GAPS[gap].words;
}

/** Is something left that a later command has to go on with? */
export function isLeftOver(gaps: readonly TurnGap[]): boolean {
  return gaps.some((gap) => GAPS[gap].isLeft);
}
