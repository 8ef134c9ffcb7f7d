import type { CountReason, Dispute, Interval } from "../../model/telling.ts";

/** What is told of an event as it is labelled. */
export type EventLabel =
  | "people"
  | "told"
  | "course"
  | "reports"
  | "decisions"
  | "differ"
  | "alive";

/** What is said of events on the terminal, in one language. */
export type EventWords = {
  readonly labels: Readonly<Record<EventLabel, string>>;
  readonly columns: readonly [
    event: string,
    kind: string,
    when: string,
    where: string,
    dead: string,
    named: string,
    told: string,
  ];
  readonly undated: string;
  readonly unplaced: string;
  /** A number as a source tells it. */
  readonly told: (number: Interval | null) => string;
  readonly count: (count: {
    readonly low: number;
    readonly best: number;
    readonly high: number;
    readonly isAtLeast: boolean;
  }) => string;
  readonly named: (named: number, best: number) => string;
  readonly voices: (origins: number, documents: number) => string;
  readonly empty: (from: number, to: number) => string;
  readonly by: (by: "one source" | "one text" | "one publisher") => string;
  readonly unknownSource: string;
  readonly disputed: Readonly<Record<Dispute, string>>;
  readonly alsoIn: (events: string) => string;
  /** What a report tells; `told` is empty where it only names people. */
  readonly tells: (told: string, names: number) => string;
  /** A number that a voice tells beside another one. */
  readonly also: (told: string) => string;
  /** A number of one place of several. */
  readonly ofPlace: (told: string, place: string) => string;
  readonly morePlaces: (more: number) => string;
  readonly because: Readonly<Record<CountReason, string>>;
  readonly stands: (best: number, named: number) => string;
  readonly total: (
    kind: string,
    total: {
      readonly events: number;
      readonly named: number;
      readonly low: number;
      readonly best: number;
      readonly high: number;
    },
  ) => string;
  readonly noEvents: string;
  readonly moreEvents: (count: number, limit: number) => string;
  readonly merged: (events: number, event: string) => string;
  readonly reviewKeys: string;
  readonly split: (tellings: number, stay: number, event: string) => string;
  readonly inPerson: (kind: string, when: string, where: string, event: string) => string;
};
