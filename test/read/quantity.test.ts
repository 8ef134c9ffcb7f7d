import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadQuantity } from "../../src/read/quantityGrammar.ts";
import { readQuantity } from "../../src/read/quantity.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { packs } from "./reading.ts";

/** Words, and the interval as mathematicians write it: [ ] inclusive, ( ) exclusive, ~ approximate; then the measure. */
type Row = readonly [words: string, interval: string, measure?: string, qualifier?: string];

const ENGLISH: readonly Row[] = [
  ["335 people", "[335,335]"],
  ["2,500 people", "[2500,2500]"],
  ["twenty-five men", "[25,25]"],
  ["twenty five men", "[25,25]"],
  ["one hundred twenty-one men", "[121,121]"],
  ["one hundred twenty one men", "[121,121]"],
  ["ten five-year terms", "[10,10]"],
  ["one hundred and twenty prisoners", "[120,120]"],
  ["two thousand three hundred people", "[2300,2300]"],
  ["1.5 million people", "[1500000,1500000]"],
  ["a dozen men", "[12,12]"],
  ["two dozen men", "[24,24]"],
  ["at least 19 prisoners", "[19,)", "count", "at least"],
  ["at least (19) prisoners", "[19,)", "count", "at least"],
  ["no fewer than six women", "[6,)", "count", "no fewer than"],
  ["more than 50 people", "(50,)", "count", "more than"],
  ["over 1,000 arrests", "(1000,)"],
  ["nearly two dozen prisoners", "(,24)~", "count", "nearly"],
  ["fewer than 20 cases", "(,20)", "count", "fewer than"],
  ["up to 30 prisoners", "(,30]", "count", "up to"],
  ["as many as 30 prisoners", "(,30]"],
  ["about 40 men", "[40,40]~", "count", "about"],
  ["between 30 and 40 million people", "[30000000,40000000]", "count", "between"],
  ["from 11 to 13 people", "[11,13]"],
  ["11 to 13 people", "[11,13]"],
  ["30 or 40 prisoners", "[30,40]"],
  ["20 or more prisoners", "[20,)", "count", "or more"],
  ["20+ prisoners", "[20,)"],
  ["dozens of prisoners", "[24,)~"],
  ["hundreds of people", "[200,)~"],
  ["tens of thousands of people", "[20000,)~"],
  ["several men", "[2,)~"],
  ["both men", "[2,2]"],
  ["two-thirds of the population", "[0.67,0.67]", "share"],
  ["half of the prisoners", "[0.5,0.5]", "share"],
  ["one in five people", "[0.2,0.2]", "share"],
  ["50% of people", "[50,50]", "percent"],
  ["40 percent of households", "[40,40]", "percent"],
  ["$80 billion", "[80000000000,80000000000]", "money"],
  ["23 million tomans", "[23000000,23000000]", "money"],
  ["12 kilograms of heroin", "[12,12]", "amount"],
  ["10 years in prison", "[10,10]", "duration"],
  ["1500 were killed", "[1500,1500]", "bare-year"],
];

/** What looks like a number of people and is none. */
const NONE: readonly string[] = [
  "the latter half of",
  "Article 279",
  "Branch 15",
  "No. 5",
  "10:30",
  "Ward 209",
  "page 12",
];

const PERSIAN: readonly Row[] = [
  ["۱۲ زندانی", "[12,12]"],
  ["٢٦ زندانی", "[26,26]"],
  ["۱۲٬۰۰۰ نفر", "[12000,12000]"],
  ["بیست و پنج نفر", "[25,25]"],
  ["صد و بیست نفر", "[120,120]"],
  ["سیصد و بیست و پنج نفر", "[325,325]"],
  ["دو هزار و سیصد نفر", "[2300,2300]"],
  ["دست‌کم ۱۹ زندانی", "[19,)"],
  ["دستکم ۱۹ زندانی", "[19,)"],
  ["بیش از پنجاه نفر", "(50,)"],
  ["حدود ۴۰ نفر", "[40,40]~"],
  ["نزدیک به سی زندانی", "(,30)~"],
  ["ده‌ها نفر", "[20,)~"],
  ["۳۰ تا ۴۰ نفر", "[30,40]"],
  ["۴۰ درصد مردم", "[40,40]", "percent"],
  ["دو زن و سه مرد", "[2,2]"],
];

for (const [language, rows] of Object.entries({ en: ENGLISH, fa: PERSIAN })) {
  for (const [words, interval, measure = "count", qualifier] of rows) {
    test(`readQuantity() reads ${language} "${words}" as ${interval} ${measure}`, () => {
      const quantity = read(words, language);
      assert.ok(quantity !== null, "no quantity");
      assert.equal(intervalOf(quantity), interval);
      assert.equal(quantity.measure, measure);
      if (qualifier !== undefined) assert.equal(quantity.qualifier, qualifier);
    });
  }
}

for (const words of NONE) {
  test(`readQuantity() reads no number of "${words}"`, () => {
    const tokens = tokenize(words);
    const grammar = grammarOf("en");
    for (let at = 0; at < tokens.size; at++)
      assert.equal(readQuantity(tokens, at, tokens.size, grammar), null);
  });
}

function read(words: string, language: string): ReadQuantity | null {
  const tokens = tokenize(words);
  return readQuantity(tokens, 0, tokens.size, grammarOf(language));
}

function grammarOf(language: string) {
  const pack = packs.languages.get(language);
  if (pack === undefined) throw new RangeError(`No pack for ${language}`);
  return pack.quantities;
}

function intervalOf({ min, max, minExclusive, maxExclusive, approximate }: ReadQuantity): string {
  const round = (bound: number | null): string =>
    bound === null ? "" : String(Math.round(bound * 100) / 100);
  const opens = min === null || minExclusive ? "(" : "[";
  const closes = max === null || maxExclusive ? ")" : "]";
  return `${opens}${round(min)},${round(max)}${closes}${approximate ? "~" : ""}`;
}
