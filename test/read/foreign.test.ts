import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import type { Document } from "../../src/model/document.ts";
import { makeDocument, openPacks, packRows, packs } from "./reading.ts";

type Foreign = { readonly examples: readonly string[]; readonly not: readonly string[] };

/** Claims and notes of a text. */
function read(text: string, language: string | null): ReturnType<typeof readClaims> {
  const document: Document = makeDocument(text, { language: language ?? "en" });
  return readClaims({ ...document, ...(language === null ? { language } : {}) }, openPacks);
}
const codesOf = (reading: ReturnType<typeof readClaims>): string[] =>
  reading.notes.map((note) => note.code);
const quoteOf = (text: string, reading: ReturnType<typeof readClaims>): string[] =>
  reading.notes
    .filter((note) => note.code === "passage-unread")
    .map((note) => text.slice(note.span?.start, note.span?.end));

for (const [path, file] of Object.entries(packRows)) {
  const language = /^lang\/([^/]+)\/foreign\.json$/.exec(path)?.[1];
  if (language === undefined) continue;
  const { examples, not } = file as Foreign;
  test(`${path}: sentences of the neighbours are left with a note, its own are read`, () => {
    assert.ok(examples.length > 0 && not.length > 0);
    for (const text of examples) {
      const reading = read(text, language);
      assert.deepEqual([codesOf(reading), reading.claims], [["passage-unread"], []], text);
    }
    for (const text of not) assert.deepEqual(codesOf(read(text, language)), [], text);
  });
}

test("a paragraph in another script is left with one note for its whole stretch", () => {
  const text =
    "Two men were hanged in Karaj on Monday.\n\nسه زندانی در کرج اعدام شدند. خانواده‌ها خبر نداشتند.\n\nThe families waited.";
  const reading = read(text, "en");
  assert.deepEqual(
    reading.claims.map(({ kind, quantity }) => [kind, quantity?.min]),
    [["execution", 2]],
  );
  assert.deepEqual(quoteOf(text, reading), ["سه زندانی در کرج اعدام شدند. خانواده‌ها خبر نداشتند."]);
});

test("a paragraph in Sorani inside a Persian report makes no claim", () => {
  const text =
    "دو زندانی در کرج اعدام شدند.\n\nدوو زیندانی لە زیندانی کەرەج لەسێدارە دران.\n\nخانواده‌ها خبر نداشتند.";
  const reading = read(text, "fa");
  assert.equal(reading.claims.filter(({ kind }) => kind === "execution").length, 1);
  assert.equal(quoteOf(text, reading).length, 1);
});

test("an embedded post in another script is one statement of its author", () => {
  const post = "سحرگاه امروز سه زندانی در زندان قزل‌حصار کرج اعدام شدند.";
  const text = `Two prisoners were executed in Karaj on Monday.\n\nIn a post on X the society told of more:\n\n${post}\n\n— Arsam Society (@arsamsoc) June 2, 2025\n\nThe families were not told.`;
  const reading = read(text, "en");
  const statements = reading.claims.filter(({ kind }) => kind === "statement");
  assert.deepEqual(
    statements.map(({ span, attribution }) => [span.quote, attribution.at(-1)?.words]),
    [[post.slice(0, -1), "Arsam Society"]],
  );
  assert.equal(reading.claims.filter(({ kind }) => kind === "execution").length, 1);
});

test("a quotation and a hashtag inside a sentence are no passage", () => {
  const text =
    "The family wrote «دو زندانی اعدام شدند» and the campaign #نه_به_اعدام said that five men were hanged in Shiraz.";
  assert.deepEqual(codesOf(read(text, "en")), []);
});

test("Persian of a Kurdish or Arabic keyboard is Persian", () => {
  for (const text of [
    "بنا بە گزارش رسیدە، دو زندانی در ارومیە اعدام شدە‌اند.",
    "دو زنداني سياسي در اروميه اعدام شدند.",
  ])
    assert.deepEqual(codesOf(read(text, "fa")), [], text);
});

test("a text whose language is not known is left with a note where no word is in the fallback's script", () => {
  assert.deepEqual(codesOf(read("اعدام سه زندانی", null)), ["language-unread"]);
  assert.deepEqual(codesOf(read("Three men hanged", null)), []);
});

test("documents in languages without a pack are left with a note", () => {
  assert.ok(!packs.languages.has("ckb"));
  const reading = read("دوو زیندانی لە زیندانی کەرەج لەسێدارە دران", "ckb");
  assert.deepEqual([codesOf(reading), reading.claims], [["language-unread"], []]);
});
