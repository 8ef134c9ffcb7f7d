/**
 * In: a language pack. Out: the set that each kind of item has in the alphabet of patterns, once for a pack.
 * Never: reads a text.
 */
import { GROUP_CLASSES, type LanguagePack } from "./packRows.ts";
import { TOKEN } from "./tokens.ts";

/** Sets that chunks and unknown words have, looked up once per language. */
export type ItemSets = ReturnType<typeof makeItemSets>;

function makeKinds(setByKind: Readonly<Record<number, number>>): Int16Array {
  const kinds = new Int16Array(16).fill(-1);
  for (const [kind, set] of Object.entries(setByKind)) kinds[Number(kind)] = set;
  return kinds;
}

function makeSigns(setBySign: readonly (readonly [string, number])[]): Int16Array {
  const signs = new Int16Array(Math.max(...setBySign.map(([sign]) => sign.charCodeAt(0))) + 1);
  signs.fill(-1);
  for (const [sign, set] of setBySign) signs[sign.charCodeAt(0)] = set;
  return signs;
}

/** Looks the chunk sets of a language up. */
export function makeItemSets(pack: LanguagePack) {
  const id = (...classes: string[]): number => pack.alphabet.idOf(classes);
  return {
    quantity: {
      count: id("QTY"),
      percent: id("PERCENT"),
      share: id("SHARE"),
      money: id("MONEY"),
      amount: id("AMOUNT"),
      duration: id("QTYDUR"),
      "bare-year": id("YEARNUM"),
    },
    /** Amounts that are a punishment ("74 lashes"). */
    lashes: id("AMOUNT", "LASHES"),
    isLash: pack.alphabet.membersOf("LASHW"),
    isOf: pack.alphabet.membersOf("OF"),
    isEd: pack.alphabet.membersOf("ED"),
    isPast: joinMembers(pack, ["T.past", "TARGETV"]),
    isAdverb: pack.alphabet.membersOf("ADV"),
    acts: joinMembers(pack, ["HUMAN", "INST", "PERSON", "ORG", "PRON", "HAVE", "AGENTISH"]),
    isOwner: pack.alphabet.membersOf("POSSP"),
    /** What stands behind "her" where it is an object ("told her that …"), not an owner. */
    endsObject: joinMembers(pack, ENDS_OBJECT),
    number: id("NUM"),
    name: {
      person: id("PERSON"),
      organisation: id("ORG"),
      place: id("PLACE"),
      prison: id("PRISON"),
      unknown: id("NAME"),
    },
    /** "The Supreme Court": a court by the first word of its name. */
    court: pack.wordsIn("COURTW").size > 0 ? id("ORG", "COURTW") : id("ORG"),
    isCourtWord: pack.wordsIn("COURTN"),
    time: id("TIME"),
    recurring: id("RECUR"),
    duration: id("DURATION"),
    age: id("AGE", "ADJ"),
    possessive: id("POSS"),
    open: id("QO"),
    close: id("QC"),
    hash: id("HASH"),
    url: id("URL"),
    handle: id("HANDLE"),
    newline: id("NEWLINE"),
    hyphen: id("HYPHEN"),
    dash: id("DASH"),
    cap: id("CAP"),
    lower: id("LOWER"),
    suffixes: pack.suffixes.map((row) => ({ suffix: row.suffix, set: id(row.class) })),
    ageWords: pack.ageWords,
    adjective: id("ADJ"),
    human: id("HUMAN"),
    other: id("PUNCT"),
    /** Sets of tokens that are told by their kind alone; -1 for the others. */
    kinds: makeKinds({
      [TOKEN.newline]: id("NEWLINE"),
      [TOKEN.possessive]: id("POSS"),
      [TOKEN.url]: id("URL"),
      [TOKEN.hashtag]: id("HASH"),
      [TOKEN.handle]: id("HANDLE"),
    }),
    /** Sets of signs that have one of their own, by their unit; -1 for the others. */
    signs: makeSigns([
      [",", id("COMMA")],
      ["،", id("COMMA")],
      [";", id("SEMI")],
      ["؛", id("SEMI")],
      [":", id("COLON")],
      ["(", id("OPEN")],
      ["[", id("OPEN")],
      [")", id("CLOSE")],
      ["]", id("CLOSE")],
      [".", id("DOT")],
      ["!", id("DOT")],
      ["?", id("DOT")],
      ["؟", id("DOT")],
      ["…", id("DOT")],
      ["/", id("SLASH")],
      ["|", id("SEMI")],
      ["•", id("BULLET")],
      ["*", id("BULLET")],
      ["▪", id("BULLET")],
      ["·", id("BULLET")],
    ]),
    isHuman: pack.alphabet.membersOf("HUMAN"),
    isWhose: pack.alphabet.membersOf("WHOSE"),
    /** Words that tell of an event, in any form. */
    isTrigger: triggerSets(pack),
    isNobody: pack.alphabet.membersOf("NOONE"),
    isRelative: pack.alphabet.membersOf("REL"),
    isObject: pack.alphabet.membersOf("OBJECT"),
    isVerbEnd: pack.alphabet.membersOf("VERBEND"),
    says: pack.alphabet.membersOf("CUE.say"),
    semi: id("SEMI"),
    colon: id("COLON"),
    isVerbMany: pack.alphabet.membersOf("VERBMANY"),
    isBody: joinMembers(pack, ["INST", "ORG"]),
    isJoint: joinMembers(pack, ["CONJ", "PREP", "AGE", "ADJ", "KINOF"]),
    isBeside: joinMembers(pack, ["TIME", "PLACE", "COMMA", "ADV"]),
    isPlaceOrTime: joinMembers(pack, ["TIME", "PLACE", "PRISON"]),
    isPreposition: pack.alphabet.membersOf("PREP"),
    isAdjective: pack.alphabet.membersOf("ADJ"),
    isPlain: pack.alphabet.membersOf("LOWER"),
    isAux: joinMembers(pack, ["BE", "HAVE"]),
    group: id("GROUP"),
    groupCounted: id("GROUP", "GQ"),
    groupPerson: id("GROUP", "GP"),
    groupPronoun: id("GROUP", "PRNG"),
    groupInstitution: id("GROUP", "INSTG"),
    groupAs: new Map(
      GROUP_CLASSES.map((name) => [
        name,
        {
          plain: id("GROUP", name),
          counted: id("GROUP", "GQ", name),
          person: id("GROUP", "GP", name),
          pronoun: id("GROUP", "PRNG", name),
        },
      ]),
    ),
  };
}

const ENDS_OBJECT = [
  "PREP",
  "OF",
  "TO",
  "BY",
  "COMMA",
  "DOT",
  "SEMI",
  "COLON",
  "DASH",
  "CONJ",
  "BUT",
  "TIME",
  "RECUR",
  "ADV",
  "BE",
  "HAVE",
  "DO",
  "NEG",
  "REL",
  "SUBORD",
  "THAT",
  "DET",
  "POSSP",
  "QO",
  "QC",
  "OPEN",
  "CLOSE",
  "AMOUNT",
  "MONEY",
  "MAYMOD",
  "WILLMOD",
  "WHERE",
  "QTY",
] as const;

function triggerSets({ lexicon, alphabet }: LanguagePack): Uint8Array {
  const members = new Uint8Array(alphabet.size);
  const seen = new Uint8Array(alphabet.size);
  for (const { classes, set } of lexicon.entries) {
    if (seen[set] === 1) continue;
    seen[set] = 1;
    if (classes.some((name) => name.startsWith("T."))) members[set] = 1;
  }
  return members;
}

function joinMembers({ alphabet }: LanguagePack, names: readonly string[]): Uint8Array {
  const members = new Uint8Array(alphabet.size);
  for (const name of names) for (const id of alphabet.idsOf(name)) members[id] = 1;
  return members;
}
