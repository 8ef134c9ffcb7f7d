import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Lists and tables in which some are dead and others live: what stands over one list, or beside one row, is of no other. */
type List = {
  readonly name: string;
  readonly lang: "en" | "fa";
  readonly text: string;
  readonly told: readonly string[];
};

const LISTS: readonly List[] = [
  {
    name: "a status beside the verdict: quashed, carried out, pardoned",
    lang: "en",
    text: `# Verdicts of the month

| Name | Verdict | Status |
|---|---|---|
| Esmail Khaki | death | quashed |
| Kamal Naderi | death | carried out on 12 January 2025 |
| Omid Sarvari | death | not carried out |
| Latif Moradi | death | to be carried out on 3 May |
| Ayub Sistani | death | executed, then denied |
| Leila Pak | death | pardoned, released |
| Jalal Kermani | 5 years | on leave |`,
    told: [
      "death-sentence negated Esmail Khaki",
      "execution Kamal Naderi",
      "death-sentence Kamal Naderi",
      "death-sentence Omid Sarvari",
      "death-sentence Latif Moradi",
      "death-sentence Ayub Sistani",
      "clemency Leila Pak",
      "release Leila Pak",
      "death-sentence Leila Pak",
    ],
  },
  {
    name: "a status under the sentenced",
    lang: "en",
    text: `Sentenced to death in May:

| Name | Court | Status |
|---|---|---|
| Esmail Khaki | Tabas | quashed |
| Kamal Naderi | Tabas | carried out on 12 January 2025 |
| Omid Sarvari | Tabas | upheld |`,
    told: ["death-sentence Omid Sarvari"],
  },
  {
    name: "a heading that denies another kind than it tells",
    lang: "en",
    text: `## Sentenced to death, not executed

| Name | Court |
|---|---|
| Esmail Khaki | Tabas |
| Kamal Naderi | Tabas |`,
    told: ["death-sentence Esmail Khaki", "death-sentence Kamal Naderi"],
  },
  {
    name: "a heading that only denies",
    lang: "en",
    text: `## Not executed

| Name | Court |
|---|---|
| Esmail Khaki | Tabas |
| Kamal Naderi | Tabas |`,
    told: [],
  },
  {
    name: "the status of a row stands over the heading of the table",
    lang: "en",
    text: `Twelve prisoners were executed this month.

| Name | Prison | Outcome |
|---|---|---|
| Esmail Khaki | Arak | Executed |
| Kamal Naderi | Arak | Hanged in public |
| Omid Sarvari | Arak | Confirmed |
| Latif Moradi | Arak | |
| Ayub Sistani | Zahedan | Transferred to Mashhad |
| Ferydoun Azadi | Shiraz | Unknown |
| Jalal Kermani | Kerman | Died of illness before execution |
| Behnam Karimzad | Karaj | Executed in effigy, alive |
| Leila Pak | Qom | Released |`,
    told: [
      "execution Esmail Khaki",
      "execution Kamal Naderi",
      "execution Omid Sarvari",
      "execution Latif Moradi",
      "release Leila Pak",
    ],
  },
  {
    name: "the dead, the wounded and the freed under one sentence",
    lang: "en",
    text: `Three people were killed and many arrested in Rasht.

| Name | Age | Status |
|---|---|---|
| Kian Safa | 20 | Killed |
| Amir Zare | 31 | Detained |
| Leila Pak | 40 | Released |
| Jila Vand | 22 | Safe |`,
    told: ["killing Kian Safa", "arrest Amir Zare", "release Leila Pak"],
  },
  {
    name: "a status of the dead in a list of the dead",
    lang: "en",
    text: `So far the names of four people killed in Izeh are known:

| Name | Age | Status |
|---|---|---|
| Hana Sabri | 14 | killed |
| Rebin Karimi | 21 | died in hospital |
| Mina Deljoo | 16 | wounded, alive |
| Dilan Rashidi | 17 | in intensive care |`,
    told: ["killing Hana Sabri", "killing Rebin Karimi"],
  },
  {
    name: "the Persian column «وضعیت»",
    lang: "fa",
    text: `در آبان ماه دوازده زندانی اعدام شدند.

| نام | زندان | وضعیت |
|---|---|---|
| اسماعیل خاکی | اراک | اعدام شد |
| کمال نادری | اراک | حکم اجرا شد |
| نسیم علوی | قرچک | تبرئه |
| ستار بنایی | اهواز | اجرای حکم متوقف شد |
| ایوب سیستانی | زاهدان | انتقال به مشهد |
| بهنام کریم‌زاد | کرج | اعدام لغو شد |
| فریدون آزادی | شیراز | نامعلوم |`,
    told: ["execution اسماعیل خاکی", "execution کمال نادری", "release نسیم علوی"],
  },
  {
    name: "those of whom a heading says that they live",
    lang: "en",
    text: `The following people were executed in October:

- Omid Sarvari, 28 – Arak
- Kamal Naderi, 51 – Karaj

The following people, whom we listed as executed, are alive:

- Bashir Amini, 33 – Karaj
- Latif Moradi – Arak

Wrongly reported dead:

- Hiva Saber, 19
- Bahman Rasta, 30`,
    told: ["execution Omid Sarvari", "execution Kamal Naderi"],
  },
  {
    name: "those wrongly convicted and executed",
    lang: "en",
    text: "Wrongly convicted and executed:\n\n- Omid Sarvari, 28 – Arak\n- Kamal Naderi, 51 – Karaj",
    told: ["execution Omid Sarvari", "execution Kamal Naderi"],
  },
  {
    name: "a list behind a table of the dead",
    lang: "en",
    text: `Names of those killed in Izeh:

| Name | Age |
|---|---|
| Hana Sabri | 14 |
| Rebin Karimi | 21 |

- Omid Sarvari – in Karun Prison
- Kamal Naderi – in Tabas Prison`,
    told: ["killing Hana Sabri", "killing Rebin Karimi"],
  },
  {
    name: "a heading of its own between two lists",
    lang: "en",
    text: `Names of those whose sentences were commuted:

- Parviz Nouri
- Karim Danesh

Names of those still at risk:

- Abdolreza Kordi
- Nader Shams`,
    told: ["clemency Parviz Nouri", "clemency Karim Danesh"],
  },
  {
    name: "a Persian heading of its own between two lists",
    lang: "fa",
    text: `اسامی بازداشت‌شدگان:

• کیان صفا، ۲۰ ساله
• نگار امیدی، ۱۷ ساله

در انتظار اجرای حکم

• اکبر راستی، ۴۴ ساله، اراک
• مجید تابش، قم`,
    told: [
      "arrest کیان صفا",
      "arrest نگار امیدی",
      "imminent-execution اکبر راستی",
      "imminent-execution مجید تابش",
    ],
  },
  {
    name: "the lawyers of the executed are not executed",
    lang: "fa",
    text: `وکلای اعدام‌شدگان:
۱. بهرنگ کرمانی
۲. لاله صابری`,
    told: [],
  },
  {
    name: "the executed are, whoever their lawyers are",
    lang: "fa",
    text: `اسامی اعدام‌شدگان:
۱. بهرنگ کرمانی
۲. رضا صابری`,
    told: ["execution بهرنگ کرمانی", "execution رضا صابری"],
  },
];

for (const { name, lang, text, told } of LISTS) {
  test(`tells of each what is said of him: ${name}`, () => {
    const claims = trace(text, lang, openPacks).flatMap(({ claim }) =>
      claim.persons.map(
        ({ name: person }) =>
          `${claim.kind}${claim.modality === "negated" ? " negated" : ""} ${person}`,
      ),
    );
    assert.deepEqual(claims, told);
  });
}
