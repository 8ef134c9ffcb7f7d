import type { ClaimKind } from "./claim.ts";

/** Kinds of claims that are gathered to events: each ends lives, and a life ends once. */
export const EVENT_KINDS = ["execution", "killing", "death-in-custody"] as const;
export type EventKind = (typeof EVENT_KINDS)[number] & ClaimKind;

/** A number that a document tells of an event; of those it names itself none. */
export type ToldNumber = {
  readonly claim: string;
  readonly min: number;
  /** Null where it is open: "at least four". */
  readonly max: number | null;
  /** Who is said to say so, or null where it is the document itself or somebody without a name. */
  readonly source: string | null;
  /** Words for who says so without a name: "the governor's office". */
  readonly by?: string;
  /** The one of several places of its telling that it is of. */
  readonly at?: string;
};

/** Where it happened, by the country pack; ids for its names in other languages. */
export type TellingPlace = {
  /** The narrowest place, such as "ir/prison/evin". */
  readonly id: string;
  readonly prison: string | null;
  readonly city: string | null;
  readonly province: string | null;
};

/** What one document tells of one event, with every claim of it that does. */
export type Telling = {
  /** Id of the claim it begins with: the same in every reading of the same words. */
  readonly key: string;
  readonly kind: EventKind;
  readonly claims: readonly string[];
  readonly numbers: readonly ToldNumber[];
  /** First and last day, or null where the words give none. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: TellingPlace | null;
  /** All places, where it is told of several together ("four in two prisons"); `place` is the first of them. */
  readonly places?: readonly TellingPlace[];
  /** Keys of the namings of the document to whom it happened. */
  readonly namings: readonly string[];
  /** Who says so, where the document names one for all of it. */
  readonly source: string | null;
  /** The list whose row it is. */
  readonly list?: string;
  /** A row of somebody without a name: one beside those whom its list names. */
  readonly isNameless?: boolean;
};

/** A telling in an archive, with who its namings are. */
export type PlacedTelling = Telling & {
  readonly id: string;
  readonly document: string;
  /** Rank of its arrival. */
  readonly arrived: number;
  readonly published: string | null;
  readonly publisher: string | null;
  /** The group of documents of one text, or null where it copies none and none copies it. */
  readonly copies: string | null;
  /** People, each once. */
  readonly people: readonly string[];
  /** Whom it names too, and somebody confirmed to be alive: they are taken off the least of what it counts. */
  readonly alive?: readonly string[];
};

/** Those who say one thing by one voice: one text, or one source that all of them name. */
export type Origin = {
  /** The source or publisher, or null where nobody is named. */
  readonly name: string | null;
  readonly documents: readonly string[];
  /** What makes several documents one voice; null where it is one document. */
  readonly by: "one source" | "one text" | "one publisher" | null;
  /** What it tells last, or null where it only names people. */
  readonly number: Interval | null;
  /** Numbers that its last report tells beside that one and that do not go with it. */
  readonly others: readonly Interval[];
  /** Numbers of one place of an event that has several, or of some of them: ids with spaces between. */
  readonly parts: readonly (Interval & { readonly place: string })[];
  /** Whether the reports that quote it all tell another number themselves. */
  readonly isQuoted: boolean;
};

/** A number as it is told; `max` is null where it is open. */
export type Interval = { readonly min: number; readonly max: number | null };

/** How the count of an event came about, a report a line. */
export type CountStep = {
  readonly telling: string;
  readonly document: string;
  /** What the report tells of the whole event. */
  readonly numbers: readonly Interval[];
  /** People whom no report before named. */
  readonly named: readonly string[];
  readonly count: EventCount;
  readonly because: CountReason;
};

export type CountReason =
  | "first report"
  | "names fill places"
  | "more named than told"
  | "a higher number"
  | "more origins say less"
  | "as many origins say less"
  | "no more origins say more"
  | "another origin"
  | "the same origin";

export type EventCount = {
  readonly named: number;
  readonly low: number;
  readonly best: number;
  readonly high: number;
};

/** One event with all that is told of it. */
export type CountedEvent = {
  readonly kind: EventKind;
  readonly tellings: readonly PlacedTelling[];
  /** People, each once, in the order in which they are named most. */
  readonly people: readonly { readonly person: string; readonly tellings: readonly string[] }[];
  readonly count: EventCount;
  /** Whether nobody tells an end of the count: "at least four". */
  readonly isAtLeast: boolean;
  readonly origins: readonly Origin[];
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: TellingPlace | null;
  /** Its places where it has several, else none. */
  readonly places: readonly TellingPlace[];
  /** What sources tell otherwise. */
  readonly disputed: readonly Dispute[];
};

/**
 * `denied`: of somebody named something is told that cannot hold with the death. `twice`: another event, of other days, tells of the death
 * of somebody named.
 */
export type Dispute = "number" | "day" | "place" | "denied" | "twice";
