import { foldForSearch } from "../../../src/base/foldForSearch.ts";
import { rowsOf, type PackRows } from "../../../src/flow/loadPacks.ts";
import type { Chance } from "./chance.ts";

/** A word of a name: in Persian, and how it is spelled in Latin letters, by weight. */
export type NameWord = {
  readonly persian: string;
  readonly latin: readonly (readonly [string, number])[];
};

export type NameWords = {
  readonly men: readonly (readonly [NameWord, number])[];
  readonly women: readonly (readonly [NameWord, number])[];
  readonly surnames: readonly (readonly [NameWord, number])[];
  readonly makeSurname: (chance: Chance, tribal: boolean) => NameWord;
};

const SUFFIXES: readonly (readonly [NameWord, number])[] = [
  [
    {
      persian: "ی",
      latin: [
        ["i", 85],
        ["y", 10],
        ["ee", 5],
      ],
    },
    40,
  ],
  [
    {
      persian: "پور",
      latin: [
        ["pour", 70],
        ["pur", 15],
        ["poor", 15],
      ],
    },
    14,
  ],
  [
    {
      persian: "زاده",
      latin: [
        ["zadeh", 90],
        ["zade", 10],
      ],
    },
    14,
  ],
  [
    {
      persian: "نژاد",
      latin: [
        ["nejad", 85],
        ["nezhad", 15],
      ],
    },
    8,
  ],
  [
    {
      persian: "یان",
      latin: [
        ["ian", 80],
        ["yan", 20],
      ],
    },
    8,
  ],
  [
    {
      persian: "وند",
      latin: [
        ["vand", 95],
        ["wand", 5],
      ],
    },
    6,
  ],
  [
    {
      persian: "نیا",
      latin: [
        ["nia", 75],
        ["niya", 25],
      ],
    },
    5,
  ],
  [
    {
      persian: "فر",
      latin: [
        ["far", 90],
        ["fard", 10],
      ],
    },
    5,
  ],
];
const TRIBAL: NameWord = {
  persian: "زهی",
  latin: [
    ["zehi", 75],
    ["zahi", 15],
    ["zai", 10],
  ],
};

/** The words of the packs as given names and surnames; surnames that are not there are made of given names and endings. */
export function readNameWords(rows: PackRows): NameWords {
  const given = rowsOf(rows["lang/fa/names-given.json"]) as readonly {
    id: string;
    words: string;
  }[];
  const folded = (id: string) =>
    new Set(
      given
        .filter((row) => row.id === id)
        .flatMap((row) => row.words.split(" ").map(foldForSearch)),
    );
  const women = folded("fa-given-2");
  const men = folded("fa-given-1");
  const words = (
    rowsOf(rows["country/ir/spellings.json"]) as readonly { fa?: string; latin?: string }[]
  )
    .flatMap((row) =>
      row.fa === undefined || row.latin === undefined ? [] : [{ fa: row.fa, latin: row.latin }],
    )
    .map(({ fa, latin }): readonly [NameWord, number] => {
      const spellings = latin.split(" ").map((text): readonly [string, number] => {
        const [word = "", count = "1"] = text.split(":");
        return [word, Number(count)];
      });
      const total = spellings.reduce((sum, [, count]) => sum + count, 0);
      return [{ persian: fa.split(" ")[0] ?? fa, latin: spellings }, total];
    });
  const isSurname = (word: string) => /(?:ی|پور|زاده|نژاد|یان|وند|لو|نیا|فر)$/u.test(word);
  const menOf = words.filter(([word]) => men.has(word.persian));
  const surnames = words.filter(
    ([word]) => !men.has(word.persian) && !women.has(word.persian) && isSurname(word.persian),
  );
  const bases = menOf.filter(([word]) => word.persian.length > 3 && !/[یهو]$/u.test(word.persian));
  return {
    men: menOf,
    women: words.filter(([word]) => women.has(word.persian)),
    surnames,
    makeSurname(chance, tribal) {
      const base = chance.pick(bases)[0];
      const suffix = tribal ? TRIBAL : chance.weighted(SUFFIXES);
      return {
        persian: base.persian + suffix.persian,
        latin: base.latin.flatMap(([a, x]) =>
          suffix.latin.map(([b, y]): readonly [string, number] => [a + b, x * y]),
        ),
      };
    },
  };
}
