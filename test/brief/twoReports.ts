import { parseOrganisations, parseReferences } from "../../src/model/reference.ts";
import { atLeast, days, exactly, makeReading, moreThan } from "./makeReading.ts";

/** Two made-up reports about invented people, in a land that no gazetteer knows, with something in every section. */
const FIRST = `Forty hanged in a month
Prison Watch said at least 40 prisoners were executed in March. Among them was Navid Rostami, 31, son of Hamid.
"They came at dawn & took him," his mother said.
The court refused him a lawyer; he was charged with enmity. Six others, among them Sara Kian, await execution.
According to the Harbour Union, more than 2,500 people have been executed since August.
Workers walked out in protest, and prices rose by 30 percent.`;
const SECOND = `Rights group's figures
40 people were executed in March, the paper wrote.
Dara Karimi, a deputy, said more than 2,500 people were killed in the past year.
Navid Rostami was released on Monday. The execution of Sara Kian was stayed.
Graves were dug up. Karimi called on the court to end executions. Exiles were threatened abroad.`;

const MARCH = days("2021-03-01", "2021-03-31", "in March");
const LAND = [{ words: "March", id: "zz", role: "event" }] as const;

export const twoReports = [
  makeReading({
    id: "first",
    text: FIRST,
    title: "Forty hanged in a month",
    publisher: "Evening Paper",
    published: "2021-04-10",
    claims: [
      {
        quote: "at least 40 prisoners were executed in March",
        quantity: { ...atLeast(40), unit: "prisoners" },
        period: MARCH,
        places: LAND,
        by: { source: "Prison Watch" },
      },
      {
        quote: "Among them was Navid Rostami, 31, son of Hamid",
        persons: [{ name: "Navid Rostami", age: 31, father: "Hamid" }],
        by: { source: "Prison Watch" },
      },
      {
        quote: '"They came at dawn & took him,"',
        kind: "statement",
        by: { source: "his mother", type: "direct" },
      },
      { quote: "The court refused him a lawyer", kind: "other-abuse" },
      {
        quote: "he was charged with enmity",
        kind: "arrest",
        charges: [
          {
            words: "enmity",
            id: null,
            span: {
              start: FIRST.indexOf("enmity"),
              end: FIRST.indexOf("enmity") + 6,
              quote: "enmity",
            },
          },
        ],
      },
      {
        quote: "Six others, among them Sara Kian, await execution",
        kind: "imminent-execution",
        modality: "at-risk",
        quantity: exactly(6, "Six"),
        persons: [{ name: "Sara Kian", role: "at-risk" }],
        notes: [{ code: "period-unresolved", level: "doubt", span: null }],
      },
      {
        quote: "more than 2,500 people have been executed since August",
        quantity: { ...moreThan(2500, "more than 2,500"), unit: "people" },
        period: days("2020-08-01", "2021-04-10", "since August"),
        by: { source: "the Harbour Union", cue: "According to" },
      },
      {
        quote: "Workers walked out in protest",
        kind: "strike",
        period: days("2021-03-05", "2021-04-02", "March"),
      },
      {
        quote: "prices rose by 30 percent",
        kind: "statistic",
        quantity: { words: "30 percent", min: 30, max: 30, unit: "percent", measure: "rate" },
      },
    ],
  }),
  makeReading({
    id: "second",
    text: SECOND,
    title: "Rights group's figures",
    published: null,
    claims: [
      {
        quote: "40 people were executed in March",
        quantity: { ...exactly(40), unit: "people" },
        period: MARCH,
        places: LAND,
      },
      {
        quote: "more than 2,500 people were killed in the past year",
        kind: "killing",
        quantity: { ...moreThan(2500, "more than 2,500"), unit: "people" },
        period: days("2020-04-10", "2021-04-10", "in the past year"),
        by: { source: "Dara Karimi" },
        persons: [{ name: "Dara Karimi", role: "speaker" }],
      },
      {
        quote: "Navid Rostami was released on Monday",
        kind: "release",
        persons: [{ name: "Navid Rostami" }],
      },
      {
        quote: "The execution of Sara Kian was stayed",
        kind: "stay",
        persons: [{ name: "Sara Kian", role: "at-risk" }],
      },
      { quote: "Graves were dug up", kind: "destruction" },
      {
        quote: "Karimi called on the court to end executions",
        kind: "call",
        modality: "called-to-stop",
        by: { source: "Dara Karimi", words: "Karimi" },
      },
      { quote: "Exiles were threatened abroad", kind: "transnational-repression" },
    ],
  }),
];

export const references = parseReferences({
  place: { id: "zz", names: ["Land"] },
  definitions: [
    { what: "executions", kind: "execution", part: null, cues: [], stock: false, fa: "اعدام‌ها" },
  ],
  items: [
    {
      id: "zz/figure/1",
      org: "Prison Watch",
      what: "executions",
      period_start: "2021-03-01",
      period_end: "2021-03-31",
      qualifier: "at least",
      number: 44,
      url: "https://example.org/march",
      note: "provisional",
    },
    {
      id: "zz/figure/2",
      org: "The Digest",
      what: "executions",
      period_start: "2021-01-01",
      period_end: "2021-12-31",
      qualifier: "exact",
      number: 390,
      url: "https://example.org/year",
      note: "",
    },
  ],
});

export const organisations = parseOrganisations({
  items: [
    {
      id: "watch",
      en: "Prison Watch",
      fa: "دیده‌بان زندان",
      aliases: ["PW"],
      type: "ngo",
      affiliation: "independent",
      affiliation_fa: "مستقل",
      affiliation_evidence: "documented",
      independence_group: "watch",
      group_status: "own",
    },
    {
      id: "union",
      en: "Harbour Union",
      fa: "اتحادیهٔ بندر",
      aliases: [],
      type: "ngo",
      affiliation: "close to a party",
      affiliation_fa: "نزدیک به یک حزب",
      affiliation_evidence: "documented",
      independence_group: "watch",
      group_status: "unverified",
    },
    {
      id: "digest",
      en: "The Digest",
      fa: "-",
      aliases: [],
      type: "media",
      affiliation: "media",
      affiliation_evidence: "documented",
      independence_group: "derived",
    },
  ],
});
