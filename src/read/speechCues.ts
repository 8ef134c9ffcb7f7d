/**
 * In: the items of a sentence. Out: a line that cues are read from, and the tables by which cue words are told.
 * Never: loses what a pronoun's word also is ("that" opens content, "who" a relative clause).
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import { hasEnding } from "./speechWords.ts";
import type { Tokens } from "./tokens.ts";

export type CueClasses = ReturnType<typeof makeCueClasses>;

/** Words that say that somebody speaks. */
const VERBS = [
  "CUE.say",
  "CUE.that",
  "CUE.record",
  "CUE.put",
  "CUE.gave",
  "CUE.saying",
  "CUE.judge",
  "CUE.call",
  "CUE.ask",
  "CUE.want",
  "CUE.author",
  "CUE.comes",
  "CUE.comesof",
] as const;

/** Cue tables of a language. */
export function makeCueClasses(classes: ClauseClasses) {
  const { of } = classes;
  return {
    say: of("CUE.say"),
    that: of("CUE.that"),
    infer: of("CUE.infer"),
    evidence: of("CUE.evidence", "CUE.noun"),
    record: of("CUE.record"),
    saying: of("CUE.saying"),
    judge: of("CUE.judge"),
    call: of("CUE.call"),
    ask: of("CUE.ask"),
    want: of("CUE.want"),
    /** "demand is for", whose speaker owns the noun. */
    demandIs: of("CUE.demandis"),
    inverse: of("CUE.inverse"),
    tell: of("CUE.tell"),
    goesOn: of("CUE.goeson"),
    quoting: of("CUE.quoting"),
    asSaying: of("CUE.assaying"),
    according: of("CUE.according"),
    noun: of("CUE.noun"),
    /** "Was confirmed", "has been announced", where verbs stand last and "by" holds who says it. */
    announced: of("CUE.announced"),
    /** "Added", of words or to a number. */
    adds: of("CUE.adds"),
    chant: of("CUE.chant"),
    chantNoun: of("CUE.chantnoun"),
    any: of(...VERBS),
    /** With one of these a speech can be found; the others are passed over. */
    opens: of(
      ...VERBS,
      "CUE.quoting",
      "CUE.carrier",
      "CUE.according",
      "CUE.chant",
      "CUE.announced",
      "GIVEV",
      "ACTV",
      "COLON",
      "SLASH",
      "DASH",
    ),
    deny: of("OP.neg"),
    /** "The rumour", "the claim": what is spoken of. */
    hearsay: of("OP.accuse"),
    be: of("BE", "BEEN"),
    finiteBe: of("FINBE"),
    aux: of("BE", "BEEN", "HAVE", "DO", "NEG", "MAYMOD", "WILLMOD", "MUSTMOD"),
    adverb: of("ADV", "HEDGE", "CUE.adverb"),
    adjective: of("ADJ"),
    determiner: of("DET", "POSSP"),
    indefinite: of("INDEF"),
    quantity: of("QTY", "NUM", "YEARNUM", "SHARE", "PERCENT"),
    preposition: of("PREP", "OF", "BY", "REJECTINGW"),
    to: of("TO"),
    by: of("BY"),
    of: of("OF"),
    conjunction: of("CONJ"),
    but: of("BUT"),
    subordinator: of("SUBORD", "HYPIF"),
    meanwhile: of("WHILESUB"),
    total: of("TOTALV"),
    relative: of("REL", "WHERE"),
    thatWord: of("THAT"),
    comma: of("COMMA"),
    semicolon: of("SEMI"),
    colon: of("COLON"),
    dash: of("DASH"),
    open: of("OPEN"),
    close: of("CLOSE"),
    quoteOpen: of("QO"),
    quoteClose: of("QC"),
    stop: of("SEMI", "COLON", "DOT", "NEWLINE", "BULLET", "SLASH", "URL"),
    time: of("TIME", "RECUR", "DURATION", "QTYDUR"),
    possessive: of("POSS"),
    hyphen: of("HYPHEN"),
    negation: of("NEG"),
    participle: of("ED", "ING", "T.part", "T.ing", "CUE.assaying"),
    finite: of(
      "T.past",
      "T.pres",
      "T.base",
      "CUE.say",
      "CUE.judge",
      "CUE.call",
      "CUE.that",
      "CUE.want",
      "CUE.ask",
      "CUE.record",
    ),
    name: of("PERSON", "ORG", "NAME", "GP"),
    place: of("PLACE", "PRISON"),
    group: of("GROUP"),
    plain: without(of(...NOT_PLAIN), of("CUE.noun", "CUE.ofthem", "GROUP", "HUMAN")),
    baseVerb: of("CUE.base", "T.base", "OP.stop"),
    must: of("MUSTMOD"),
    female: of("SEX.female"),
    male: of("SEX.male"),
    orgNoun: of("CUE.orgnoun"),
    unnamed: of("CUE.unnamed"),
    first: of("CUE.first"),
    person: of("PRONSG"),
    thing: of("PRONIT"),
    many: of("PRONPL"),
    pronoun: of("PRON"),
    question: of("CUE.question"),
    stopsIt: of("OP.stop", "NEG", "CUE.stops"),
    halts: of("CUE.halts", "NEG", "CUE.prohibit", "NOONE"),
    demanded: of("DEMANDED", "INSTG", "ORG", "PLACE"),
    motion: of("CUE.motion"),
    /** "appealed", bare: with "to" and "for" somebody is asked. */
    appealed: of("CUE.appealed"),
    appealable: of("CUE.appealable"),
    /** What courts do and others say: "rejected", "upheld". */
    ruling: of("CUE.ruling"),
    put: of("CUE.put"),
    gave: of("CUE.gave"),
    /** What somebody comes to know is said only by a body that makes it known. */
    learn: of("CUE.learn"),
    caused: of("CAUSE"),
    figure: of("NUMBERN", "FIGUREW", "DEATHTOLL"),
    core: of("CUE.core"),
    forWord: of("CUE.for"),
    from: of("CUE.from"),
    atWord: of("CUE.at"),
    beNow: of("CUE.benow"),
    mustWord: of("CUE.must"),
    /** "named", "identified". */
    identifies: of("IDENTIFYV"),
    /** "is appalled", "are gravely concerned". */
    feel: of("CUE.feel"),
    /** Verbs that open a line of a resolution without a subject ("condemns", "calls on"). */
    resolves: of("CUE.resolves"),
    /** "based on": a source only with a paper and who made it. */
    ground: of("CUE.ground"),
    /** "the time has come for", "it is time": what follows is asked. */
    timeTo: of("CUE.timeto"),
    /** What a sentence lays upon somebody; behind "must" no demand. */
    served: of("CUE.served"),
    haveWord: of("CUE.have"),
    freeWord: of("CUE.free"),
    unsaid: of("OP.hyp", "OP.want", "CUE.unsaid"),
    those: of("WHO"),
    wh: of("CUE.wh"),
    prohibit: of("CUE.prohibit"),
    citing: of("CUE.citing"),
    noSource: of("CUE.nosource"),
    carrier: of("CUE.carrier"),
    office: of("CUE.office"),
    objective: of("CUE.objective"),
    /** "Wants" that asks only where somebody is asked: with the word for "of" in its clause. */
    askedOf: of("CUE.askedof"),
    asked: of("ASKOF"),
    /** Calls of the author in one word ("we urge"), and sayings of a paper that stands before ("it says there"). */
    author: of("CUE.author"),
    comes: of("CUE.comes"),
    /** "it is said", where a paper is named in the clause. */
    comesOf: of("CUE.comesof"),
    definite: of("DEF"),
    /** "It is reported by": what follows is the source's until another speaks. */
    dateline: of("CUE.dateline"),
    whichWord: of("WHICHW"),
    /** "The report of X shows": said only by one who is named. */
    shows: of("CUE.shows"),
    /** "According to this report": the source named last. */
    sameReport: of("CUE.samereport"),
    /** What is said of a report between its noun and whose it is ("annual", "recorded"). */
    paperWord: of("CUE.paperword"),
    recurring: of("RECUR"),
    partOf: of("OFTHEM"),
    /** Opens what an editor adds ("it should be said that"). */
    added: of("CUE.added"),
    labelMark: of("COLON", "SLASH"),
    trigger: classes.trigger,
    eventNoun: of("T.noun", "DEATHSENT", "CARRYN"),
    /** Whole verb phrases that tell an event ("lost their lives"). */
    told: of("T.intr"),
  };
}

/** Classes of words that stand in no noun phrase, unless they are nouns too. */
const NOT_PLAIN: readonly string[] = [
  "PREP",
  "REJECTINGW",
  "OF",
  "BY",
  "TO",
  "BE",
  "BEEN",
  "HAVE",
  "DO",
  "NEG",
  "MAYMOD",
  "WILLMOD",
  "MUSTMOD",
  "COMMA",
  "SEMI",
  "COLON",
  "DASH",
  "OPEN",
  "CLOSE",
  "QO",
  "QC",
  "DOT",
  "NEWLINE",
  "BULLET",
  "PUNCT",
  "SLASH",
  "URL",
  "CONJ",
  "BUT",
  "SUBORD",
  "HYPIF",
  "REL",
  "WHERE",
  "THAT",
  "POSS",
  "HYPHEN",
  "DET",
  "POSSP",
  "TIME",
  "DURATION",
  "INCL",
  "HEDGE",
  "T.past",
  "T.pres",
  "T.phrase",
  "CUE.according",
  "CUE.adverb",
  "CUE.assaying",
  "OP.want",
];

/** All sets that are in none of `members`, and those of `also`. */
function without(members: Uint8Array, also: Uint8Array): Uint8Array {
  return members.map((isMember, set) => (isMember === 0 || also[set] === 1 ? 1 : 0));
}

const knownCues = new WeakMap<ClauseClasses, CueClasses>();

/** The cue tables that belong to the classes of a language, made once. */
export function cuesOf(classes: ClauseClasses): CueClasses {
  const known = knownCues.get(classes) ?? makeCueClasses(classes);
  knownCues.set(classes, known);
  return known;
}

/** A sentence as cues are read from it: every item with the set of its word, pronouns with that of the word too. */
export type Line = {
  readonly reading: SentenceReading;
  readonly items: readonly Item[];
  readonly sets: readonly number[];
  /** What else is known of each item, as bits of `MARK`. */
  readonly marks: readonly number[];
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
};

const MARK = {
  /** A group that begins with an article or the like ("the lawyer") and so takes nothing in front. */
  closed: 1,
  pronoun: 2,
  /** A phrase that begins with a preposition but is listed as something else. */
  leads: 4,
  /** Is, or begins with, the word that opens what is said. */
  that: 8,
} as const;

const linesByReadings = new WeakMap<readonly SentenceReading[], (Line | undefined)[]>();

/** The line of a sentence of a document, made when it is first asked for. */
export function lineOf(
  index: number,
  readings: readonly SentenceReading[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): Line | null {
  let lines = linesByReadings.get(readings);
  if (lines === undefined) {
    lines = [];
    for (let at = 0; at < readings.length; at++) lines.push(undefined);
    linesByReadings.set(readings, lines);
  }
  const reading = readings[index];
  if (reading === undefined) return null;
  return (lines[index] ??= makeLine(reading, tokens, pack));
}

function makeLine(reading: SentenceReading, tokens: Tokens, pack: LanguagePack): Line {
  const { items } = reading;
  const sets: number[] = [];
  const marks: number[] = [];
  const { noun, isThat, isArticle, isObjective, isFirst, isOwner, isPreposition } =
    lineTables(pack);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    let set = item.set;
    let mark = 0;
    if (item.group !== null) {
      const first = pack.lexicon.match(tokens, item.from, item.to);
      if (item.group.type === "pronoun") {
        mark = MARK.pronoun;
        set = first?.set ?? set;
      } else if (first !== null) {
        if (isThat[first.set] === 1) mark |= MARK.that;
        if (item.to > item.from + 1 && isArticle[first.set] === 1) mark |= MARK.closed;
      }
    } else if (item.entry !== null) {
      const own = item.entry.set;
      if (isThat[own] === 1) mark |= MARK.that;
      if (isObjective[own] === 1 || isFirst[own] === 1) mark |= MARK.pronoun;
      if (item.to > item.from + 1 && leadsOff(item, isPreposition, tokens, pack))
        mark |= MARK.leads;
    } else if (
      item.to === item.from + 1 &&
      item.name === null &&
      item.quantity === null &&
      item.period === null &&
      isBehindArticle(itemOf(items, at - 1), isArticle) &&
      hasEnding(tokens.form[item.from] ?? "", "ADV", pack)
    )
      set = noun;
    else if (isAttributive(items, at, isOwner, isArticle)) set = noun;
    sets.push(set);
    marks.push(mark);
  }
  return { reading, items, sets, marks, tokens, pack };
}

type LineTables = {
  readonly noun: number;
  readonly isThat: Uint8Array;
  readonly isArticle: Uint8Array;
  readonly isObjective: Uint8Array;
  readonly isFirst: Uint8Array;
  readonly isOwner: Uint8Array;
  readonly isPreposition: Uint8Array;
};

const knownLineTables = new WeakMap<LanguagePack, LineTables>();

function joinTables(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((isMember, set) => isMember | (other[set] ?? 0));
}

function lineTables(pack: LanguagePack): LineTables {
  const known = knownLineTables.get(pack);
  if (known !== undefined) return known;
  const { alphabet } = pack;
  const tables = {
    noun: alphabet.idOf(["LOWER"]),
    isThat: alphabet.membersOf("THAT"),
    isArticle: joinTables(alphabet.membersOf("DET"), alphabet.membersOf("POSSP")),
    isObjective: alphabet.membersOf("CUE.objective"),
    isFirst: alphabet.membersOf("CUE.first"),
    isOwner: alphabet.membersOf("POSS"),
    isPreposition: alphabet.membersOf("PREP"),
  };
  knownLineTables.set(pack, tables);
  return tables;
}

function leadsOff(
  { from }: Item,
  isPreposition: Uint8Array,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  const first = pack.lexicon.match(tokens, from, from + 1);
  return first !== null && isPreposition[first.set] === 1;
}

/** "its annual report", "the daily Azadeh": a word for every so often that stands before a noun is no time. */
function isAttributive(
  items: readonly Item[],
  at: number,
  isOwner: Uint8Array,
  isArticle: Uint8Array,
): boolean {
  const item = itemOf(items, at);
  if (item?.period?.kind !== "recurring" || item.to !== item.from + 1) return false;
  const before = itemOf(items, at - 1);
  const next = itemOf(items, at + 1);
  if (next === undefined || next.period !== null || next.quantity !== null) return false;
  return isBehindArticle(before, isArticle) || (before !== undefined && isOwner[before.set] === 1);
}

/** "the assembly" is a noun whatever its ending says. */
function isBehindArticle(before: Item | undefined, isArticle: Uint8Array): boolean {
  return before?.entry != null && isArticle[before.entry.set] === 1;
}

function hasMark(line: Line, at: number, mark: number): boolean {
  return at >= 0 && ((line.marks[at] ?? 0) & mark) !== 0;
}

/** Whether item `at` is a word of the form of a participle ("reached", "passing"). */
export function isVerbal({ items, tokens, pack }: Line, at: number): boolean {
  const item = items[at];
  if (item === undefined || item.group !== null || item.name !== null) return false;
  if (item.to !== item.from + 1) return false;
  const form = tokens.form[item.from] ?? "";
  return hasEnding(form, "ED", pack) || hasEnding(form, "ING", pack);
}

/** Whether item `at` is a group that takes nothing in front ("the lawyer"). */
export function isClosed(line: Line, at: number): boolean {
  return hasMark(line, at, MARK.closed);
}

/** Whether item `at` begins with a preposition though it is listed as something else. */
export function leadsOn(line: Line, at: number): boolean {
  return hasMark(line, at, MARK.leads);
}

/** Whether "that" opens what is said at `at`, alone or taken into a noun phrase ("that the courts"). */
export function opensThat(line: Line, at: number): boolean {
  return hasMark(line, at, MARK.that);
}

/** Whether item `at` belongs to a class; false outside of the sentence. */
export function is(line: Line, at: number, members: Uint8Array): boolean {
  const set = at < 0 ? undefined : line.sets[at];
  return set !== undefined && members[set] === 1;
}

/** Whether item `at` is a pronoun standing alone. */
export function isPronoun(line: Line, at: number): boolean {
  return hasMark(line, at, MARK.pronoun);
}

/** First index from `at` leftwards whose item is of none of the classes. */
export function skipBack(line: Line, at: number, ...tables: readonly Uint8Array[]): number {
  let i = at;
  while (i >= 0 && tables.some((members) => is(line, i, members))) i--;
  return i;
}

/** First index from `at` rightwards whose item is of none of the classes. */
export function skipAhead(line: Line, at: number, ...tables: readonly Uint8Array[]): number {
  let i = at;
  while (i < line.items.length && tables.some((members) => is(line, i, members))) i++;
  return i;
}
