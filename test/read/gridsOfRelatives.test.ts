/** Relative clauses tell of the noun they hang on: never of the one who wept for him, wrote to him or stood beside him. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

type Grid = {
  readonly language: string;
  readonly somebody: string;
  /** Words before and behind the noun with its clause. */
  readonly around: readonly (readonly [string, string])[];
  /** A noun, and the name that is told of with it; null for nobody by name, "?" where either may be meant. */
  readonly nouns: readonly (readonly [string, string | null])[];
  readonly clauses: readonly (readonly [string, string])[];
  /** Sentences of which nothing, or not the name, is told. */
  readonly mostLost: number;
};

const NAME = "Omid Behrang";
const NAME_FA = "امید بهرنگ";

const GRIDS: readonly Grid[] = [
  {
    language: "en",
    somebody: "Behnam Karimzad",
    around: [
      ["wept for", "."],
      ["mourned", "."],
      ["wrote to", ", on Monday."],
      ["shared a cell with", ", and was later freed."],
      ["is the lawyer of", "."],
      ["lost", "."],
      ["was standing beside", "."],
    ],
    nouns: [
      ["his son", null],
      [`his son, ${NAME},`, NAME],
      [`his brother ${NAME},`, NAME],
      [`${NAME},`, NAME],
      ["a friend", null],
      ["two of his cousins", null],
      [`the mother of ${NAME},`, "?"],
    ],
    clauses: [
      ["who was hanged in Tabas", "execution"],
      ["who had been sentenced to death", "death-sentence"],
      ["who was shot dead by police", "killing"],
      ["who died in custody", "death-in-custody"],
      ["who was arrested in May", "arrest"],
      ["executed in 2022", "execution"],
      ["hanged last week", "execution"],
    ],
    mostLost: 0.05,
  },
  {
    language: "fa",
    somebody: "بهنام کریم‌زاد",
    around: [
      ["برای", "گریست."],
      ["با", "دیدار کرد."],
      ["درباره", "سخن گفت."],
      ["به", "نامه نوشت."],
      ["از", "دفاع کرد."],
      ["در کنار", "ایستاده بود."],
    ],
    nouns: [
      ["پسرش", null],
      [`پسرش ${NAME_FA}`, NAME_FA],
      [`برادر خود ${NAME_FA}`, NAME_FA],
      [NAME_FA, NAME_FA],
      ["دوستی", null],
      ["یکی از هم‌بندانش", null],
      [`مادر ${NAME_FA}`, "?"],
      ["مردی", null],
    ],
    clauses: [
      ["که در طبس اعدام شد", "execution"],
      ["که سال گذشته به دار آویخته شد", "execution"],
      ["که به اعدام محکوم شده بود", "death-sentence"],
      ["که با شلیک پلیس کشته شد", "killing"],
      ["که در بازداشت جان باخت", "death-in-custody"],
      ["که در خرداد بازداشت شد", "arrest"],
    ],
    mostLost: 0.1,
  },
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted"]);

for (const grid of GRIDS) {
  test(`a relative clause (${grid.language}) is of its noun, never of whom the sentence is about`, () => {
    const wrong: string[] = [];
    const lost: string[] = [];
    let all = 0;
    for (const [before, behind] of grid.around)
      for (const [noun, name] of grid.nouns)
        for (const [clause, kind] of grid.clauses) {
          const joint = /^[.,]/u.test(behind) ? "" : " ";
          const sentence = `${grid.somebody} ${before} ${noun} ${clause}${joint}${behind}`;
          all++;
          const claims = trace(sentence, grid.language).filter(
            ({ claim }) => claim.kind === kind && claim.modality === "happened",
          );
          const told = claims.flatMap(({ claim }) =>
            claim.persons.flatMap((person) => (CONCERNED.has(person.role) ? [person.name] : [])),
          );
          if (told.includes(grid.somebody)) wrong.push(sentence);
          else if (claims.length === 0 || (name !== null && name !== "?" && !told.includes(name)))
            lost.push(sentence);
        }
    assert.deepEqual(wrong, []);
    assert.ok(lost.length <= grid.mostLost * all, lost.join("\n"));
  });
}

test("a clause on a noun that no row knows is not of the one named before it", () => {
  const sentences = [
    "Behnam Karimzad met linguists who were later executed.",
    "Behnam Karimzad wrote about a falconer who was hanged in 1982.",
    "Behnam Karimzad spoke for beekeepers who were arrested in May.",
    "Behnam Karimzad defended jugglers who were sentenced to death.",
    "Behnam Karimzad met linguists later executed in Tabas.",
    "Behnam Karimzad passed on the names of geologists who were later killed.",
  ];
  const told = sentences.filter((sentence) =>
    trace(sentence, "en").some(({ claim }) =>
      claim.persons.some(({ name, role }) => CONCERNED.has(role) && name === "Behnam Karimzad"),
    ),
  );
  assert.deepEqual(told, []);
});
