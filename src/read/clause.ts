/**
 * In: the grouped items of a sentence. Out: where the subject of a verb stands, where a clause ends.
 * Never: takes a noun inside a prepositional phrase for the subject; crosses into another clause.
 */
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./pack.ts";

/** Classes that clauses are read by, as membership tables over class sets. */
export type ClauseClasses = ReturnType<typeof makeClauseClasses>;

/** Tables by the names they are asked for with, one name after the other: a name of all of them would be made at each asking. */
type Known = { members: Uint8Array | null; readonly next: Map<string, Known> };

/** Looks the membership tables of a language up, once. */
export function makeClauseClasses(pack: LanguagePack) {
  const root: Known = { members: null, next: new Map() };
  const of = (...names: string[]): Uint8Array => {
    let node = root;
    for (const name of names) {
      let next = node.next.get(name);
      if (next === undefined) {
        next = { members: null, next: new Map() };
        node.next.set(name, next);
      }
      node = next;
    }
    return (node.members ??= join(names));
  };
  const join = (names: readonly string[]): Uint8Array => {
    const members = new Uint8Array(pack.alphabet.size);
    for (const name of names) for (const id of pack.alphabet.idsOf(name)) members[id] = 1;
    return members;
  };
  const prepositions = new Set(
    pack.lexicon.entries
      .filter(
        (entry) =>
          !entry.words.includes(" ") && entry.classes.some((name) => PREPOSITIONS.has(name)),
      )
      .map((entry) => entry.words),
  );
  return {
    of,
    /** Phrases that end in a preposition ("linked to", "convicted of"), by class set. */
    endsInPreposition: endsIn(pack, prepositions),
    group: of("GROUP", "QTY"),
    anyGroup: of("GROUP"),
    quantity: of("QTY"),
    institution: of("INSTG"),
    pronoun: of("PRNG"),
    named: of("GP", "PERSON", "ORG", "NAME"),
    organisation: of("ORG"),
    place: of("PLACE", "PRISON"),
    preposition: of("PREP", "OF", "BY", "TO"),
    of_: of("OF"),
    by: of("BY"),
    to: of("TO"),
    including: of("INCL"),
    conjunction: of("CONJ", "BUT"),
    and: of("CONJ"),
    comma: of("COMMA"),
    dash: of("DASH"),
    open: of("OPEN"),
    close: of("CLOSE"),
    quoteOpen: of("QO"),
    quoteClose: of("QC"),
    stop: of("SEMI", "COLON", "DOT", "NEWLINE", "BULLET"),
    colon: of("COLON"),
    dot: of("DOT"),
    relative: of("REL"),
    that: of("THAT"),
    where: of("WHERE"),
    subordinator: of("SUBORD"),
    conditional: of("HYPIF"),
    be: of("BE", "BEEN"),
    among: of("AMONGW"),
    /** "been named as", "confirmed as". */
    naming: of("BE", "BEEN", "NAMED", "IDENTIFYV", "RECV", "ADV"),
    /** "Prisoners at risk include A and B." */
    includes: of("INCLUDEV"),
    /** Names, and pronouns that can stand for one. */
    somebody: of("GP", "PERSON", "PRNG"),
    aux: of("BE", "BEEN", "HAVE", "DO", "NEG", "MAYMOD", "WILLMOD", "MUSTMOD"),
    adverb: of("ADV", "HEDGE"),
    negation: of("NEG", "OP.neg"),
    noone: of("NOONE"),
    /** "Neither … nor", where it stands before what is denied, wherever the verb is. */
    neither: of("NEITHERW"),
    toDeath: of("TODEATH"),
    passivePart: of("PASSPT"),
    /** "It was said that", of what turned out otherwise. */
    rumoured: of("RUMOURV"),
    but: of("BUT"),
    no: of("NEG", "NOONE"),
    may: of("MAYMOD"),
    would: of("WOULD"),
    anyMoment: of("ANYMOMENT"),
    says: of("CUE.say"),
    imprisoned: of("SENTENCE", "PTERM"),
    against: of("AGAINSTV"),
    gerund: of("T.ing"),
    /** Event words that stand as nouns: "execution", "executing". */
    nominal: of("T.noun", "T.ing", "EXECN"),
    whose: of("WHOSE"),
    will: of("WILLMOD"),
    must: of("MUSTMOD"),
    hedge: of("HEDGE"),
    stopOp: of("OP.stop"),
    wantOp: of("OP.want"),
    hypOp: of("OP.hyp"),
    negOp: of("OP.neg"),
    accuseOp: of("OP.accuse"),
    callOp: of("OP.call", "CUE.call"),
    /** Verbs that ask for something or want it; what they take need not be. */
    asking: of("CUE.ask", "CUE.want"),
    factOp: of("OP.fact"),
    determiner: of("DET", "POSSP", "DEF", "INDEF"),
    adjective: of("ADJ", "ED", "CAP", "LOWER", "ING", "AGE", "RECUR"),
    verb: of("T.part", "T.past", "T.pres", "T.base", "T.intr", "CUE.say", "CUE.judge", "ED"),
    finite: of("ED", "OCCUR"),
    occur: of("OCCUR"),
    /** "Took place", "was carried out", where verbs stand last. */
    takesPlace: of("TAKESPLACE"),
    falsePredicate: of("FALSEPRED"),
    /** "Has not been confirmed": neither told nor denied. */
    unsurePredicate: of("UNSUREPRED"),
    trigger: of("T.part", "T.past", "T.pres", "T.base", "T.ing", "T.noun", "T.intr", "T.phrase"),
    /** Those in any form but the noun's. */
    verbal: of("T.part", "T.past", "T.pres", "T.base", "T.ing", "T.intr", "T.phrase"),
    /** Verbs that tell an act, in whatever form. */
    told: of("T.part", "T.past", "T.intr"),
    possessive: of("POSS"),
    time: of("TIME"),
    recurring: of("RECUR"),
    lower: of("LOWER", "ADJ", "ED", "ING", "CAP"),
    cue: of("CUE.say", "CUE.judge", "CUE.call", "CUE.saying"),
    /** Marks what a verb is done to, where a language has a word for it. */
    object: of("OBJECT"),
    /** Verbs that end a clause, where verbs stand last. */
    verbEnd: of("VERBEND", "T.past", "T.intr"),
    /** Those of a wish, a fear or an order. */
    verbWish: of("VERBWISH"),
    /** "Prevented", "gave up", where verbs stand last. */
    prevented: of("PREVENTEDV"),
    /** "Managed to", before what was managed, and verbs that deny it. */
    managed: of("MANAGEDW"),
    denied: of("PASSN", "ACTN"),
    /** Verbs of fear and hope that end a clause. */
    fear: of("FEARENDV"),
    /** "of", "from" where a language has a word for what somebody speaks of. */
    source: of("AZ"),
    /** The same of more than one. */
    verbMany: of("VERBMANY"),
    definite: of("DEF"),
    /** Words that end a noun phrase, where no capital and no article marks one. */
    structural: of(
      "VERBEND",
      "T.past",
      "T.intr",
      "PREP",
      "BY",
      "TO",
      "CONJ",
      "BUT",
      "COMMA",
      "REL",
      "OBJECT",
      "ADV",
      "SUBORD",
      "SEMI",
      "COLON",
      "DOT",
      "NEWLINE",
      "BULLET",
      "DASH",
      "OPEN",
      "CLOSE",
      "QO",
      "QC",
      "HEDGE",
      "CUE.say",
      "CUE.call",
      "CUE.judge",
      "CUE.according",
      "INCL",
      "NAMED",
      "PLACE",
      "PRISON",
      "ORG",
      "TIME",
      "AGE",
    ),
  };
}

const PREPOSITIONS: ReadonlySet<string> = new Set(["PREP", "OF", "TO", "BY"]);

function endsIn(pack: LanguagePack, words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    pack.lexicon.entries
      .map((entry) => entry.words)
      .filter(
        (phrase) => phrase.includes(" ") && words.has(phrase.slice(phrase.lastIndexOf(" ") + 1)),
      ),
  );
}

/** How far, in items, a subject may stand from its verb. */
const SUBJECT_REACH = 45;

/**
 * Index of the item that is the subject of the verb group that begins at `start`, or -1.
 * Skips prepositional phrases, parentheses, relative clauses and the objects of coordinated verbs.
 */
export function findSubject(
  items: readonly Item[],
  start: number,
  classes: ClauseClasses,
  options: { readonly auxless: boolean; readonly accepts: Uint8Array },
): number {
  let isRelative = false;
  const lowest = Math.max(0, start - SUBJECT_REACH);
  let i = start - 1;
  if (options.auxless) {
    const adjacent = skipLeft(items, i, classes.adverb);
    const item = items[adjacent];
    if (item !== undefined && options.accepts[item.set] === 1) {
      return isObject(items, adjacent, classes) && !isAfterPreposition(items, adjacent, classes)
        ? -1
        : adjacent;
    }
  }
  i = beforeAside(items, start, lowest, classes);
  while (i >= lowest) {
    const item = items[i] as Item;
    const { set } = item;
    if (classes.stop[set] === 1) return -1;
    if (classes.quoteOpen[set] === 1) {
      if (!hasQuoteClose(items, i, start, classes)) return -1;
      i--;
      continue;
    }
    if (classes.close[set] === 1) {
      i = openingBefore(items, i, lowest, classes) - 1;
      continue;
    }
    if (classes.comma[set] === 1) {
      // "The lawyer, who had defended A, was held and taken to …": for a later verb too the aside is passed over.
      const opening = relativeComma(items, i, lowest, classes);
      if (opening >= 0) {
        i = opening - 1;
        continue;
      }
    }
    if (classes.dash[set] === 1) {
      const other = previous(items, i - 1, lowest, classes.dash);
      if (other < 0) return -1;
      i = other - 1;
      continue;
    }
    if (options.accepts[set] === 1) {
      if (isRelative) return relativeHead(items, i, classes);
      const before = itemOf(items, i - 1);
      if (before === undefined) return i;
      if (classes.including[before.set] === 1) {
        i -= 2;
        continue;
      }
      if (isPrepositional(items, i, classes) && !opensClause(items, i, start, classes)) {
        i -= 2;
        continue;
      }
      const included = opensNext(items, i, start, classes)
        ? -1
        : includedFrom(items, i, options.accepts, classes);
      if (included >= 0) {
        i = included - 1;
        continue;
      }
      if (
        isObject(items, i, classes) ||
        isPredicate(items, i, start, classes) ||
        isStrayNumber(items, i, start, classes)
      ) {
        i--;
        continue;
      }
      return apposed(items, i, start, classes);
    }
    if (classes.and[set] === 1 && opensOther(items, i, start, classes)) return -1;
    if (classes.relative[set] === 1 || classes.where[set] === 1) {
      if (classes.that[set] === 1 && isAfterCue(items, i, classes)) return -1;
      isRelative = true;
    } else if (
      classes.subordinator[set] === 1 &&
      (classes.conjunction[set] !== 1 || classes.but[set] === 1) &&
      classes.preposition[set] !== 1
    ) {
      return -1;
    }
    i--;
  }
  return -1;
}

/** "Two men were hanged and a third was given a stay": behind "and" stands another subject, which no row knows. */
function opensOther(
  items: readonly Item[],
  and: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const first = items[and + 1];
  if (first === undefined || and + 2 >= start || start - and > OTHER_REACH) return false;
  if (classes.determiner[first.set] !== 1 || first.group !== null) return false;
  return items
    .slice(and + 2, start)
    .every(({ set, group }) => group === null && classes.lower[set] === 1);
}

/** Items that a subject which no row knows can have. */
const OTHER_REACH = 5;

/** "The rapper, whose songs were banned, was jailed": an aside between commas that opens with a possessive relative is passed over. */
function beforeAside(
  items: readonly Item[],
  start: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const i = start - 1;
  const isOpened = classes.comma[items[start]?.set ?? 0] === 1;
  const close = isOpened ? start : skipLeft(items, i, classes.adverb);
  if (classes.comma[items[close]?.set ?? 0] !== 1) return i;
  const at = commaBefore(items, close, lowest, classes);
  if (at < 0) return i;
  // "Two men, Karimzad said, were hanged": who says so stands between, and is not whom it is said of.
  const isSaid = items.slice(at + 1, close).some(({ set }) => classes.says[set] === 1);
  const isPassed =
    isSaid || opensRelative(items, at, classes) || isNamedBefore(items, at, close, classes);
  return isPassed ? at - 1 : i;
}

/** The comma that opens "who …" or "whose …" up to the comma at `close`, or −1. */
function relativeComma(
  items: readonly Item[],
  close: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const at = commaBefore(items, close, lowest, classes);
  return at >= 0 && opensRelative(items, at, classes) ? at : -1;
}

/** The last comma before the one at `close`, or −1 where the sentence's end or too much stands between. */
function commaBefore(
  items: readonly Item[],
  close: number,
  lowest: number,
  { comma, stop }: ClauseClasses,
): number {
  for (let at = close - 1; at > Math.max(lowest, close - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (stop[set] === 1) return -1;
    if (comma[set] === 1) return at;
  }
  return -1;
}

function opensRelative(
  items: readonly Item[],
  comma: number,
  { whose, relative }: ClauseClasses,
): boolean {
  const first = items[comma + 1]?.set ?? 0;
  return whose[first] === 1 || relative[first] === 1;
}

/** "Karimzad, a lawyer for the miners, was", "Karimzad, known as the Baker, was": what stands between the commas is said of the name. */
function isNamedBefore(
  items: readonly Item[],
  comma: number,
  close: number,
  classes: ClauseClasses,
): boolean {
  const name = items[comma - 1];
  const before = items[comma - 2];
  if (name?.group?.type !== "person" || close - comma < 2) return false;
  const isOwn =
    before === undefined ||
    classes.comma[before.set] === 1 ||
    classes.stop[before.set] === 1 ||
    classes.time[before.set] === 1 ||
    classes.and[before.set] === 1 ||
    classes.cue[before.set] === 1 ||
    (classes.subordinator[before.set] === 1 && classes.preposition[before.set] !== 1) ||
    classes.that[before.set] === 1;
  const only = items[comma + 1];
  const isListed = close - comma === 2 && (only?.group?.persons.length ?? 0) > 0;
  return isOwn && !isListed;
}

const ASIDE_REACH = 16;

/** Index of the first item to the left of `i` (inclusive) that is not of these classes. */
export function skipLeft(items: readonly Item[], i: number, members: Uint8Array): number {
  let at = i;
  while (at >= 0 && members[items[at]?.set ?? 0] === 1) at--;
  return at;
}

function previous(
  items: readonly Item[],
  from: number,
  lowest: number,
  members: Uint8Array,
): number {
  for (let i = from; i >= lowest; i--) if (members[items[i]?.set ?? 0] === 1) return i;
  return -1;
}

function hasQuoteClose(
  items: readonly Item[],
  open: number,
  limit: number,
  classes: ClauseClasses,
): boolean {
  for (let i = open + 1; i < limit; i++)
    if (classes.quoteClose[items[i]?.set ?? 0] === 1) return true;
  return false;
}

function openingBefore(
  items: readonly Item[],
  close: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const open = previous(items, close - 1, lowest, classes.open);
  return open < 0 ? close : open;
}

function isPrepositional(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const isNumber = items[i]?.group === null && classes.quantity[items[i]?.set ?? 0] === 1;
  const before = itemOf(items, isNumber ? skipLeft(items, i - 1, classes.determiner) : i - 1);
  if (before === undefined) return false;
  if (before.entry !== null && classes.endsInPreposition.has(before.entry.words)) return true;
  return classes.preposition[before.set] === 1 && classes.conjunction[before.set] !== 1;
}

/** "after two men were killed": a word that can open a clause does so where its noun stands right before the verb. */
function opensClause(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  if (classes.subordinator[itemOf(items, i - 1)?.set ?? 0] !== 1) return false;
  for (let at = i + 1; at < start; at++) {
    const { set } = items[at] as Item;
    if (
      classes.comma[set] === 1 ||
      classes.trigger[set] === 1 ||
      classes.aux[set] === 1 ||
      classes.group[set] === 1
    )
      return false;
  }
  return true;
}

function isAfterPreposition(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  return isPrepositional(items, i, classes);
}

/** "Karimzad, a driver from Karun who was arrested": the relative clause hangs on a noun that stands for the name before it. */
function relativeHead(items: readonly Item[], i: number, classes: ClauseClasses): number {
  const name = itemOf(items, i - 2);
  const isApposed =
    items[i]?.group?.isIndefinite === true && classes.comma[itemOf(items, i - 1)?.set ?? 0] === 1;
  return isApposed && name?.group?.type === "person" ? i - 2 : i;
}

/** "Karimzad, a father of one, was hanged": the noun between two commas stands for the name before it. */
function apposed(items: readonly Item[], i: number, start: number, classes: ClauseClasses): number {
  const comma = itemOf(items, i - 1);
  const name = itemOf(items, i - 2);
  const isNamed = items[i]?.group !== null && (items[i]?.group?.persons.length ?? 0) > 0;
  if (
    isNamed ||
    comma === undefined ||
    name === undefined ||
    (classes.comma[comma.set] !== 1 && classes.dash[comma.set] !== 1)
  )
    return i;
  if (name.group?.type !== "person") return i;
  for (let at = i + 1; at < start; at++) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1 || classes.dash[set] === 1) return i - 2;
  }
  return i;
}

/** "killed six, including five soldiers, and 21 others were hurt": behind ", and" and right before the verb another clause begins. */
function opensNext(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  return (
    classes.and[items[i - 1]?.set ?? 0] === 1 &&
    classes.comma[items[i - 2]?.set ?? 0] === 1 &&
    i + 1 === start &&
    classes.comma[items[start]?.set ?? 0] !== 1
  );
}

/** Index of the "including" that a chain of groups up to `i` hangs on ("including four children and their mother"), or -1. */
function includedFrom(
  items: readonly Item[],
  i: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): number {
  let at = i;
  for (let links = 0; links < 6; links++) {
    const joint = itemOf(items, at - 1);
    if (joint === undefined) return -1;
    if (classes.including[joint.set] === 1) return at - 1;
    if (classes.and[joint.set] !== 1 && classes.comma[joint.set] !== 1) return -1;
    let before = at - 2;
    if (classes.comma[items[before]?.set ?? 0] === 1) before--;
    const item = items[before];
    if (item === undefined || accepts[item.set] !== 1) return -1;
    at = before;
  }
  return -1;
}

/** A bare number that no verb follows is no subject ("551 people, 68 of them minors, died"; "wards 3, 5 and 7"). */
function isStrayNumber(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const item = items[i] as Item;
  if (item.group !== null || classes.quantity[item.set] !== 1 || i + 1 === start) return false;
  const next = items[i + 1];
  if (next === undefined || opensSecond(items, i, classes)) return false;
  return (
    classes.aux[next.set] !== 1 &&
    classes.adverb[next.set] !== 1 &&
    classes.trigger[next.set] !== 1 &&
    classes.relative[next.set] !== 1
  );
}

/** "Five were executed and 20 in Karaj were released": behind "and" and a verb, a number with a preposition begins a clause. */
function opensSecond(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const and = skipLeft(items, i - 1, classes.adverb);
  if (classes.and[itemOf(items, and)?.set ?? 0] !== 1) return false;
  if (classes.preposition[itemOf(items, i + 1)?.set ?? 0] !== 1) return false;
  return items
    .slice(Math.max(0, and - SUBJECT_REACH), and)
    .some(
      ({ set }, at, before) =>
        classes.told[set] === 1 && classes.aux[before[at - 1]?.set ?? 0] === 1,
    );
}

/** Right after a verb: its object, not a subject. */
function isObject(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  // "A judge who sentenced A to death was shot": whom something does to death is no subject.
  if (classes.of("TODEATH")[items[i + 1]?.set ?? 0] === 1) return true;
  const at = skipLeft(items, i - 1, classes.adverb);
  const before = itemOf(items, at);
  if (before === undefined) return false;
  if (isOfWho(items, at, classes)) return true;
  if (classes.cue[before.set] === 1) return false;
  const isVerb = before.entry?.classes.some((name) => VERB_FORMS.has(name)) === true;
  // "convicted of stabbing two women to death": what a charge takes is its object, whatever its verb.
  const charge = itemOf(items, at - 1);
  if (charge !== undefined && classes.accuseOp[charge.set] === 1 && before.entry !== null)
    return classes.preposition[before.set] !== 1 && classes.determiner[before.set] !== 1;
  return isVerb && classes.preposition[before.set] !== 1;
}

/** "who chased a driver", "who defended A": the verb of the clause with "who", unless it is one of saying ("who said A was held"). */
function isOfWho(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const who = itemOf(items, skipLeft(items, at - 1, classes.adverb));
  const verb = items[at];
  if (who === undefined || verb === undefined || verb.group !== null || verb.name !== null)
    return false;
  if (classes.relative[who.set] !== 1 || classes.that[who.set] === 1) return false;
  return ![
    classes.says,
    classes.aux,
    classes.preposition,
    classes.determiner,
    classes.comma,
    classes.time,
    classes.quantity,
    classes.and,
  ].some((members) => members[verb.set] === 1);
}

/** "He was a member of the council and had been released": what the first verb says of the subject is not the subject. */
function isPredicate(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const be = skipLeft(items, i - 1, classes.adverb);
  if (classes.be[itemOf(items, be)?.set ?? 0] !== 1 || items[i]?.group?.isIndefinite !== true)
    return false;
  const owner = itemOf(items, be - 1);
  if (owner === undefined || (owner.group === null && owner.name === null)) return false;
  return items.slice(i + 1, start + 1).some(({ set }) => classes.and[set] === 1);
}

const VERB_FORMS: ReadonlySet<string> = new Set(["T.part", "T.past", "T.pres", "T.base", "T.ing"]);

function isAfterCue(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 4); at--)
    if (classes.cue[items[at]?.set ?? 0] === 1) return true;
  return false;
}

/** A word in -ed behind a noun, not behind an article, adjective or preposition, is likely the next verb. */
function isVerbPlace(before: Item, classes: ClauseClasses): boolean {
  return (
    classes.determiner[before.set] !== 1 &&
    classes.preposition[before.set] !== 1 &&
    before.quantity === null
  );
}

/** Where the clause that holds item `i` ends (exclusive): at a stop, a new subject clause, or the sentence end. */
export function clauseEnd(
  items: readonly Item[],
  i: number,
  classes: ClauseClasses,
  reach = 16,
): number {
  const limit = Math.min(items.length, i + reach);
  for (let at = i; at < limit; at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1 || classes.dash[set] === 1) return at;
    if (classes.and[set] === 1 || classes.but[set] === 1) return at;
    if (classes.subordinator[set] === 1 && classes.preposition[set] !== 1) return at;
    if (classes.relative[set] === 1 || classes.where[set] === 1) return at;
    if (classes.quoteClose[set] === 1 || classes.quoteOpen[set] === 1) return at;
    if (classes.cue[set] === 1) return at;
    if (at > i && classes.finite[set] === 1 && isVerbPlace(items[at - 1] as Item, classes))
      return at;
    if (classes.aux[set] === 1 && classes.preposition[set] !== 1) return at;
    if (classes.open[set] === 1 || classes.close[set] === 1) return at;
  }
  return limit;
}
