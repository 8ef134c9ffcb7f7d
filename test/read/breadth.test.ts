import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Every kind in many words: of rights organisations, opposition, state agencies, local news, posts and witnesses. Written before
 * they were read; every row here must hold. All people are invented.
 */
type Row = {
  readonly kind: string;
  readonly modality: string;
  readonly number: string;
  readonly persons: string;
  readonly prison: string;
  readonly text: string;
};

function readRows(language: string): Row[] {
  return readFileSync(join(import.meta.dirname, "breadth", `${language}.tsv`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [kind = "", modality = "", number = "", persons = "", prison = "", text = ""] =
        line.split("\t");
      return { kind, modality, number, persons, prison, text };
    });
}

const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);
const REAL: ReadonlySet<string> = new Set(["happened", "ongoing"]);
const AHEAD: ReadonlySet<string> = new Set(["at-risk", "intended", "hypothetical"]);

/** Statements, calls and figures are in a modality of their own. */
const SAID: ReadonlySet<string> = new Set(["statement", "call", "statistic"]);
/** Where a name stands in the words without being a victim's. */
const NAMED: ReadonlySet<string> = new Set(["strike", "destruction", "transnational-repression"]);

function isSoTold({ modality, kind }: Row, claim: Claim): boolean {
  if (modality === "told") return SAID.has(kind) || REAL.has(claim.modality);
  return AHEAD.has(modality) ? AHEAD.has(claim.modality) : claim.modality === modality;
}

/** What is wrong with the reading of a row; null where it holds. */
function wrongOf(row: Row): string | null {
  const own = trace(row.text, "fa", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === row.kind && isSoTold(row, claim));
  const [claim] = own;
  if (claim === undefined) return "is not told";
  const { quantity } = claim;
  const number = quantity === null ? "1..1" : `${quantity.min ?? ""}..${quantity.max ?? ""}`;
  if (row.number !== "-" && number !== row.number) return `gives ${number}`;
  const persons = own
    .flatMap((one) => one.persons)
    .filter(({ role }) => CONCERNED.has(role) || NAMED.has(row.kind))
    .map(({ name }) => name);
  const names = [...new Set(persons)].sort().join(";");
  if (row.persons !== "-" && names !== row.persons) return `names ${names}`;
  const isHeld = claim.places.some(
    ({ role, words }) => role === "prison" && words.includes(row.prison),
  );
  return row.prison === "-" || isHeld ? null : "has another prison";
}

test("Persian tells of every kind in many words", () => {
  const rows = readRows("fa");
  assert.ok(rows.length > 400);
  const wrong = rows.flatMap((row) => {
    const fault = wrongOf(row);
    return fault === null ? [] : [`${row.kind} ${fault}: ${row.text}`];
  });
  assert.deepEqual(wrong, []);
});

const NAMES = [
  "بهزاد کریمی نژاد",
  "سید حسن موسوی",
  "میرحسین تاجیک",
  "محمد امین زارع",
  "عبدالواحد شه‌بخش",
  "نورمحمد براهویی",
  "امید گمشادزهی",
  "ئاوات قادری",
  "دیاکو رسول‌زاده",
  "جاسم حزباوی",
  "عدنان غبیشاوی",
  "صابر شیخ عبدالله",
  "حمید حاج جعفر کاشانی",
  "اجمل عزیزی",
  "فرزاد م",
  "رضا ک",
  "ناصر بک‌زاده",
  "پدرام مدنی‌پور",
  "غلامرضا خسروانی",
  "گل‌محمد نورزهی",
];

const NAMINGS: readonly ((name: string) => string)[] = [
  (name) => `زندانی سیاسی ${name} در زندان طبس اعدام شد.`,
  (name) => `یک زندانی به نام ${name} در زندان طبس اعدام شد.`,
  (name) => `«${name}» در زندان طبس اعدام شد.`,
  (name) => `${name}، سی و چهار ساله و اهل زاهدان، در زندان طبس اعدام شد.`,
  (name) => `${name} فرزند غلام در زندان طبس اعدام شد.`,
  (name) => `حکم اعدام ${name} در زندان طبس اجرا شد.`,
  (name) => `اعدام ${name} در زندان طبس`,
  (name) => `سه زندانی به نام‌های ${name}، رضا احمدی و علی محمدی در زندان طبس اعدام شدند.`,
  (name) => `${name}، کولبر اهل بانه، با شلیک مأموران کشته شد.`,
  (name) => `دژخیمان ${name} را در زندان طبس به دار آویختند.`,
];

test("Persian names of many forms are whole wherever they stand", () => {
  const plain = (name: string): string => name.replace(/[\s\u200c.-]/g, "");
  const wrong: string[] = [];
  for (const name of NAMES)
    for (const make of NAMINGS) {
      const text = make(/ .$/.test(name) ? `${name}.` : name);
      const names = trace(text, "fa", openPacks).flatMap(({ claim }) =>
        claim.persons.filter(({ role }) => role === "victim").map((person) => person.name),
      );
      if (!names.some((one) => plain(one) === plain(name))) wrong.push(`${text} ${names.join()}`);
    }
  assert.deepEqual(wrong, []);
});

const SPEAKERS: readonly (readonly [string, string])[] = [
  ["هرانا", "هرانا"],
  ["سازمان حقوق بشر ایران", "سازمان حقوق بشر ایران"],
  ["خبرگزاری میزان", "میزان"],
  ["دادستان طبس", "دادستان"],
  ["یک منبع مطلع", "منبع مطلع"],
  ["برادر محمد کریمی", "برادر محمد کریمی"],
  ["سخنگوی قوه قضاییه", "سخنگو"],
  ["کانال تلگرامی حال‌وش", "حال‌وش"],
  ["همسر این زندانی", "همسر این زندانی"],
  ["مریم رضوی", "مریم رضوی"],
];

const SAYINGS: readonly ((source: string, event: string) => string)[] = [
  (source, event) => `به گزارش ${source}، ${event}.`,
  (source, event) => `به نقل از ${source}، ${event}.`,
  (source, event) => `${source} اعلام کرد که ${event}.`,
  (source, event) => `${source} مدعی شد که ${event}.`,
  (source, event) => `${source} گفت: «${event}.»`,
  (source, event) => `${event}، ${source} گزارش داد.`,
  (source, event) => `${source} به ایسنا گفت ${event}.`,
  (source, event) => `به گزارش ایسنا به نقل از ${source}، ${event}.`,
  (source, event) => `رسانه‌ها از قول ${source} نوشتند ${event}.`,
  (source, event) => `آن‌طور که ${source} گفته است، ${event}.`,
  (source, event) => `${source} با انتشار بیانیه‌ای اعلام کرد ${event}.`,
  (source, event) => `به روایت ${source}، ${event}.`,
];

test("Persian sources are found by every cue, and are no victims", () => {
  const wrong: string[] = [];
  for (const [source, core] of SPEAKERS)
    for (const make of SAYINGS) {
      const text = make(source, "سه زندانی در زندان یزد اعدام شدند");
      const claim = trace(text, "fa", openPacks).find(
        (one) => one.claim.kind === "execution",
      )?.claim;
      const last = claim?.attribution.at(-1);
      const isRight =
        (last?.source ?? last?.words ?? "").includes(core) &&
        claim?.quantity?.min === 3 &&
        claim.persons.every(({ role }) => !CONCERNED.has(role));
      if (!isRight) wrong.push(`${text} ${last?.source}`);
    }
  assert.deepEqual(wrong, []);
});
