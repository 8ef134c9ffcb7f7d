import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** Who is said to live, and how; empty where nobody is. All people are invented. */
function livingIn(language: string, sentence: string): string {
  const { claims } = readClaims(makeDocument(sentence, { language }), openPacks);
  return claims
    .filter(({ notes }) => notes.some(({ code }) => code === "sign-of-life"))
    .map(({ kind, modality, persons }) => {
      const victims = persons.filter(({ role }) => role === "victim").map(({ name }) => name);
      return `${kind} ${modality} ${victims.join("; ")}`;
    })
    .join(" | ");
}

const SIGNS: readonly (readonly [language: string, sentence: string, told: string])[] = [
  ["en", "Navid Tahmasian is alive, his brother said.", "other ongoing Navid Tahmasian"],
  [
    "en",
    "Navid Tahmasian, 32, a teacher from Tabas, is still alive.",
    "other ongoing Navid Tahmasian",
  ],
  [
    "en",
    "His lawyer says Navid Tahmasian is alive and well in Evin Prison.",
    "other ongoing Navid Tahmasian",
  ],
  ["en", "Prison officials said that Navid Tahmasian was alive.", "other ongoing Navid Tahmasian"],
  ["en", "Navid Tahmasian remains alive, the family said.", "other ongoing Navid Tahmasian"],
  [
    "en",
    "Navid Tahmasian telephoned his family from Evin Prison on Tuesday.",
    "other happened Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian spoke to his wife by phone from Evin Prison.",
    "other happened Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian was transferred from Evin to Ghezel Hesar Prison on 3 May 2025.",
    "other happened Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian, held in Evin Prison, appeared in court on Tuesday.",
    "other happened Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian was seen in court on Tuesday, a cellmate in Evin Prison said.",
    "other happened Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian was jailed in May. His brother said he is alive.",
    "other ongoing Navid Tahmasian",
  ],
  ["en", "It later emerged that Navid Tahmasian was still alive.", "other ongoing Navid Tahmasian"],
  ["en", "Contrary to earlier reports, Navid Tahmasian is alive.", "other ongoing Navid Tahmasian"],
  [
    "en",
    "Navid Tahmasian made a phone call to his family from Evin Prison.",
    "other happened Navid Tahmasian",
  ],
  ["en", "Nobody knows whether Navid Tahmasian is alive.", "other hypothetical Navid Tahmasian"],
  [
    "en",
    "If Navid Tahmasian is alive, his family wants to see him.",
    "other hypothetical Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian may still be alive, his mother believes.",
    "other hypothetical Navid Tahmasian",
  ],
  ["en", "Navid Tahmasian is no longer alive.", "other negated Navid Tahmasian"],
  ["en", "Navid Tahmasian is not alive.", "other negated Navid Tahmasian"],
  ["fa", "نوید طهماسیان زنده است.", "other ongoing نوید طهماسیان"],
  ["fa", "نوید طهماسیان، ۳۲ ساله، زنده است.", "other ongoing نوید طهماسیان"],
  ["fa", "به گفته منابع مطلع، نوید طهماسیان زنده است.", "other ongoing نوید طهماسیان"],
  ["fa", "وکیل او اعلام کرد نوید طهماسیان در قید حیات است.", "other ongoing نوید طهماسیان"],
  ["fa", "برادر نوید طهماسیان گفت که او زنده است.", "other ongoing نوید طهماسیان"],
  [
    "fa",
    "نوید طهماسیان روز سه‌شنبه از زندان اوین با خانواده خود تماس گرفت.",
    "other happened نوید طهماسیان",
  ],
  ["fa", "نوید طهماسیان به زندان قزلحصار منتقل شد.", "other happened نوید طهماسیان"],
  [
    "fa",
    "نوید طهماسیان از زندان اوین به زندان قزلحصار کرج انتقال یافت.",
    "other happened نوید طهماسیان",
  ],
  ["fa", "مأموران نوید طهماسیان را به زندان قزلحصار منتقل کردند.", "other happened نوید طهماسیان"],
  [
    "fa",
    "نوید طهماسیان روز دوشنبه از زندان وکیل‌آباد با مادرش تلفنی صحبت کرد.",
    "other happened نوید طهماسیان",
  ],
  [
    "fa",
    "نوید طهماسیان، زندانی محکوم به اعدام، روز دوشنبه در شعبه ۲ دادگاه انقلاب حاضر شد.",
    "other happened نوید طهماسیان",
  ],
  [
    "fa",
    "اگر نوید طهماسیان زنده است چرا خانواده‌اش او را نمی‌بینند؟",
    "other hypothetical نوید طهماسیان",
  ],
  // Whom a relative or lawyer calls theirs.
  [
    "en",
    "The wife of Navid Tahmasian said that her husband is alive.",
    "other ongoing Navid Tahmasian",
  ],
  [
    "en",
    "Navid Tahmasian's lawyer said his client is alive and in Evin prison.",
    "other ongoing Navid Tahmasian",
  ],
  [
    "fa",
    "مادر نوید طهماسیان که گفته می‌شد کشته شده، اعلام کرد پسرش زنده است.",
    "other ongoing نوید طهماسیان",
  ],
  [
    "fa",
    "مادر نوید طهماسیان که گفته می‌شد کشته شده، اعلام کرد پسرش در بازداشت است و دیشب تلفن زده است.",
    "other happened نوید طهماسیان",
  ],
  ["fa", "همسر نوید طهماسیان گفت شوهرش زنده است.", "other ongoing نوید طهماسیان"],
  ["fa", "وکیل نوید طهماسیان گفت موکلش زنده است.", "other ongoing نوید طهماسیان"],
  [
    "fa",
    "نوید طهماسیان در زندان اوین است و روز دوشنبه به خانه تلفن زده است.",
    "other happened نوید طهماسیان",
  ],
  ["fa", "نوید طهماسیان دیشب از زندان اوین تلفن زده است.", "other happened نوید طهماسیان"],
  ["fa", "سهیل پاک‌روان زنده است.", "other ongoing سهیل پاک‌روان"],
];

for (const [language, sentence, told] of SIGNS)
  test(`${told}: ${sentence}`, () => assert.equal(livingIn(language, sentence), told));

/** Nobody is said to live here, whatever the words. */
const NO_SIGNS: readonly (readonly [language: string, sentence: string])[] = [
  ["en", "Navid Tahmasian was last seen alive in March."],
  ["en", "Navid Tahmasian's memory is alive."],
  ["en", "The memory of Navid Tahmasian is alive."],
  ["en", "Navid Tahmasian is alive in our hearts."],
  ["en", "Navid Tahmasian was buried alive."],
  ["en", "Navid Tahmasian was wanted dead or alive."],
  ["en", "Navid Tahmasian was burned alive by a mob."],
  ["en", "Navid Tahmasian's brother is alive."],
  ["en", "The hopes of Navid Tahmasian's mother are still alive."],
  ["en", "As long as Navid Tahmasian is alive, there is hope."],
  ["en", "Relatives do not know if Navid Tahmasian is alive or dead."],
  ["en", "The murderer of Navid Tahmasian is alive."],
  ["en", "Doctors kept Navid Tahmasian alive for two days."],
  ["en", "Justice for Navid Tahmasian is alive."],
  ["en", "The family wants proof that Navid Tahmasian is alive."],
  ["en", "Navid Tahmasian was alive when he was taken to hospital."],
  ["en", "Lawyer Omid Sadrian telephoned his client in prison on Tuesday."],
  ["en", "The judge Omid Sadrian appeared in court on Tuesday with the prisoner."],
  ["en", "Navid Tahmasian's mother phoned the prison on Monday."],
  ["en", "Her son is alive."],
  ["en", "Navid Tahmasian's mother said her other son is alive."],
  ["en", "Navid Tahmasian said his son is alive."],
  ["en", "Navid Tahmasian's neighbour said her son is alive."],
  ["en", "Navid Tahmasian was hanged. His father said his other son is alive."],
  ["fa", "پسرش زنده است."],
  ["fa", "مادر نوید طهماسیان گفت پسر دیگرش زنده است."],
  ["fa", "نوید طهماسیان گفت پسرش زنده است."],
  ["fa", "همسایه نوید طهماسیان گفت پسرش زنده است."],
  ["fa", "مادر نوید طهماسیان دیشب به زندان تلفن زده است."],
  ["fa", "نوید طهماسیان در زندان است و مادرش دیشب تلفن زده است."],
  ["fa", "نوید طهماسیان در زندان اوین است و وکیلش روز دوشنبه تلفن زده است."],
  ["fa", "بازجوی نوید طهماسیان در زندان اوین است و روز دوشنبه تلفن زده است."],
  ["fa", "یاد نوید طهماسیان زنده است."],
  ["fa", "نام نوید طهماسیان زنده است."],
  ["fa", "نوید طهماسیان در دل ما زنده است."],
  ["fa", "نوید طهماسیان زنده نیست."],
  ["fa", "معلوم نیست نوید طهماسیان زنده است یا نه."],
  ["fa", "خانواده‌اش نمی‌دانند نوید طهماسیان زنده است یا مرده."],
  ["fa", "مادر نوید طهماسیان با زندان تماس گرفت."],
  ["fa", "مأموران پیکر نوید طهماسیان را به زندان منتقل کردند."],
  ["fa", "خبرنگار ما با خانواده نوید طهماسیان که در زندان است تماس گرفت."],
  ["fa", "قاتل نوید طهماسیان زنده است."],
  ["fa", "کاش نوید طهماسیان زنده بود."],
  ["fa", "تا نوید طهماسیان زنده است امید هست."],
  ["fa", "نوید طهماسیان زنده به گور شد."],
  ["fa", "مادر نوید طهماسیان امیدوار است که او زنده است."],
  ["fa", "بهنام صادقیان، وکیل نوید طهماسیان، با زندان تماس گرفت."],
];

for (const [language, sentence] of NO_SIGNS)
  test(`no sign of life: ${sentence}`, () => assert.equal(livingIn(language, sentence), ""));
