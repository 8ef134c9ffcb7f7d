import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { makeSource, readSources, type Source } from "../../scripts/sources.ts";
import { packRows } from "./reading.ts";

/** The reader knows no language: words stand in packs/. These checks find what slips into src/read. */
type Check = (source: Source) => string[];

/** Closed classes and nouns for people: nobody needs these words but to read English. */
const CLASSES: ReadonlySet<string> = new Set([
  "DET",
  "INDEF",
  "DEF",
  "POSSP",
  "PRON",
  "REL",
  "PREP",
  "BE",
  "BEEN",
  "HAVE",
  "DO",
  "MAYMOD",
  "WILLMOD",
  "MUSTMOD",
  "SUBORD",
  "HUMAN",
  "INST",
  "ADV",
]);

/** Names of parts of rows that are English words too ("from": the beginning of a range). */
const NAMES: ReadonlySet<string> = new Set([
  "from",
  "to",
  "of",
  "by",
  "in",
  "for",
  "and",
  "before",
  "after",
  "near",
  "person",
  "group",
  "at",
  "on",
  "victim",
  "detainee",
  "official",
  "about",
  "above",
  "below",
  "over",
  "around",
  "within",
  "subject",
]);

const words = englishWords();

/** `tokens.form[at] === "the"` and the like; "\n" and signs hold no letters. */
const checkComparisons: Check = ({ path, code }) =>
  [
    ...code.matchAll(
      /\bform(?:s)?(?:\[[^\]]*\])?(?:\?)?(?:\.\w+\(\))?(?: \?\? "")?\)?\s*[!=]==\s*"([^"]*\p{L}[^"]*)"/gu,
    ),
  ]
    .filter(
      ([, literal = ""]) =>
        literal !== "\\n" && /[\p{Ll}\p{Lo}]/u.test(literal) && !TRIGGER_FORMS.has(literal),
    )
    .map(([, literal]) => `${path} compares with "${literal}"`);

/** Forms of triggers are called noun, part, past…, which are no words of reports. */
const TRIGGER_FORMS: ReadonlySet<string> = new Set([
  "part",
  "past",
  "pres",
  "base",
  "ing",
  "noun",
  "intr",
  "phrase",
]);

/** `form.endsWith("ed")`. */
const checkEndings: Check = ({ path, code }) =>
  [
    ...code.matchAll(/\b(?:form|head|word|words|last)\.(?:endsWith|startsWith)\("(\p{L}+)"\)/gu),
  ].map(([, literal]) => `${path} asks for the ending "${literal}"`);

/** A list of which most members are function words or nouns for people. */
const checkLists: Check = ({ path, code }) =>
  [...code.matchAll(/\[\s*((?:"[^"\n]*",?\s*){2,})\]/g)].flatMap(([, list = ""]) => {
    const members = [...list.matchAll(/"([^"]*)"/g)].map(([, member = ""]) => member);
    const known = members.filter((member) => words.has(member) && !NAMES.has(member));
    return known.length * 2 > members.length
      ? [`${path} lists ${members.slice(0, 4).join(", ")}`]
      : [];
  });

/** Letters of other scripts. Signs, digits and marks are no words. */
const checkScripts: Check = ({ path, code }) =>
  path === "src/read/tokens.ts"
    ? []
    : [
        ...code.matchAll(
          /"([^"\n]*[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}][^"\n]*)"/gu,
        ),
      ]
        .filter(([, literal = ""]) => /\p{L}/u.test(literal))
        .map(([, literal]) => `${path} holds "${literal}"`);

const checks = { checkComparisons, checkEndings, checkLists, checkScripts };
const sources = readSources(join(import.meta.dirname, "../..")).filter(
  ({ folder }) => folder === "read",
);

for (const [name, check] of Object.entries(checks)) {
  test(`src/read holds to ${name}`, () => {
    assert.ok(sources.length > 40, `Found only ${sources.length} files`);
    assert.deepEqual(sources.flatMap(check), []);
  });
}

/** Counter-examples: each must be caught, or the checks prove nothing. */
const BAD: readonly (readonly [string, Check])[] = [
  ['if (tokens.form[at] === "the") return;', checkComparisons],
  ['if ((tokens.form[at] ?? "") !== "their") return;', checkComparisons],
  ['return form === "it" || item;', checkComparisons],
  ['return form.endsWith("ed");', checkEndings],
  ['const HEADS = new Set(["people", "prisoners", "others"]);', checkLists],
  ['const PRONOUNS = ["he", "she",\n  "they"];', checkLists],
  ['const IS = "اعدام";', checkScripts],
];

for (const [code, check] of BAD) {
  test(`the check finds ${JSON.stringify(code)}`, () =>
    assert.equal(check(makeSource("src/read/a.ts", code)).length, 1));
}

function englishWords(): ReadonlySet<string> {
  const { classes } = packRows["lang/en/words.json"] as {
    classes: readonly { class: string; words: readonly string[] }[];
  };
  return new Set(classes.filter((row) => CLASSES.has(row.class)).flatMap((row) => row.words));
}
