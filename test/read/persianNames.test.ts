import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type NameMatch, findNames } from "../../src/read/findNames.ts";
import { findSentences } from "../../src/read/sentences.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { packRows, packs } from "./reading.ts";

/**
 * persianNames.tsv: a sentence; the persons in it, parted by semicolons, each as name|age|father ("-" for none); then
 * the places, prisons and organisations that must be found with an id.
 */
const lines = readFileSync(`${import.meta.dirname}/persianNames.tsv`, "utf8")
  .trim()
  .split("\n");

type Found = { readonly words: string; readonly match: NameMatch };

function findIn(text: string): Found[] {
  const tokens = tokenize(text);
  const words = packs.languages.get("fa")?.sentenceWords;
  assert.ok(words !== undefined);
  return findNames(tokens, findSentences(tokens, words), packs.names).map((match) => ({
    words: text.slice(tokens.start[match.from], tokens.end[match.to - 1]),
    match,
  }));
}

/** Names and details as one text; the joiner of words is a space. */
function tellPersons(found: readonly Found[]): string[] {
  return found
    .filter(({ match }) => match.type === "person")
    .map(({ words, match }) =>
      tell(words, match.person?.age ?? null, match.person?.father ?? null),
    );
}

function tell(name: string, age: number | null, father: string | null): string {
  const plain = name.replaceAll("\u200c", " ").replace(/[ .]+$/, "");
  return `${plain}|${age ?? "-"}|${father ?? "-"}`;
}

function wantedPersons(persons: string): string[] {
  return persons
    .split(";")
    .filter((person) => person !== "")
    .map((person) => {
      const [name = "", age = "-", father = "-"] = person.split("|");
      return tell(name, age === "-" ? null : Number(age), father === "-" ? null : father);
    });
}

test("persianNames.tsv: persons are found, and nobody else", () => {
  let right = 0;
  let missed = 0;
  const extra: string[] = [];
  for (const line of lines) {
    const [text = "", persons = ""] = line.split("\t");
    const found = tellPersons(findIn(text));
    const wanted = wantedPersons(persons);
    right += wanted.filter((person) => found.includes(person)).length;
    missed += wanted.filter((person) => !found.includes(person)).length;
    extra.push(...found.filter((person) => !wanted.includes(person)));
  }
  assert.ok(lines.length > 150);
  assert.ok(right >= 109 && missed <= 8, `right ${right}, missed ${missed}`);
  assert.ok(extra.length <= 3, extra.join(" "));
});

test("persianNames.tsv: places, prisons and organisations are found with an id", () => {
  const missed: string[] = [];
  for (const line of lines) {
    const [text = "", , ...places] = line.split("\t");
    const found = findIn(text).filter(({ match }) => match.id !== null);
    missed.push(...places.filter((place) => !found.some(({ words }) => words === place)));
  }
  assert.deepEqual(missed, []);
});

/** Rows of a pack file. */
function itemsOf(path: string): readonly Readonly<Record<string, unknown>>[] {
  return (packRows[path] as { items: readonly Readonly<Record<string, unknown>>[] }).items;
}

test("given names and surnames make persons in their templates", () => {
  for (const name of ["names-given", "names-surnames"]) {
    const path = `lang/fa/${name}.json`;
    const { template } = packRows[path] as { template: string };
    const words = itemsOf(path).flatMap((row) => String(row["words"]).split(" "));
    const right = words.filter((word) => {
      const persons = findIn(template.replace("{name}", word)).filter(
        ({ match }) => match.type === "person",
      );
      return persons.some((person) => person.words.includes(word));
    });
    assert.ok(words.length > 300 && right.length / words.length > 0.97, `${path} ${right.length}`);
  }
});

test("common words of Persian reports are no names at the head of a sentence", () => {
  const words = itemsOf("lang/fa/names-words.json").flatMap((row) =>
    String(row["words"]).split(" "),
  );
  const persons = words.filter((word) =>
    findIn(`${word} اعلام شد.`).some(({ match }) => match.type === "person"),
  );
  assert.deepEqual(persons, []);
});

test("every prison and town is found by its Persian names", () => {
  const prisons = itemsOf("country/ir/prisons.json").flatMap((row) => row["names_fa"] as string[]);
  const lost = prisons.filter(
    (name) => !findIn(`حکم در ${name} اجرا شد.`).some(({ match }) => match.type === "prison"),
  );
  assert.deepEqual(lost, []);
  const { notAlone } = packRows["lang/fa/names.json"] as { notAlone: string };
  const alone = new Set(notAlone.split(" "));
  const towns = itemsOf("country/ir/cities.json").map((row) => String(row["fa"]));
  const missed = towns.filter(
    (name) =>
      !alone.has(name) &&
      !findIn(`او در ${name} بازداشت شد.`).some(({ match }) => match.id !== null),
  );
  assert.deepEqual(missed, []);
});
