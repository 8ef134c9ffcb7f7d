/**
 * In: the raw rows of the packs. Out: one compiled, immutable value that linking is handed.
 * Never: reads a file; knows a name, a letter or a place of any country.
 */
import { Failure } from "../base/failure.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import { type Charges, compileCharges } from "./charges.ts";
import { type CostTable, SOUNDS } from "./costs.ts";
import { compileLetters, type LetterRows, type Letters, readPairs } from "./letters.ts";
import { compilePlaces, type Places, type PlaceWords } from "./places.ts";
import { compileSurnameEnds, type EndRow, type SurnameEnd } from "./surnameEnds.ts";
import { compileSpellings, type Nickname, type Spellings } from "./spellings.ts";

/** A word that says what someone is more than who: a title, a particle, the name of a people. */
export type WeakWord = { readonly kind: string };

export type LinkModel = {
  readonly letters: Letters;
  readonly weak: ReadonlyMap<string, WeakWord>;
  /** Words between two people of one record. */
  readonly joins: ReadonlySet<string>;
  /** One of them. */
  readonly join: string;
  /** Words that go with the word behind them, with the one before them, and those only where two words are left. */
  readonly bound: {
    /** Each with the way it is read. */
    readonly before: ReadonlyMap<string, string>;
    readonly behind: ReadonlySet<string>;
    readonly ending: ReadonlySet<string>;
  };
  /** What a word is without the ending that makes another family's name of it; null where it has none. */
  readonly surnameEnd: (word: string) => SurnameEnd | null;
  /** Words between a name and the father's. */
  readonly fatherWords: ReadonlySet<string>;
  /** Given names that tell which word of a name comes first. */
  readonly given: ReadonlySet<string>;
  /** Words behind which a relative is named. */
  readonly kinWords: ReadonlySet<string>;
  /** Words for a brother or sister, who has the same surname. */
  readonly siblings: ReadonlySet<string>;
  /** What may stand between a name and such a word. */
  readonly beforeSiblings: ReadonlySet<string>;
  /** Matches what stands between a name and another name of the same person. */
  readonly alias: RegExp;
  /** Words of which one stands wherever that does. */
  readonly aliasWords: ReadonlySet<string>;
  readonly noNames: ReadonlySet<string>;
  readonly costs: Readonly<Record<"latin" | "persian" | "cross", CostTable>>;
  readonly spellings: Spellings;
  readonly places: Places;
  readonly charges: Charges;
  readonly weights: Weights;
};

/** What is expected of pairs that are one person before the lists are seen. */
export type Weights = {
  readonly date: readonly number[];
  readonly age: readonly number[];
  readonly sex: readonly number[];
  readonly place: readonly number[];
  readonly father: readonly number[];
  readonly prison: readonly number[];
  /** How often one person's charges share one; bits of others; share of people under a charge, and under any other. */
  readonly charge: {
    readonly same: number;
    readonly other: number;
    readonly share: number;
    readonly shares: Readonly<Record<string, number>>;
  };
  readonly name: NameWeights;
  /** Of the words that agree, the share in another spelling. */
  readonly variants: number;
  /** How many pairs those expectations are worth. */
  readonly strength: number;
  /** Of a list, the share that is expected in the other one. */
  readonly overlap: number;
  /** Kin that die together: how many a person has in the other list, and how often surname, day and place agree. */
  readonly kin: KinWeights;
  /**
   * probability = 1 / (1 + 2^-(slope × bits)); `offset` bits are what the parts together say too little, `contested` where
   * the rows of a list then contest each other. What comes out near `at` is then so many bits too little.
   */
  readonly calibration: {
    readonly slope: number;
    readonly offset: number;
    readonly contested: number;
    readonly middle: { readonly height: number; readonly at: number; readonly width: number };
  };
  /** Probability from which a pair is the same person, and from which it is shown at all. */
  readonly same: number;
  readonly unsure: number;
};

/** In bits. */
export type NameWeights = {
  readonly exact: number;
  readonly variant: number;
  readonly initial: number;
  /** Cost of a spelling at which a word is as likely another name. */
  readonly slip: number;
  readonly extraFirst: number;
  readonly extraMore: number;
  readonly weakExtra: number;
  readonly conflictFirst: number;
  /** Of given names of two words that share the other one. */
  readonly conflictGiven: number;
  readonly conflictLast: number;
  readonly conflictMore: number;
  /** Words in another order; words of a given name in another order before one surname. */
  readonly crossed: number;
  readonly exchanged: number;
  readonly single: number;
  readonly mostPerToken: number;
};

export type KinWeights = {
  readonly expected: number;
  readonly date: readonly number[];
  readonly place: readonly number[];
  readonly surname: number;
  /** Share of kin who are named alike, as cousins after one grandfather. */
  readonly given: number;
};

type TwoScripts = { readonly latin: string; readonly persian: string };

type LinkingFile = {
  readonly kind: "linking";
  readonly letters: LetterRows;
  readonly titles: readonly {
    readonly kind: string;
    readonly latin: string;
    readonly persian: string;
  }[];
  readonly joins: TwoScripts;
  readonly kinWords: TwoScripts;
  readonly siblings: TwoScripts;
  readonly beforeSiblings: TwoScripts;
  readonly bound: {
    readonly before: TwoScripts;
    readonly behind: TwoScripts;
    readonly ending: TwoScripts;
  };
  readonly surnameEnds: { readonly rows: readonly EndRow[] };
  readonly fatherWords: TwoScripts;
  readonly given: TwoScripts & { readonly spellings: string };
  readonly aliases: { readonly latin: readonly string[]; readonly persian: readonly string[] };
  readonly noNames: TwoScripts;
  readonly nicknames: { readonly rows: readonly Nickname[] };
  readonly placeWords: PlaceWords;
  readonly weights: Weights;
};

type SpellingFile = {
  readonly kind: "spellings";
  readonly items: readonly { readonly fa: string; readonly latin: string }[];
};

type CostFile = {
  readonly kind: "letter-costs";
  readonly tables: Readonly<Record<"latin" | "persian" | "cross", CostRows>>;
};

type CostRows = {
  readonly swap: number;
  readonly drop: number;
  readonly add: number;
  /** "ab:1.5": a written as b costs 1.5 bits; "a-:1" a left out; "-a:1" a put in. */
  readonly costs: string;
};

/** Makes the model of a country pack. Several countries are one table of words; letters and costs are those of the first. */
export function compileLinkModel(rows: Readonly<Record<string, unknown>>): LinkModel {
  const files = Object.values(rows);
  const linking = files.find(isLinking);
  const costs = files.find(isCosts);
  if (linking === undefined || costs === undefined)
    throw new Failure(
      "unavailable",
      "No pack says how names are linked; install the package again (npm ci)",
    );
  const letters = compileLetters(linking.letters);
  const weak = new Map<string, WeakWord>();
  for (const row of linking.titles)
    for (const word of `${row.latin} ${row.persian}`.split(" "))
      for (const token of foldForSearch(word).split(" ")) weak.set(token, { kind: row.kind });
  const aliases = [...linking.aliases.latin, ...linking.aliases.persian]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
  const spellings = [
    ...files.filter(isSpellings).flatMap((file) => file.items),
    ...readGiven(linking.given.spellings),
  ];
  return {
    letters,
    weak,
    join: linking.joins.latin.split(" ")[0] ?? "",
    kinWords: firstWords(linking.kinWords),
    siblings: firstWords(linking.siblings),
    beforeSiblings: firstWords(linking.beforeSiblings),
    joins: foldScripts(linking.joins),
    bound: {
      before: readAsFirst(linking.bound.before),
      behind: foldScripts(linking.bound.behind),
      ending: foldScripts(linking.bound.ending),
    },
    surnameEnd: compileSurnameEnds(linking.surnameEnds.rows),
    fatherWords: foldScripts(linking.fatherWords),
    given: new Set([...givenNames(files), ...foldScripts(linking.given)]),
    alias: new RegExp(`(?:^|[\\s,;])(?:${aliases.join("|")})(?=[\\s:]|$)`, "iu"),
    aliasWords: foldedWords([...linking.aliases.latin, ...linking.aliases.persian].join(" ")),
    noNames: foldScripts(linking.noNames),
    costs: {
      latin: compileCosts(costs.tables.latin),
      persian: compileCosts(costs.tables.persian),
      cross: compileCosts(costs.tables.cross),
    },
    spellings: compileSpellings(spellings, letters, linking.nicknames.rows),
    places: compilePlaces(rows, linking.placeWords, letters),
    charges: compileCharges(rows, linking.weights.charge),
    weights: linking.weights,
  };
}

function foldScripts({ latin, persian }: TwoScripts): ReadonlySet<string> {
  return foldedWords(`${latin} ${persian}`);
}

/** Of what is written as two words the first: the other one is a name's, as the end of "Torkash Zadeh". */
function firstWords({ latin, persian }: TwoScripts): ReadonlySet<string> {
  const words = `${latin} ${persian}`.split(" ");
  return new Set(words.map((word) => (foldForSearch(word) || word).split(" ")[0] ?? word));
}

/** "فریده:farideh,farida ندا:neda": given names in both scripts. */
function readGiven(rows: string): readonly { readonly fa: string; readonly latin: string }[] {
  return rows.split(" ").map((row) => {
    const [fa = "", latin = ""] = row.split(":");
    return { fa: foldForSearch(fa), latin: latin.replaceAll(",", " ") };
  });
}

/** Every word with the first one of its script. */
function readAsFirst(words: TwoScripts): ReadonlyMap<string, string> {
  return new Map(
    [words.latin, words.persian].flatMap((row) => {
      const all = [...foldedWords(row)];
      return all.map((word) => [word, all[0] ?? word] as const);
    }),
  );
}

function givenNames(files: readonly unknown[]): ReadonlySet<string> {
  const names = files.filter(isNames).flatMap(({ items }) => items);
  return foldedWords(
    names
      .filter((item) => item.kind?.startsWith("given"))
      .flatMap((item) => [item.fa, ...item.variants_latin, ...item.variants_fa])
      .filter((name) => !name.includes(" "))
      .join(" "),
  );
}

type NameFile = {
  readonly items: readonly {
    readonly kind: string;
    readonly fa: string;
    readonly variants_latin: readonly string[];
    readonly variants_fa: readonly string[];
  }[];
};

function isNames(content: unknown): content is NameFile {
  return isKind(content, "names") && isItems(content);
}

function isItems(content: unknown): boolean {
  return (
    typeof content === "object" &&
    content !== null &&
    "items" in content &&
    Array.isArray(content.items)
  );
}

function foldedWords(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").flatMap((word) => (foldForSearch(word) || word).split(" ")));
}

function compileCosts(rows: CostRows): CostTable {
  const table = new Float32Array(SOUNDS * SOUNDS).fill(rows.swap);
  for (let sound = 0; sound < SOUNDS; sound++) {
    table[sound] = rows.add;
    table[sound * SOUNDS] = rows.drop;
    table[sound * SOUNDS + sound] = 0;
  }
  for (const [pair, cost] of readPairs(rows.costs)) {
    const [from = 0, to = 0] = Array.from(pair, (letter) =>
      letter === "-" ? 0 : letter.charCodeAt(0) & 127,
    );
    table[from * SOUNDS + to] = Number(cost);
  }
  return table;
}

function isKind(content: unknown, kind: string): boolean {
  return (
    typeof content === "object" && content !== null && "kind" in content && content.kind === kind
  );
}
function isLinking(content: unknown): content is LinkingFile {
  return isKind(content, "linking");
}
function isSpellings(content: unknown): content is SpellingFile {
  return isKind(content, "spellings");
}
function isCosts(content: unknown): content is CostFile {
  return isKind(content, "letter-costs");
}
