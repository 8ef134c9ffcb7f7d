import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { makeFormat } from "../../src/brief/format.ts";
import { html } from "../../src/brief/html.ts";
import { renderBrief } from "../../src/brief/renderBrief.ts";
import type { Words } from "../../src/brief/words.ts";
import { wordsEn } from "../../src/brief/wordsEn.ts";
import { wordsFa } from "../../src/brief/wordsFa.ts";
import { CLAIM_KINDS, MODALITIES, PERSON_ROLES } from "../../src/model/claim.ts";
import type { OrganisationRow } from "../../src/model/reference.ts";
import type { Reading } from "../../src/model/reading.ts";
import { atLeast, days, exactly, makeQuantity, makeReading, moreThan } from "./makeReading.ts";
import { organisations, references, twoReports } from "./twoReports.ts";
import { cpuMs } from "../cpuMs.ts";

const en = (readings: readonly Reading[]) =>
  renderBrief(readings, { language: "en", references, organisations });
const fa = (readings: readonly Reading[]) =>
  renderBrief(readings, { language: "fa", references, organisations });
const both = [
  ["en", en],
  ["fa", fa],
] as const;
const sectionOf = (page: string, id: string): string =>
  new RegExp(`<section id="${id}".*?</section>`, "s").exec(page)?.[0] ??
  assert.fail(`no section ${id}`);
const textOf = (markup: string): string => markup.replaceAll(/<[^>]*>/g, "");

test("the list of many reports is folded, so that the numbers come first", () => {
  const reports = Array.from({ length: 7 }, (_, at) =>
    makeReading({ id: `r${at}`, text: `Report ${at}: 12 were hanged`, claims: [] }),
  );
  const many = en(reports);
  assert.match(many, /<h2 class="h">The reports<\/h2><details><summary>7 reports, with publisher/);
  const few = en(reports.slice(1));
  assert.match(few, /<h2 class="h">The reports<\/h2><ol class="reports">/);
});

for (const [language, render] of both) {
  test(`renderBrief() in ${language} links every line to words that stand in the text, and each mark back`, () => {
    const page = render(twoReports);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length, "an id stands twice");
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1] ?? "");
    assert.ok(targets.length > 40);
    for (const target of targets) assert.ok(target === "top" || ids.includes(target), target);
    for (const claim of twoReports.flatMap((reading) => reading.claims)) {
      assert.ok(ids.includes(`c-${claim.id}`), claim.id);
      assert.ok(targets.includes(`c-${claim.id}`), claim.id);
    }
  });

  test(`renderBrief() in ${language} fetches nothing, runs nothing and styles nothing but by its own sheet`, () => {
    const page = render(twoReports);
    assert.doesNotMatch(page, /<(script|svg|img|iframe|object|embed|link|form|input|base)\b/);
    assert.doesNotMatch(page, / (src|srcset|style|on[a-z]+)=/);
    assert.doesNotMatch(page, /url\(|@import/);
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
    const digest = createHash("sha256").update(style).digest("base64");
    assert.ok(
      page.includes(`default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;`) ||
        page.includes(`default-src 'none'; style-src 'sha256-${digest}'`),
    );
    for (const [link] of page.matchAll(/<a [^>]*href="http[^>]*>/g))
      assert.match(link, /rel="noreferrer"/);
  });

  test(`renderBrief() in ${language} names each table for who hears the page`, () => {
    const tables = render(twoReports).match(/<table [^>]*>/g) ?? [];
    assert.ok(tables.length > 2);
    for (const tag of tables) assert.match(tag, / aria-label="[^"]{3,}"/);
  });

  test(`renderBrief() in ${language} gives the same bytes for the same readings`, () => {
    assert.equal(render(twoReports), render(structuredClone(twoReports)));
  });

  test(`renderBrief() in ${language} says plainly where the reports say nothing`, () => {
    const page = render([makeReading({ text: "The weather was fine.", claims: [] })]);
    const words = language === "en" ? wordsEn : wordsFa;
    const none = [
      words.glanceNone,
      words.driftNone,
      words.originsNone,
      words.comparedNone,
      words.publishedNone,
      words.riskNone,
      words.deadNone,
      words.trialsNone,
      words.chargesNone,
      words.timeLineNone,
      words.callsNone,
      words.noClaims,
      ...Object.values(words.topicNone),
    ];
    for (const sentence of none) assert.ok(page.includes(sentence), sentence);
  });
}

test("renderBrief() keeps the unchecked reading and the missing cause in plain sight", () => {
  const page = en(twoReports);
  assert.ok(page.includes("nobody has checked its reading"));
  assert.ok(page.includes("Nothing here says that a claim is true"));
  assert.ok(sectionOf(page, "beside").includes("no cause is shown"));
});

test("renderBrief() escapes whatever a report holds", () => {
  const hostile = `</style><script>alert("1")</script><img src=x onerror=alert(1)>'"&\u0000\u202e`;
  const reading = makeReading({
    id: `"><script>`,
    text: `${hostile} were hanged`,
    title: hostile,
    publisher: hostile,
    language: `"><b>`,
    claims: [
      {
        id: `x" onclick="y`,
        quote: hostile,
        quantity: { words: hostile, min: 40, max: 40, unit: hostile },
        period: { words: hostile, earliest: hostile, latest: null },
        places: [{ words: hostile }],
        persons: [{ name: hostile, father: hostile }],
        by: { source: hostile, cue: hostile },
        hedge: hostile,
        charges: [{ words: hostile, id: null, span: { start: 0, end: 0, quote: "" } }],
        notes: [{ code: hostile, level: "doubt", span: null }],
      },
    ],
  });
  for (const [, render] of both) {
    const page = render([reading]);
    assert.doesNotMatch(page, /<script|<img|<b>|onclick="|\u0000/);
    assert.equal(page.match(/<\/style>/g)?.length, 1);
  }
});

test("renderBrief() shows the whole text of a report once, unchanged", () => {
  const [first] = twoReports;
  assert.ok(first);
  const articles = [...en(twoReports).matchAll(/<div class="text"[^>]*>(.*?)<\/div>/gs)].map(
    (match) => match[1] ?? "",
  );
  const marked =
    articles[0]?.replaceAll(/<a class="b".*?<\/a>/g, "").replaceAll("</p>", "\n") ?? "";
  const text = textOf(marked)
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  assert.deepEqual(
    text.split("\n").filter(Boolean),
    first.document.text.split("\n").filter(Boolean),
  );
});

test("renderBrief() names nobody as dead on a denied, planned or supposed execution", () => {
  const names = ["Arash Dena", "Behzad Dena", "Cyrus Dena", "Davood Dena"];
  const modalities = ["negated", "intended", "hypothetical", "alleged"] as const;
  const reading = makeReading({
    text: names.join(", "),
    claims: names.map((name, index) => ({
      quote: name,
      modality: modalities[index] ?? "unclear",
      persons: [{ name }],
    })),
  });
  const dead = sectionOf(en([reading]), "dead");
  for (const name of names) assert.equal(dead.includes(name), false, name);
  assert.ok(dead.includes(wordsEn.deadNone));
});

test("renderBrief() says beside a number that it is only supposed, planned or denied", () => {
  const texts = ["the 50th execution", "40 executions", "30 executions"];
  const modalities = ["hypothetical", "negated", "happened"] as const;
  const reading = makeReading({
    text: texts.join(", "),
    claims: texts.map((quote, index) => {
      const words = quote.match(/\d+/)?.[0] ?? "";
      const quantity = { min: Number(words), max: Number(words), words };
      return { quote, modality: modalities[index] ?? "happened", quantity };
    }),
  });
  const numbers = textOf(sectionOf(en([reading]), "numbers"));
  assert.match(numbers, /50Execution \(hypothetical\)/);
  assert.match(numbers, /40Execution \(said not to be so\)/);
  assert.match(numbers, /30Executiontime/);
});

test("renderBrief() marks the contradiction where a person named as executed is also named as released", () => {
  const dead = textOf(sectionOf(en(twoReports), "dead"));
  assert.match(dead, /Navid Rostami.*Contradiction in these reports: said to have been released/s);
});

test("renderBrief() finds the drift, the possible origin and the published figure of the two reports", () => {
  const numbers = textOf(sectionOf(en(twoReports), "numbers"));
  assert.match(numbers, /Words that drift.*40 · Execution.*“at least”.*no qualifier/s);
  assert.match(
    numbers,
    /2,500 Possible common origin, unproven.*different verb, different window/s,
  );
  assert.match(
    numbers,
    /What organisations have published.*Prison Watch.*at least 44 executions.*comparable/s,
  );
});

test("renderBrief() never adds numbers up", () => {
  const page = textOf(en(twoReports));
  for (const sum of ["5,000", "80 ", "2,540", "5,040"])
    assert.equal(page.includes(sum), false, sum);
});

test("renderBrief() shows an affiliation with its evidence, and none that nobody verified", () => {
  const row = (id: string, evidence: string): OrganisationRow => ({
    ...(organisations[0] ?? assert.fail()),
    id,
    name: { en: `Group ${id}`, fa: null },
    aliases: [],
    affiliation: { en: `bound to ${id}`, fa: null },
    affiliationEvidence: evidence,
  });
  const reading = makeReading({
    text: "x",
    claims: [
      { quote: "x", by: { source: "Group one" } },
      { quote: "x", by: { source: "Group two" } },
    ],
  });
  const options = {
    language: "en",
    references,
    organisations: [row("one", "documented"), row("two", "unverified")],
  } as const;
  const who = textOf(sectionOf(renderBrief([reading], options), "who"));
  assert.ok(
    who.includes("described in Sanad’s country pack as “bound to one” (evidence: documented)"),
  );
  assert.equal(who.includes("bound to two"), false);
});

test("renderBrief() says that a date is unknown, and invents none", () => {
  const page = en([makeReading({ text: "x", claims: [{ quote: "x" }], published: null })]);
  assert.ok(page.includes(wordsEn.dateUnknown) && page.includes(wordsEn.dateUnknownMeans));
});

test("renderBrief() takes a report that was handed in twice once", () => {
  const [first] = twoReports;
  assert.ok(first);
  assert.equal(en([first, structuredClone(first)]), en([first]));
});

test("renderBrief() keeps claims of two reports apart that came with one id", () => {
  const make = (text: string) => makeReading({ id: "same", text, claims: [{ quote: text }] });
  const page = en([make("one"), make("two")]);
  assert.match(page, /id="c-same-1"/);
  assert.match(page, /id="c-same-1_2"/);
});

test("renderBrief() is Persian throughout with fa: digits, both calendars, and quotes in their own language", () => {
  const page = fa(twoReports);
  assert.match(page, /<html lang="fa" dir="rtl">/);
  assert.ok(page.includes("مارس ۲۰۲۱ (۱۱ اسفند ۱۳۹۹ تا ۱۱ فروردین ۱۴۰۰)"));
  assert.match(page, /<q lang="en" dir="ltr">/);
  const own = textOf(
    page
      .replaceAll(/<style>.*?<\/style>/gs, "")
      .replaceAll(/<(\w+)[^>]* (?:lang="en"|dir="auto"|dir="ltr")[^>]*>.*?<\/\1>/gs, "")
      .replaceAll(/<article.*?<\/article>/gs, ""),
  );
  const latin = [...new Set(own.match(/[A-Za-z][A-Za-z.]+/g))].filter(
    (word) => word !== "docs" && word !== "brief.md",
  );
  assert.deepEqual(latin, []);
  assert.doesNotMatch(own, /[0-9,;?→]/);
});

test("the words of both languages cover the same cases, and every kind and modality", () => {
  // Units are keyed by the other language's words.
  const shape = (words: Words) => shapeOf({ ...words, units: null });
  assert.deepEqual(shape(wordsFa), shape(wordsEn));
  for (const words of [wordsEn, wordsFa]) {
    assert.deepEqual(Object.keys(words.kinds).sort(), [...CLAIM_KINDS].sort());
    assert.deepEqual(Object.keys(words.modalities).sort(), [...MODALITIES].sort());
    assert.deepEqual(Object.keys(words.roles).sort(), [...PERSON_ROLES].sort());
  }
});

test("every word for whom a number counts has a singular and a plural, and is written in lower case", () => {
  for (const { units } of [wordsEn, wordsFa]) {
    assert.ok(Object.keys(units).length > 10);
    for (const [word, forms] of Object.entries(units)) {
      assert.equal(word, word.toLowerCase());
      assert.equal(forms.length, 2);
    }
  }
  assert.deepEqual(wordsEn.units["زندانی"], ["prisoner", "prisoners"]);
  assert.deepEqual(wordsFa.units["prisoners"], ["زندانی", "زندانی"]);
});

function shapeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  if (Array.isArray(value)) return value.map(shapeOf);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, shapeOf(inner)]));
}

test("renderBrief() gives the same page but for the names when the parties' names are exchanged", () => {
  const text = (a: string, b: string) =>
    makeReading({
      text: `${a} said at least 40 were executed. ${b} said 50 were executed.`,
      claims: [
        { quote: "at least 40 were executed", quantity: atLeast(40), by: { source: a } },
        { quote: "50 were executed", quantity: exactly(50), by: { source: b } },
      ],
    });
  const there = en([text("Northern Party", "Southern Party")]);
  const back = en([text("Southern Party", "Northern Party")]);
  const exchanged = back
    .replaceAll("Southern Party", "\u0001")
    .replaceAll("Northern Party", "Southern Party")
    .replaceAll("\u0001", "Northern Party");
  assert.equal(exchanged, there);
});

test("renderBrief() takes any text and any claims in it", () => {
  const claim = fc.record({
    at: fc.nat(200),
    length: fc.nat(80),
    kind: fc.constantFrom(...CLAIM_KINDS),
    modality: fc.constantFrom(...MODALITIES),
    role: fc.constantFrom(...PERSON_ROLES),
    name: fc.string(),
    n: fc.integer({ min: 0, max: 1e12 }),
  });
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 200, unit: "binary" }),
      fc.array(claim, { maxLength: 12 }),
      (text, specs) => {
        const claims = specs.map(({ at, length, kind, modality, role, name, n }) => {
          const start = at % text.length;
          const quote = text.slice(start, start + length + 1);
          return {
            quote,
            kind,
            modality,
            persons: [{ name, role }],
            quantity: moreThan(n, quote),
            by: { source: name },
          };
        });
        const reading = makeReading({ text, claims });
        for (const [, render] of both) assert.match(render([reading]), /<\/html>\n$/);
      },
    ),
    { numRuns: 60 },
  );
});

test("renderBrief() takes no more than thrice as long for twice as many reports", () => {
  const readings = Array.from({ length: 200 }, (_, report) =>
    makeReading({
      id: `r${report}`,
      text: `${report} x`,
      claims: Array.from({ length: 15 }, (_item, index) => ({
        quote: "x",
        quantity: exactly(10 + ((report * 7 + index) % 90)),
        period: days("2021-03-01", "2021-03-31", "x"),
        persons: [{ name: `Person ${report % 50} ${index}` }],
      })),
    }),
  );
  const timeOf = (some: typeof readings): number => {
    const startedAt = cpuMs();
    assert.ok(en(some).length > 50_000);
    return cpuMs() - startedAt;
  };
  let best = Infinity;
  for (let tries = 0; tries < 4 && best >= 3; tries++)
    best = Math.min(best, timeOf(readings) / timeOf(readings.slice(100)));
  assert.ok(best < 3, `grew by a factor of ${best.toFixed(1)}`);
});

test("html`` escapes strings, keeps markup, drops null and joins lists", () => {
  const list = [html`<i>${"a<b"}</i>`, null, 3];
  assert.equal(
    html`<p title="${'"'}">${list}${"&"}</p>`.markup,
    '<p title="&quot;"><i>a&lt;b</i>3&amp;</p>',
  );
});

const QUANTITIES = [
  [exactly(2500), "2,500", "۲٬۵۰۰"],
  [atLeast(19), "at least 19", "دست‌کم ۱۹"],
  [moreThan(2500), "more than 2,500", "بیش از ۲٬۵۰۰"],
  [
    { words: "nearly two dozen", max: 24, maxExclusive: true, approximate: true },
    "nearly 24",
    "نزدیک به ۲۴",
  ],
  [
    { words: "30-40 million", min: 3e7, max: 4e7, per: "day" },
    "30 million to 40 million a day",
    "۳۰ میلیون تا ۴۰ میلیون در روز",
  ],
  [{ words: "hundreds", min: 200, approximate: true }, "200 or more", "دست‌کم ۲۰۰"],
  [{ words: "two-thirds", min: 2 / 3, max: 2 / 3, measure: "share" }, "66.7%", "۶۶٫۷٪"],
  [{ words: "50%", min: 50, max: 50, measure: "rate", unit: "percent" }, "50%", "۵۰٪"],
  [{ words: "1,234,567", min: 1_234_567, max: 1_234_567 }, "1,234,567", "۱٬۲۳۴٬۵۶۷"],
] as const;
for (const [given, english, persian] of QUANTITIES) {
  test(`makeFormat() writes ${JSON.stringify(given.words)} in both languages`, () => {
    const quantity = makeQuantity(given, { start: 0, end: 0, quote: given.words });
    assert.equal(makeFormat("en", wordsEn).quantity(quantity), english);
    assert.equal(makeFormat("fa", wordsFa).quantity(quantity), persian);
  });
}

const DATES = [
  ["2025-11-01", "1 November 2025"],
  ["2025-11", "November 2025"],
  ["2025", "2025"],
  ["spring", "spring"],
] as const;
for (const [edtf, english] of DATES) {
  test(`makeFormat() writes the date ${edtf}`, () => {
    assert.equal(makeFormat("en", wordsEn).date(edtf), english);
  });
}
