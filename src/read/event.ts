/**
 * An event as read from one sentence, and what reading events needs to know of a language.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { Frame, LanguagePack, OwnPart } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

/** An event as read from one sentence; item indices point into the sentence's items. */
export type ReadEvent = {
  readonly sentence: number;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly hedge: Item | null;
  readonly operator: Item | null;
  /** First and last item (exclusive) of the words of the event. */
  readonly from: number;
  readonly to: number;
  readonly trigger: number;
  readonly victims: readonly number[];
  readonly agent: number;
  /** Whom the sentence leaves out because they are known: one or several by its verb; null where it names them. */
  readonly dropped: "one" | "several" | null;
  /** Item that holds the number, when it is not a victim's ("128 executions"). */
  readonly count: number;
  readonly possessive: number;
  readonly stage: string | null;
  readonly tier: "counted" | "shown";
  readonly isWeak: boolean;
  /** An event only where those concerned are prisoners. */
  readonly isOfCaptives: boolean;
  /** Those concerned are told as the owners of what the frame names ("upheld A's death sentence"). */
  readonly isOfOwners: boolean;
  /** What of which its words must bring something, or it tells nothing of its own; null where nothing is asked. */
  readonly own: readonly OwnPart[] | null;
  readonly rows: readonly string[];
  /** Subset of another event's group ("including four women"). */
  readonly subsetOf: ReadEvent | null;
};

/** Kinds of which the number is that of those who take part. */
export const TAKES_PART: ReadonlySet<ClaimKind> = new Set(["protest", "strike"]);

/** An event with some fields changed. Every field is named, so that all events have one shape, as in `changeDraft`. */
export function changeEvent(event: ReadEvent, changes: Partial<ReadEvent>): ReadEvent {
  return {
    sentence: changes.sentence ?? event.sentence,
    kind: changes.kind ?? event.kind,
    modality: changes.modality ?? event.modality,
    hedge: changes.hedge === undefined ? event.hedge : changes.hedge,
    operator: changes.operator === undefined ? event.operator : changes.operator,
    from: changes.from ?? event.from,
    to: changes.to ?? event.to,
    trigger: changes.trigger ?? event.trigger,
    victims: changes.victims ?? event.victims,
    agent: changes.agent ?? event.agent,
    dropped: changes.dropped === undefined ? event.dropped : changes.dropped,
    count: changes.count ?? event.count,
    possessive: changes.possessive ?? event.possessive,
    stage: changes.stage === undefined ? event.stage : changes.stage,
    tier: changes.tier ?? event.tier,
    isWeak: changes.isWeak ?? event.isWeak,
    isOfCaptives: changes.isOfCaptives ?? event.isOfCaptives,
    isOfOwners: changes.isOfOwners ?? event.isOfOwners,
    own: changes.own === undefined ? event.own : changes.own,
    rows: changes.rows ?? event.rows,
    subsetOf: changes.subsetOf === undefined ? event.subsetOf : changes.subsetOf,
  };
}

export type EventContext = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly names: readonly NameMatch[];
  readonly classes: ClauseClasses;
  readonly tables: EventTables;
  /** Words of each requirement's classes. */
  readonly requiredWords: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those whom an entry of a list names before a sentence that leaves its subject out. */
  readonly entry: (reading: SentenceReading) => readonly NameMatch[];
  /** Whether the sentence or its neighbours hold a word of a requirement's classes. */
  readonly holds: (reading: SentenceReading, requirement: string) => boolean;
};

export type EventTables = ReturnType<typeof makeEventTables>;

/** Tables for events of a language. */
export function makeEventTables(classes: ClauseClasses, frames: readonly Frame[]) {
  const { of } = classes;
  return {
    accepts: of("GROUP", "QTY"),
    subjects: of("GROUP", "QTY", "NAME"),
    generic: of("PRNG"),
    bareNoun: of("LOWER", "CAP"),
    ofThem: of("OFTHEM"),
    aboutness: of("ABOUT"),
    participle: of("T.part", "SENTENCE", "ED", "MOVEDV", "GIVENV", "RETURNV"),
    base: of("T.base"),
    tensed: of("T.past", "T.part", "T.pres"),
    perfect: of("HAVE"),
    purpose: of("PURPOSE"),
    wished: of("RELEASEW", "PARDONN", "STAYN"),
    amongThem: of("AMONGTHEM"),
    justice: of("ACCT"),
    bodies: of("GBODY"),
    opensPart: of(
      "GROUP",
      "ADV",
      "PREP",
      "ADJ",
      "AGE",
      "QTY",
      "PLACE",
      "TIME",
      "SUBORD",
      "BE",
      "HYPHEN",
      "DASH",
    ),
    unsure: of("MAYMOD", "HYPIF"),
    howMany: of("HOWW"),
    hurt: of("HURTW"),
    courtHeard: of("COURTHEARD"),
    thing: of("THING", "ANIMAL"),
    violent: of("VIOLENT"),
    /** Nouns of violence that act themselves ("attack", "blast"). */
    violentThing: of("VIOLEVENT", "AGENTISH"),
    article: of("INDEF", "POSSP", "DEF", "DET"),
    opensNoun: of("INDEF", "POSSP", "DEF"),
    modifier: of("ADJ", "LOWER", "ED", "CAP"),
    determiner: of("DET", "POSSP", "ADJ", "ED", "LOWER", "DEF"),
    agent: of("GROUP", "ORG", "NAME", "PLACE", "AGENTISH", "PRON"),
    trigger: classes.trigger,
    trend: of("TREND"),
    nominalOk: of("DET", "ADJ", "LOWER", "ED", "CAP", "ING"),
    including: classes.including,
    plural: of("T.noun"),
    frameWords: of(...anchorsOf(frames)),
    nounStart: of("SENTN", "DEATHSENT", "TREND", "DEATHTOLL"),
  };
}

/** Classes that frames ask of the item they turn on, other than forms of triggers. */
function anchorsOf(frames: readonly Frame[]): string[] {
  const found = frames.flatMap(({ row }) =>
    [...row.pattern.matchAll(/<t:([^>]*)>/g)].flatMap(
      (part) => part[1]?.match(/[A-Z][\w.]*/g) ?? [],
    ),
  );
  return [...new Set(found)].filter((name) => !name.startsWith("T.")).sort();
}
