import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** "They", and who of those told of before can have done it. All people are invented. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "en",
    "Navid Zand and Omid Rad broke into the house. They killed Leili Ahmadpour.",
    ["Navid Zand", "Omid Rad"],
  ],
  [
    "en",
    "Navid Zand and Omid Rad were hanged in Karun.\n\nHer family rejected the suicide of Leili Ahmadpour; they say they killed her.",
    [],
  ],
  [
    "fa",
    "جواد شهبازی و منوچهر صفری وارد خانه شدند. آنان لیلی احمدپور را کشتند.",
    ["جواد شهبازی", "منوچهر صفری"],
  ],
  [
    "fa",
    "جواد شهبازی و منوچهر صفری در زندان بروجرد اعدام شدند.\n\nخودکشی لیلی احمدپور از سوی خانواده‌اش تکذیب شد؛ آنان می‌گویند او را کشته‌اند.",
    [],
  ],
];

test("readClaims() makes nobody of another paragraph a killer by 'they'", () => {
  const wrong = CASES.filter(([language, text, expected]) => {
    const killings = trace(text, language).filter(({ claim }) => claim.kind === "killing");
    const doers = killings.flatMap(({ claim }) =>
      claim.persons.flatMap(({ role, name }) => (role === "alleged-perpetrator" ? [name] : [])),
    );
    return killings.length === 0 || doers.join() !== expected.join();
  });
  assert.deepEqual(wrong, []);
});

test("readClaims() ties nobody named to as many others of a kind", () => {
  const named = "Navid Zand and Omid Rad were hanged in Karun on Monday.";
  const ties = (text: string): number =>
    trace(text).filter(({ claim }) => claim.sameAs.length > 0).length;
  assert.equal(ties(`${named}\n\nTwo spies were executed.`), 0);
  assert.equal(ties(`Two teachers hanged in Karun\n\n${named}`), 2);
});

test("readClaims() makes nobody who was held a doer of what those did who held him", () => {
  const texts = [
    "Omid Rad was held after agents searched his house and beat his brother.",
    "Omid Rad was arrested in May after security forces raided his home and confiscated laptops.",
    "Omid Rad was shot after gunmen stormed the shop and killed two neighbours.",
    "Omid Rad was jailed after the militia entered Karun and killed two villagers.",
  ];
  const doers = texts.filter((text) =>
    trace(text).some(({ claim }) =>
      claim.persons.some(({ role }) => role === "alleged-perpetrator"),
    ),
  );
  assert.deepEqual(doers, []);
  const [own] = trace("Omid Rad killed a guard after police stormed his house.");
  assert.deepEqual(
    own?.claim.persons.map(({ role }) => role),
    ["alleged-perpetrator"],
  );
});

test("readClaims() makes nobody who tells of it a doer, nor one of what several did, where verbs stand last", () => {
  const texts = [
    "رضا خدایاری گفت پدرش را اعدام کردند.",
    "رضا خدایاری نوشت همکارش را کشتند.",
    "رضا خدایاری، برادر او، می‌گوید وی را اعدام کرده‌اند.",
    "رضا خدایاری افزود ماموران پدرش را زیر شکنجه کشتند.",
    "نسرین کریمی خوابیده بود و او را بازداشت کردند.",
    "نسرین کریمی درِ خانه را باز کرد و همسرش را کشتند.",
  ];
  const doersOf = (text: string): readonly string[] =>
    trace(text, "fa").flatMap(({ claim }) =>
      claim.persons.flatMap(({ role, name }) => (role === "alleged-perpetrator" ? [name] : [])),
    );
  assert.deepEqual(
    texts.filter((text) => doersOf(text).length > 0),
    [],
  );
  assert.deepEqual(doersOf("رضا خدایاری دو مامور را کشت."), ["رضا خدایاری"]);
  assert.deepEqual(doersOf("رضا خدایاری و حسن امیدی دو مامور را کشتند."), [
    "رضا خدایاری",
    "حسن امیدی",
  ]);
});
