/**
 * In: a sentence in which words between marks part the noun of a deed from its verb ("The execution of A, who was due to die on
 * Monday, was halted"). Out: the same sentence without those words, for each such noun.
 * Never: takes a verb of the insertion for the noun's; shortens where the noun is no subject.
 */
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** Items of a sentence that stand between a noun with whom it concerns and its verb. */
export type Insertion = {
  readonly noun: number;
  /** First item, and the one behind the last. */
  readonly from: number;
  readonly to: number;
};

/** The insertions behind nouns of deeds; `to` is -1 where no verb is found behind one. */
export function findInsertions(items: readonly Item[], context: EventContext): Insertion[] {
  const { classes, pack } = context;
  const nouns = items.flatMap(({ set }, at) => (isDeed(set, context) ? [at] : []));
  if (pack.isVerbFinal) return nouns.flatMap((noun) => clauseInside(items, noun, context));
  return nouns.flatMap((noun) => {
    if (classes.aux[itemOf(items, noun - 1)?.set ?? 0] === 1) return [];
    if (!isSubject(items, noun, context)) return [];
    const from = markBehind(items, noun, context);
    if (from < 0) return insideVerb(items, noun, context);
    const to = verbBehind(items, from, context);
    if (to >= 0 && isRegretted(items, to, context)) return [];
    const isLost =
      to < 0 && !(opensSentence(items, noun, context) && opensClause(items, from, context));
    return isLost ? [] : [{ noun, from, to }];
  });
}

/** Where verbs stand last: "The execution of four |who had been held| was halted", of a noun that nothing but its own words lead. */
function clauseInside(items: readonly Item[], noun: number, context: EventContext): Insertion[] {
  const { classes } = context;
  if (items.slice(0, noun).some(({ set }) => classes.structural[set] === 1)) return [];
  const who = items.findIndex(({ set }, at) => at > noun && classes.relative[set] === 1);
  const isFar = who < 0 || who > noun + PHRASE_REACH;
  if (isFar || items.slice(noun, who).some(({ set }) => classes.verbEnd[set] === 1)) return [];
  const from = classes.comma[items[who - 1]?.set ?? 0] === 1 ? who - 1 : who;
  const verbs = context.pack.wordsIn("VERBEND");
  const isVerbAt = (at: number): boolean => {
    const { set, to } = items[at] ?? { set: 0, to: 0 };
    // "who |is in prison|" may be one phrase.
    return classes.verbEnd[set] === 1 || isOneOf(context.tokens, to - 1, verbs);
  };
  const comma = items.findIndex(
    ({ set }, at) => at > who && classes.comma[set] === 1 && isVerbAt(at - 1),
  );
  const last = comma < 0 ? items.findIndex((_, at) => at > who && isVerbAt(at)) : comma;
  if (last < 0) return [];
  const to = last + 1;
  return to < items.length ? [{ noun, from, to }] : [];
}

/** "|should never have| happened": it has. */
function isRegretted(items: readonly Item[], verb: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  const words = items.slice(verb, verb + REGRET_REACH);
  const forms = words.flatMap(({ from, to }) => tokens.form.slice(from, to));
  const isDenied = forms.some((form) => pack.wordsIn("NEG").has(form));
  const own = [classes.must, classes.of("HAVE")];
  return isDenied && own.every((members) => words.some(({ set }) => members[set] === 1));
}

const REGRET_REACH = 3;

/** Nothing but its article, adjectives or owner stands before it, not even who says so. */
function opensSentence(items: readonly Item[], noun: number, { classes }: EventContext): boolean {
  let at = noun - 1;
  while (classes.adjective[items[at]?.set ?? 0] === 1 && classes.cue[items[at]?.set ?? 0] !== 1)
    at--;
  if (classes.possessive[items[at]?.set ?? 0] === 1) at -= 2;
  else if (classes.determiner[items[at]?.set ?? 0] === 1) at--;
  return at < 0 || classes.quoteOpen[items[at]?.set ?? 0] === 1;
}

/** ", who …", ", which …", " whose …": more than a name or a place, so that a verb must stand behind it. */
function opensClause(items: readonly Item[], from: number, { classes }: EventContext): boolean {
  const first = itemOf(items, from + 1)?.set ?? 0;
  return classes.relative[first] === 1 || classes.whose[first] === 1;
}

/** "The execution of A was|, his lawyer said,| halted": who says so stands between the auxiliary and the verb. */
function insideVerb(items: readonly Item[], noun: number, context: EventContext): Insertion[] {
  const { classes } = context;
  const aux = items.findIndex(({ set }, at) => at > noun && classes.aux[set] === 1);
  const isNear = aux > 0 && aux < noun + PHRASE_REACH;
  const from = items.findIndex(({ set }, at) => at > aux && classes.aux[set] !== 1);
  if (!isNear || classes.comma[items[from]?.set ?? 0] !== 1) return [];
  const close = items.findIndex(({ set }, at) => at > from && classes.comma[set] === 1);
  const aside = items.slice(from, close);
  if (close < 0 || aside.some(({ set }) => classes.stop[set] === 1)) return [];
  const sayings = [classes.cue, classes.accordingCue];
  const isSaid = aside.some(({ set }) => sayings.some((members) => members[set] === 1));
  return isSaid ? [{ noun, from, to: close + 1 }] : [];
}

/** "execution", "hanging", "death sentence": what a noun tells to have been done. */
function isDeed(set: number, { classes }: EventContext): boolean {
  return classes.nominal[set] === 1 || classes.of("DEATHSENT", "SENTN", "RELEASEW")[set] === 1;
}

/** Nothing but its noun phrase stands between the noun and where its clause begins. */
function isSubject(items: readonly Item[], noun: number, context: EventContext): boolean {
  const { classes } = context;
  const ends = [
    classes.stop,
    classes.quoteOpen,
    classes.that,
    classes.comma,
    classes.and,
    classes.but,
    classes.cue,
  ];
  let isLed = false;
  for (let at = noun - 1; at >= 0; at--) {
    const { set, group, name } = items[at] as Item;
    if (group !== null || name !== null) continue;
    // "The guard, who |told of the execution of A|, was": of the guard.
    if (classes.cue[set] === 1 && isOfWho(items, at, context)) return false;
    if (ends.some((members) => members[set] === 1)) return !isLed;
    if (classes.aux[set] === 1 || classes.relative[set] === 1) return false;
    if (classes.verbal[set] === 1 || classes.subordinator[set] === 1) return false;
    // "news of |the execution|" is a noun of its own; "After |the execution|" is none.
    isLed = classes.preposition[set] === 1;
  }
  return !isLed;
}

function isOfWho(items: readonly Item[], verb: number, { classes }: EventContext): boolean {
  let at = verb - 1;
  while (classes.adverb[items[at]?.set ?? 0] === 1 || classes.aux[items[at]?.set ?? 0] === 1) at--;
  return classes.relative[items[at]?.set ?? 0] === 1;
}

/** The comma, dash or bracket behind whom the noun concerns, before any verb; or -1. */
function markBehind(items: readonly Item[], noun: number, context: EventContext): number {
  const { classes } = context;
  for (let at = noun + 1; at < Math.min(items.length, noun + PHRASE_REACH); at++) {
    const { set, group, name, period } = items[at] as Item;
    if (group !== null || name !== null || period !== null) continue;
    if (isMark(set, context)) return at;
    if (classes.relative[set] === 1 && classes.that[set] !== 1) return at;
    if (classes.stop[set] === 1 || classes.quoteOpen[set] === 1) return -1;
    if (classes.aux[set] === 1 || classes.that[set] === 1) return -1;
    if (classes.verbal[set] === 1 || classes.cue[set] === 1) return -1;
  }
  return -1;
}

/** Items of a noun phrase behind its noun. */
const PHRASE_REACH = 12;

function isMark(set: number, { classes }: EventContext): boolean {
  return classes.comma[set] === 1 || classes.dash[set] === 1 || classes.open[set] === 1;
}

/** Where the verb of the clause stands behind the insertion that opens at `from`, or -1. */
function verbBehind(items: readonly Item[], from: number, context: EventContext): number {
  const { classes } = context;
  // A clause inside that still wants its verb ("whose brother, A, |was| freed, was").
  let isPending = false;
  let isParted = false;
  // "of four men |who| were arrested has been": no mark parts the clause from the verb.
  const isClose = classes.relative[items[from]?.set ?? 0] === 1;
  for (let at = from; at < Math.min(items.length, from + INSERTION_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1) return -1;
    if (classes.open[set] === 1) {
      at = closing(items, at, classes.close);
      if (at < 0) return -1;
      isParted = true;
      continue;
    }
    if (classes.quoteOpen[set] === 1) {
      at = closing(items, at, classes.quoteClose);
      if (at < 0) return -1;
      continue;
    }
    if (isMark(set, context)) {
      isParted = true;
      continue;
    }
    const isOpener = classes.relative[set] === 1 || classes.whose[set] === 1;
    if (isOpener || classes.where[set] === 1) {
      isPending = true;
      isParted = false;
      // "who|, his brother said,| was beaten".
      if (isMark(itemOf(items, at + 1)?.set ?? 0, context))
        at = Math.max(at, closing(items, at + 1, classes.comma));
      continue;
    }
    const isStrong = isAuxiliary(items[at] as Item, context);
    if (isPending) {
      isParted = false;
      if (isStrong || isVerb(items, at, context) || isFirstOfClause(items, at, context)) {
        // "who said he |was| beaten": what is said has a verb of its own.
        isPending = isClose && classes.cue[set] === 1;
        while ([classes.aux, classes.adverb].some((one) => one[items[at + 1]?.set ?? 0] === 1))
          at++;
      }
      continue;
    }
    if (isClose && opensInside(set, context)) {
      isPending = true;
      continue;
    }
    if (isClose && isStrong && classes.and[itemOf(items, at - 1)?.set ?? 0] !== 1) return at;
    if (isParted && (isStrong || isCredible(items, at, context))) return at;
    if (isParted && isPassedBy(items, at, context)) continue;
    isParted = false;
  }
  return -1;
}

/** "was", "has been", also as a part of a phrase ("was condemned"). */
function isAuxiliary({ set, from, to }: Item, { classes, pack, tokens }: EventContext): boolean {
  if (classes.being[set] === 1) return false;
  const isPhrase = to - from > 1 && pack.wordsIn("FINBE").has(tokens.form[from] ?? "");
  return classes.aux[set] === 1 || isPhrase;
}

/** "who was 17 |when| he was held", "whom they knew |had| confessed". */
function opensInside(set: number, { classes }: EventContext): boolean {
  const isConjunction = classes.subordinator[set] === 1 && classes.preposition[set] !== 1;
  return isConjunction || classes.cue[set] === 1 || classes.that[set] === 1;
}

/** Items of an insertion. */
const INSERTION_REACH = 60;

function closing(items: readonly Item[], from: number, members: Uint8Array): number {
  for (let at = from + 1; at < items.length; at++)
    if (members[items[at]?.set ?? 0] === 1) return at;
  return -1;
}

/** "who |denies|", "who |never admitted|": right behind the pronoun a word that no row knows is its verb. */
function isFirstOfClause(items: readonly Item[], at: number, { classes }: EventContext): boolean {
  const { set, group, name, period, quantity } = items[at] as Item;
  if (group !== null || name !== null || period !== null || quantity !== null) return false;
  if (classes.relative[itemOf(items, at - 1)?.set ?? 0] !== 1) return false;
  return [classes.preposition, classes.determiner, classes.adverb].every(
    (members) => members[set] !== 1,
  );
}

/** Adverbs, and what says where or when, between the insertion and the verb. */
function isPassedBy(items: readonly Item[], at: number, { classes }: EventContext): boolean {
  const { set, period } = items[at] as Item;
  if (period !== null) return true;
  return [
    classes.adverb,
    classes.quoteClose,
    classes.preposition,
    classes.time,
    classes.place,
  ].some((members) => members[set] === 1);
}

/** A verb in whatever tense. */
function isVerb(items: readonly Item[], at: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  const { set, group, name, from } = items[at] as Item;
  if (group !== null || name !== null) return false;
  const pasts = pack.wordsIn("PASTW");
  return (
    classes.verb[set] === 1 ||
    classes.finite[set] === 1 ||
    classes.cue[set] === 1 ||
    classes.falsePredicate[set] === 1 ||
    classes.of("HALTED", "SCHED")[set] === 1 ||
    (classes.verbal[set] === 1 && classes.gerund[set] !== 1) ||
    isOneOf(tokens, from, pasts) ||
    isPairOf(tokens, from, pasts) ||
    isOneOf(tokens, from, pack.wordsIn("OCCURREDW"))
  );
}

/**
 * "|drew| condemnation", "|took| place", "|remains| suspended"; not "arrested in May, |tortured| and tried", where the words go on what was
 * done to somebody.
 */
function isCredible(items: readonly Item[], at: number, context: EventContext): boolean {
  const { classes } = context;
  if (!isVerb(items, at, context)) return false;
  const { set } = items[at] as Item;
  if (classes.verbal[set] === 1 && classes.occur[set] !== 1) return false;
  const next = itemOf(items, at + 1)?.set ?? 0;
  return !isMark(next, context) && classes.and[next] !== 1 && classes.by[next] !== 1;
}
