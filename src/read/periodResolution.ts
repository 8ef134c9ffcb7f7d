import type { Period } from "../model/claim.ts";
import type { EventKey } from "./periodPack.ts";
import type { PeriodNoteCode } from "./periodNotes.ts";
import type { Days } from "./periodUnits.ts";
import type { PeriodValue } from "./periodValue.ts";

/** Days from … to, null where open. */
export type Window = {
  readonly from: number | null;
  readonly to: number | null;
  readonly mode: Period["mode"];
};

/** A time told before, with the calendar that it was written in. */
export type Told = Days & { readonly calendar?: Period["calendar"] };

/** What is handed down while a value is resolved, and what is learnt on the way. */
export type Resolution = {
  /** The day that relative words count from, or null where it is not known. */
  readonly now: number | null;
  readonly isFuture: boolean;
  readonly country: string | null;
  /** The time told before, that "that year" and "two days later" count from; looked for when it is asked for. */
  readonly antecedent: () => Told | null;
  /** The last date with its year right before, in whose year a date without one may go on. */
  readonly datedBefore: () => Told | null;
  readonly events: ReadonlyMap<string, EventKey>;
  readonly notes: Set<PeriodNoteCode>;
  /** Set once a relative word, or an event of a country, decided the days. */
  readonly used: Set<"now" | "event" | "antecedent">;
};

/** One member of the values. */
export type Of<Op extends PeriodValue["op"]> = Extract<PeriodValue, { op: Op }>;

/** Days as a window. */
export function whole(days: Days | null, mode: Period["mode"] = "all"): Window | null {
  return days === null ? null : { from: days.from, to: days.to, mode };
}

/** The day words count from; noted as used. */
export function nowOf(on: Resolution): number | null {
  if (on.now === null) {
    on.notes.add("period-unresolved");
    return null;
  }
  on.used.add("now");
  return on.now;
}

/** Everything up to the day words count from. */
export function untilNow(on: Resolution, mode: Period["mode"]): Window | null {
  const now = nowOf(on);
  return now === null ? null : { from: null, to: now, mode };
}

/** One day. */
export function day(at: number): Days {
  return { from: at, to: at };
}
