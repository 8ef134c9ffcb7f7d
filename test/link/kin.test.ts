import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { linkOneList } from "../../src/link/linkOneList.ts";
import { matchLists } from "../../src/link/matchLists.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

/** Given names of brothers and sisters, or of others who die on the same day in the same place with the same surname. */
const GIVEN: readonly (readonly [latin: string, persian: string])[][] = [
  [
    ["Amir", "امیر"],
    ["Armin", "آرمین"],
    ["Amin", "امین"],
  ],
  [
    ["Mahmoud", "محمود"],
    ["Mohammad", "محمد"],
    ["Ahmad", "احمد"],
  ],
  [
    ["Hassan", "حسن"],
    ["Hossein", "حسین"],
    ["Mohsen", "محسن"],
  ],
  [
    ["Hamid", "حمید"],
    ["Hamed", "حامد"],
    ["Omid", "امید"],
  ],
  [
    ["Mehrdad", "مهرداد"],
    ["Mehrzad", "مهرزاد"],
    ["Mehran", "مهران"],
  ],
  [
    ["Farhad", "فرهاد"],
    ["Farzad", "فرزاد"],
    ["Farshad", "فرشاد"],
  ],
  [
    ["Navid", "نوید"],
    ["Vahid", "وحید"],
    ["Saeed", "سعید"],
  ],
  [
    ["Masoud", "مسعود"],
    ["Majid", "مجید"],
    ["Masoumeh", "معصومه"],
  ],
  [
    ["Naser", "ناصر"],
    ["Yaser", "یاسر"],
    ["Nader", "نادر"],
  ],
  [
    ["Jalil", "جلیل"],
    ["Khalil", "خلیل"],
    ["Jamil", "جمیل"],
  ],
];
const SURNAMES: readonly (readonly [latin: string, persian: string])[] = [
  ["Torkashi", "ترکاشی"],
  ["Gholamzehi", "غلام‌زهی"],
  ["Delavarpour", "دلاورپور"],
  ["Mohammadi", "محمدی"],
];
const SCRIPTS = ["latin", "persian", "across", "both"] as const;

for (const script of SCRIPTS)
  test(`matchLists() never says of kin who die together that they are one (${script})`, () => {
    const a: Cells[] = [];
    const b: Cells[] = [];
    GIVEN.forEach((given, family) => {
      const surname = SURNAMES[family % SURNAMES.length] ?? ["", ""];
      const shared: Cells = { date: `2022-10-${10 + family}`, city: "Rasht", province: "Gilan" };
      given.forEach(([latin, persian], child) => {
        const name = `${latin} ${surname[0]}`;
        const nameFa = `${persian} ${surname[1]}`;
        const isLeft = child === 0;
        if (script === "both") (isLeft ? a : b).push({ ...shared, name, nameFa });
        else if (script === "latin" || (script === "across" && isLeft))
          (isLeft ? a : b).push({ ...shared, name });
        else (isLeft ? a : b).push({ ...shared, nameFa });
      });
    });
    /** Among lists of others, as large and as small as lists are. */
    for (const made of [SCENARIOS[1], SCENARIOS[3]]) {
      assert.ok(made);
      const others = makeLists(made, loadRows());
      const pairs = matchLists(
        [...makeRecords("kinA", a), ...others.a],
        [...makeRecords("kinB", b), ...others.b],
        linkModel,
      );
      const wrong = pairs.filter(
        (pair) =>
          pair.a.startsWith("kinA") && pair.b.startsWith("kinB") && pair.decision === "same",
      );
      assert.deepEqual(
        wrong.map((pair) => `${pair.why[0]?.a} · ${pair.why[0]?.b} ${pair.probability}`),
        [],
      );
    }
  });

test("matchLists() never says of brothers in a crowd that they are one, where given names of two words share one", () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["Mohammad Reza", "Mohammad Amin"],
    ["Amir Hossein", "Amir Ali"],
    ["Ali Akbar", "Ali Asghar"],
    ["Gholamreza", "Gholam Ali"],
    ["Mohammadreza", "Mohammad Amin"],
    ["محمد رضا", "محمد امین"],
  ];
  for (const size of [6, 20, 100]) {
    const others = (turn: number): Cells[] =>
      Array.from({ length: size }, (_, at) => ({
        name: `${["Barzan", "Nalin", "Sohrab", "Dara"][(at + turn) % 4]} ${["Delavari", "Karkani", "Tabandeh"][at % 3]}${["", "far", "nia"][(at >> 2) % 3]}`,
        age: 18 + ((at * 7) % 40),
        date: "2022-09-30",
        city: "Zahedan",
      }));
    for (const [one, other] of pairs) {
      const isPersian = one.startsWith("محمد");
      const cells = (given: string, age: number): Cells => ({
        ...(isPersian ? { nameFa: `${given} ترکاشی` } : { name: `${given} Torkashi` }),
        age,
        date: "2022-09-30",
        city: "Zahedan",
      });
      for (const age of [24, 22]) {
        const found = matchLists(
          makeRecords("a", [cells(one, 22), ...others(0)]),
          makeRecords("b", [cells(other, age), ...others(1)]),
          linkModel,
        ).find(({ a, b }) => a === "a1" && b === "b1");
        assert.notEqual(found?.decision, "same", `${one} ${other}, ${age} among ${size}`);
      }
    }
  }
});

test("matchLists() leaves two known given names of one family to a person, whatever else agrees", () => {
  const names = [
    ["Hassan", "حسن", "Hossein", "حسین"],
    ["Ali", "علی", "Reza", "رضا"],
    ["Kamal", "کمال", "Jamal", "جمال"],
    ["Jamal", "جمال", "Jamil", "جمیل"],
    ["Vahid", "وحید", "Vahideh", "وحیده"],
    ["Nasrin", "نسرین", "Nastaran", "نسترن"],
    ["Mina", "مینا", "Minoo", "مینو"],
    ["Reza", "رضا", "Rezvan", "رضوان"],
    ["Mohammad Hassan", "محمد حسن", "Ali Reza", "علی رضا"],
  ] as const;
  const cells = (latin: string, persian: string, script: number): Cells => ({
    ...(script === 1 ? {} : { name: `${latin} Torkashi` }),
    ...(script === 0 ? {} : { nameFa: `${persian} ترکاشی` }),
    age: 22,
    date: "2022-10-12",
    city: "Rasht",
    father: "Rahim",
  });
  const others = (prefix: string) =>
    makeRecords(
      prefix,
      Array.from({ length: 60 }, (_, at) => ({
        name: `Nalin Karkani${at}`,
        date: `2022-09-${10 + (at % 20)}`,
        city: "Zahedan",
      })),
    );
  for (const [latin, persian, otherLatin, otherPersian] of names)
    for (const script of [0, 1, 2])
      for (const crowd of [false, true]) {
        const found = matchLists(
          [...makeRecords("a", [cells(latin, persian, script)]), ...(crowd ? others("c") : [])],
          [
            ...makeRecords("b", [cells(otherLatin, otherPersian, script)]),
            ...(crowd ? others("d") : []),
          ],
          linkModel,
        ).find(({ a, b }) => a === "a1" && b === "b1");
        assert.notEqual(found?.decision, "same", `${latin} ${otherLatin} ${script}`);
      }
  const one = (name: string) => makeRecords("a", [{ ...cells("", "", 0), name }]);
  const kept = [
    ["Mohammad Reza Torkashi", "Reza Torkashi"],
    ["Hassan Torkashi", "Hasan Torkashi"],
    ["Saeed Torkashi", "Saeid Torkashi"],
    ["Leila Torkashi", "Leyla Torkashi"],
    ["Hossein (known as Reza) Torkashi", "Reza Torkashi"],
  ] as const;
  for (const [name, other] of kept) {
    const [pair] = matchLists(one(name), one(other), linkModel);
    assert.equal(pair?.decision, "same", `${name} ${other}`);
  }
});

test("linkOneList() makes no one of brothers through a third who fits both", () => {
  const shared: Cells = { age: 22, date: "2022-10-12", city: "Rasht", province: "Gilan" };
  const others = Array.from({ length: 40 }, (_, at) => ({
    name: `Nalin Karkani${at}`,
    date: `2022-09-${10 + (at % 20)}`,
  }));
  for (const third of ["H. Torkashi", "Torkashi", "Hosan Torkashi"]) {
    const names = ["Hassan Torkashi", "Hossein Torkashi", third];
    const { people } = linkOneList(
      makeRecords("a", [...names.map((name) => ({ ...shared, name })), ...others]),
      linkModel,
      { isOneList: false },
    );
    assert.ok(!people.some((ids) => ids.includes("a1") && ids.includes("a2")), third);
  }
});

test("matchLists() leaves a pair whose ages are far apart to a person, however rare the name", () => {
  const others: Cells[] = [{ name: "Nalin Karkani", age: 31 }, { name: "Dara Tabandeh" }];
  const cells = (age: number): Cells => ({
    name: "Barzan Torkashpour",
    age,
    date: "2022-09-30",
    city: "Zahedan",
  });
  const [pair] = matchLists(
    makeRecords("a", [cells(25), ...others]),
    makeRecords("b", [cells(55)]),
    linkModel,
  );
  assert.equal(pair?.decision, "unsure");
});
