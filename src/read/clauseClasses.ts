/**
 * In: a language pack. Out: the classes of words by which clauses are told apart, once for a pack.
 * Never: reads a sentence.
 */
import { isPluralHead } from "./itemReference.ts";
import type { LanguagePack } from "./packRows.ts";

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
  const isPreposition = of("PREP", "OF", "TO", "BY");
  const isSubordinator = of("SUBORD");
  const prepositions = new Set<string>();
  const subordinators = new Set<string>();
  for (const { words, set } of pack.lexicon.entries) {
    if (words.includes(" ")) continue;
    if (isPreposition[set] === 1) prepositions.add(words);
    if (isSubordinator[set] === 1) subordinators.add(words);
  }
  return {
    of,
    /** Phrases that end in a preposition ("linked to", "convicted of"), by class set. */
    endsInPreposition: endsIn(pack, prepositions),
    /** Phrases that end in a word which can open a clause ("released after"). */
    endsInSubordinator: endsIn(pack, subordinators),
    /** Nouns of kin that are told by how many they have ("father of three", "brother of two"), by their word. */
    parents: pack.wordsIn("PARENTN"),
    /** Nouns that are what somebody becomes ("of murder |accused| and B hanged was"), by their word. */
    sharedHeads: pack.wordsIn("SHAREDHEADW"),
    /** Verbs of several ("were"), by their word. */
    ofSeveral: pack.wordsIn("PLURALBE"),
    isPlural: (head: string | null): boolean => isPluralHead(head, { pack }),
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
    compare: of("CMP"),
    to: of("TO"),
    including: of("INCL"),
    conjunction: of("CONJ", "BUT"),
    and: of("CONJ"),
    comma: of("COMMA"),
    semicolon: of("SEMI"),
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
    /** What opens an indirect question. */
    asked: of("WHERE", "HOWW", "WHYW"),
    subordinator: of("SUBORD"),
    conditional: of("HYPIF"),
    be: of("BE", "BEEN"),
    /** Auxiliaries that have a subject of their own ("was", not "being"). */
    finiteBe: of("FINBE"),
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
    rumoured: of("RUMOURV", "WRONGLYTOLD"),
    /** "It was wrongly reported that". */
    wronglyTold: of("WRONGLYTOLD"),
    but: of("BUT"),
    no: of("NEG", "NOONE"),
    may: of("MAYMOD"),
    would: of("WOULD"),
    anyMoment: of("ANYMOMENT"),
    says: of("CUE.say"),
    accordingCue: of("CUE.according"),
    imprisoned: of("SENTENCE", "PTERM"),
    against: of("AGAINSTV"),
    /** "the execution": one that somebody is against need not have been carried out. */
    opposable: of("OPPOSEDN"),
    gerund: of("T.ing"),
    /** Of a passive as a noun ("being hanged"). */
    being: of("BEEN"),
    /** Event words that stand as nouns: "execution", "executing". */
    nominal: of("T.noun", "T.ing", "EXECN", "CARRYN"),
    whose: of("WHOSE"),
    will: of("WILLMOD"),
    must: of("MUSTMOD"),
    hedge: of("HEDGE"),
    stopOp: of("OP.stop"),
    wantOp: of("OP.want"),
    hypOp: of("OP.hyp"),
    negOp: of("OP.neg"),
    /** "To the effect of", before what a report, a rumour or a denial is of, and words for the latter two. */
    basedOn: of("BASEDON"),
    denial: of("DENYN"),
    lie: of("LIEW"),
    rumour: of("RUMOURN"),
    accuseOp: of("OP.accuse"),
    callOp: of("OP.call", "CUE.call"),
    /** Verbs that ask for something or want it; what they take need not be. */
    asking: of("CUE.ask", "CUE.want"),
    factOp: of("OP.fact"),
    determiner: of("DET", "POSSP", "DEF", "INDEF"),
    adjective: of("ADJ", "ED", "CAP", "LOWER", "ING", "AGE", "RECUR"),
    verb: of(
      "T.part",
      "T.past",
      "T.pres",
      "T.base",
      "T.intr",
      "CUE.say",
      "CUE.judge",
      "ED",
      "SERVEDV",
      "SERVESV",
    ),
    finite: of("ED", "OCCUR"),
    occur: of("OCCUR"),
    /** "Took place", "was carried out", where verbs stand last. */
    takesPlace: of("TAKESPLACE"),
    falsePredicate: of("FALSEPRED"),
    /** "Has not been confirmed": neither told nor denied. */
    unsurePredicate: of("UNSUREPRED"),
    /** "It is not clear", "nobody accepted", before "that" where verbs stand last. */
    unheldPredicate: of("UNHELDPRED"),
    /** "Did not say", where verbs stand last: nobody says it, unless it was kept from somebody. */
    unsaidPredicate: of("UNSAIDPRED"),
    /** Those of them that need no "that". */
    unknownPredicate: of("UNKNOWNPRED"),
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
    /** "By mistake": what is done by mistake is done. */
    byMistake: of("BYMISTAKEW"),
    /** "Opposed": nothing is prevented by it. */
    opposed: of("OPPOSEDV"),
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

function endsIn(pack: LanguagePack, words: ReadonlySet<string>): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const { words: phrase } of pack.lexicon.entries) {
    const space = phrase.lastIndexOf(" ");
    if (space >= 0 && words.has(phrase.slice(space + 1))) phrases.add(phrase);
  }
  return phrases;
}
