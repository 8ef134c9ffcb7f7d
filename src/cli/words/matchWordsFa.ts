import type { Field } from "../../flow/lists/readListFile.ts";
import type { Reason } from "../../model/pairFound.ts";
import type { CliWords } from "./cliWords.ts";
import { clean, isolate } from "../print/screenText.ts";
import { type MatchWords, signed } from "./matchWords.ts";

const FIELD_WORDS: Readonly<Record<Reason["field"], string>> = {
  name: "نام",
  date: "تاریخ",
  age: "سن",
  sex: "جنسیت",
  place: "محل",
  father: "نام پدر",
  prison: "زندان",
  charge: "اتهام",
  alive: "حیات",
  kin: "خویشاوندی",
  rival: "ردیفی دیگر",
};

/** What a comparison found, in Persian; a level that has no row stands as it is. */
export const LEVELS_FA: Readonly<Record<string, string>> = {
  exact: "همان نام",
  "other spelling": "املایی دیگر",
  "initials fit": "حرف نخست می‌خواند",
  "more words": "یکی واژه‌های بیشتری دارد",
  "part differs": "بخشی متفاوت",
  alike: "همانند",
  unlike: "ناهمانند",
  "relatives would agree in as much": "خویشاوندان هم در همین‌ها یکسان می‌بودند",
  "surnames of two families: a person decides": "نام خانوادگی دو خانواده: یک نفر باید تصمیم بگیرد",
  "two known given names: a person decides": "دو نام کوچک شناخته‌شده: یک نفر باید تصمیم بگیرد",
  "a sign of life after the death: a person decides":
    "نشانهٔ حیات پس از مرگ: یک نفر باید تصمیم بگیرد",
  "another row fits better": "ردیفی دیگر بهتر می‌خواند",
  "another row fits as well": "ردیفی دیگر هم همین‌قدر می‌خواند",
  same: "یکسان",
  other: "دیگر",
  another: "دیگر",
  "same day": "همان روز",
  "may be the same day": "شاید همان روز",
  "a day apart": "یک روز فاصله",
  "at most three days apart": "حداکثر سه روز فاصله",
  "same day of another year, or day and month exchanged":
    "همان روز در سالی دیگر، یا جابه‌جایی روز و ماه",
  "at most ten days apart": "حداکثر ده روز فاصله",
  "at most a month apart": "حداکثر یک ماه فاصله",
  "at most a year apart": "حداکثر یک سال فاصله",
  "at most three years apart": "حداکثر سه سال فاصله",
  "at most ten years apart": "حداکثر ده سال فاصله",
  "further apart": "فاصلهٔ بیشتر",
  "same town": "همان شهر",
  "same province, another town": "همان استان، شهری دیگر",
  "same province": "همان استان",
  "another province": "استانی دیگر",
};

const FIELDS_FA: Readonly<Record<Field, string>> = {
  id: "شناسه",
  name: "نام",
  name_fa: "نام فارسی",
  first_name: "نام کوچک",
  middle_name: "نام میانی",
  last_name: "نام خانوادگی",
  first_name_fa: "نام کوچک (فارسی)",
  middle_name_fa: "نام میانی (فارسی)",
  last_name_fa: "نام خانوادگی (فارسی)",
  date: "تاریخ",
  date_year: "سال",
  date_month: "ماه",
  date_day: "روز",
  alive: "آخرین نشانهٔ حیات",
  age: "سن",
  age_min: "کمترین سن",
  age_max: "بیشترین سن",
  birth: "تولد",
  sex: "جنسیت",
  city: "شهر",
  province: "استان",
  father: "نام پدر",
  status: "وضعیت",
  charge: "اتهام",
  prison: "زندان",
  kind: "نوع",
  number: "شمار",
  number_min: "کمترین شمار",
  number_max: "بیشترین شمار",
  qualifier: "قید شمار",
  date_from: "از تاریخ",
  date_to: "تا تاریخ",
  source: "منبع",
  count: "شمار",
};

/** The Persian of `sanad match`. */
export function matchWordsFa(words: CliWords): MatchWords {
  const { number, embed } = words;
  return {
    isRightToLeft: true,
    sheets: {
      pairs: "جفت‌ها",
      onlyA: "فقط در A",
      onlyB: "فقط در B",
      notes: "یادداشت‌ها",
    },
    fields: {
      id: "شناسه",
      row: "سطر",
      name: "نام (لاتین)",
      nameFa: "نام",
      date: "تاریخ",
      day: "روز (میلادی، ISO)",
      aliveOn: "آخرین نشانهٔ حیات",
      age: "سن",
      sex: "جنسیت",
      father: "نام پدر",
      city: "شهر",
      province: "استان",
      prison: "زندان",
      charge: "اتهام",
    },
    columns: {
      status: "وضعیت",
      probability: "احتمال",
      standing: "در بایگانی",
      why: "چرا",
      list: "فهرست",
      row: "سطر",
      column: "ستون",
      note: "یادداشت",
      words: "آنچه نوشته شده",
    },
    status: (status) => STATUS[status],
    reason: ({ field, level, bits }) =>
      `${FIELD_WORDS[field]}: ${LEVELS_FA[level] ?? level} (${signed(bits)})`,
    noteMeans: words.noteMeans,
    sex: (sex) => (sex === "female" ? "زن" : "مرد"),
    progress: (done, all) => `سنجیدن: ${number(done)} از ${number(all)}`,
    reading: (file) => `خواندن ${embed(file)}`,
    decision: (decision) => STATUS[decision],
    contradicts: (fields) => `تفاوت در ${fields.map((field) => FIELD_WORDS[field]).join("، ")}`,
    archive: "بایگانی",
    why: "چرا",
    onlyRows: {
      records: "همه",
      same: "یکسان",
      unsure: "نامطمئن",
      only: "فقط در این فهرست",
    },
    sides: ["A", "B"],
    pairsFound: (same, unsure, isOneList) =>
      `${number(same)} جفت از یک نفر${isOneList ? " در همین فهرست" : ""}، ${number(unsure)} جفت نامطمئن`,
    more: (count) =>
      `… و ${number(count)} جفت دیگر: --limit شمار بیشتری نشان می‌دهد، -o reply.xlsx یا --json همه را`,
    imported: (added, same, rows) =>
      `${number(added)} سطر از ${number(rows)} سطر با نام شخص وارد شد${same === 0 ? "" : `، ${number(same)} از پیش بود`}؛ بقیه بیرون می‌مانند`,
    importNear: (row, person, percent) =>
      `${isolate(clean(row))} شاید همان ${isolate(person)} باشد (${number(percent)}٪): پیوند می‌خورد یا به sanad review می‌ماند`,
    noPairs: "هیچ سطری از یک فهرست به سطری از فهرست دیگر نمی‌ماند.",
    notesOf: (file) => `یادداشت‌های ${embed(file)}`,
    noteRows: (count, rows, isMore) =>
      rows.length === 0
        ? ""
        : `${count === 1 ? "سطر" : `${number(count)} سطر:`} ${rows.join("، ")}${isMore ? "، …" : ""}`,
    inColumns: (columns, count) => `${count === 1 ? "ستون" : "ستون‌های"} ${columns}`,
    wrote: (file) => `${embed(file)} نوشته شد`,
    remembered: (file) => `معنای ستون‌ها در ${embed(file)} به یاد سپرده شد`,
    usesRemembered: (file) => `معنای ستون‌ها از ${embed(file)} است`,
    listHead: (format, sheet, rows, records, header) =>
      `${embed(format.toUpperCase())}${sheet === null ? "" : `، برگهٔ ${embed(sheet)}`}: ${number(rows)} سطر، ${number(records)} مورد${header.length === 0 ? "" : `؛ سرستون‌ها در سطر ${header.map(number).join("، ")}`}`,
    checkColumns: ["ستون", "خوانده شده به", "پُر", "نمونه"],
    unused: "خوانده نشد",
    fieldName: (field) => FIELDS_FA[field],
    firstRecords: "نخستین سطرها",
  };
}

const STATUS = {
  same: "یکسان",
  unsure: "نامطمئن",
  contradicts: "یکسان، با تفاوت",
  onlyA: "فقط در A",
  onlyB: "فقط در B",
} as const;
