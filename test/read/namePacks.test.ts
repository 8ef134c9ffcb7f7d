import assert from "node:assert/strict";
import test from "node:test";
import { findCharges, findStages } from "../../src/read/gazetteer.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { namesIn, packGrammar, readPacks } from "./nameScore.ts";

type Row = Readonly<Record<string, unknown>>;
const packs = readPacks();
const pack = (path: string): Row => packs[path] as Row;
const items = (path: string): readonly Row[] => pack(path)["items"] as readonly Row[];
const list = (row: Row, key: string): readonly string[] =>
  (row[key] as readonly string[] | undefined) ?? [];

/** Puts every name into its pack's template; returns those that were not read as wanted. */
function misread(
  path: string,
  names: readonly string[],
  isRight: (text: string, name: string) => boolean,
): string[] {
  const template = String(pack(path)["template"]);
  assert.ok(names.length > 0 && template.includes("{name}"), path);
  return names.filter((name) => !isRight(template.replace("{name}", name), name));
}

test("every prison of the pack is found by its names, with its id", () => {
  for (const row of items("country/ir/prisons.json")) {
    const wanted = `ir/prison/${String(row["id"])}`;
    const names = [...list(row, "names"), ...list(row, "alone")];
    const wrong = misread("country/ir/prisons.json", names, (text) =>
      namesIn(text).some((name) => name.match.id === wanted && name.match.type === "prison"),
    );
    assert.deepEqual(wrong, [], wanted);
  }
});

test("a town is a prison only beside a prison word", () => {
  for (const row of items("country/ir/prisons.json")) {
    for (const town of list(row, "beside")) {
      const beside = namesIn(`They were held in ${town} prison on Monday.`).map(
        (name) => name.match.type,
      );
      assert.deepEqual(beside, ["prison"], town);
      const alone = namesIn(`They were arrested in ${town} on Monday.`);
      assert.ok(
        !alone.some((name) => name.match.type === "prison" || name.match.type === "person"),
        town,
      );
    }
  }
});

test("every province and town is a place with an id", () => {
  for (const path of ["country/ir/provinces.json", "country/ir/cities.json"]) {
    const names = items(path).flatMap((row) => [String(row["en"]), ...list(row, "variants_latin")]);
    const wrong = misread(path, names, (text) =>
      namesIn(text).some(
        (name) => /^(ir|world)\//.test(name.match.id ?? "") && name.match.type === "place",
      ),
    );
    assert.deepEqual(wrong, [], path);
  }
});

test("every country, state and large city is a place with an id, its people are no names", () => {
  const path = "country/world/places.json";
  const names = items(path).flatMap((row) => String(row["names"]).split(";"));
  const latin = names.filter((name) => /^[\p{Script=Latin}\s.,'’-]+$/u.test(name));
  const wrong = misread(path, latin, (text) =>
    namesIn(text).some((name) => name.match.type === "place" && name.match.id !== null),
  );
  assert.deepEqual(wrong, []);
  const peoples = items(path)
    .flatMap((row) => (typeof row["people"] === "string" ? row["people"] : "").split(";"))
    .filter((word) => /^[A-Z]/.test(word));
  const persons = peoples.filter((people) =>
    namesIn(`Two ${people} men were arrested.`).some((name) => name.match.type === "person"),
  );
  assert.deepEqual(persons, []);
});

test("every organisation of the world's pack is one", () => {
  const path = "lang/en/names-organisations.json";
  const names = items(path).flatMap((row) => String(row["names"]).split(";"));
  const wrong = misread(path, names, (text) =>
    namesIn(text).some((name) => name.match.type === "organisation"),
  );
  assert.deepEqual(wrong, []);
});

/** The share of words that make a person in their template; words that are places or words too may fail. */
function shareOfPersons(path: string): number {
  const template = String(pack(path)["template"]);
  let right = 0;
  let total = 0;
  for (const row of items(path)) {
    for (const word of String(row["words"]).split(" ")) {
      total++;
      const text = template.replace("{name}", word);
      if (namesIn(text).some((name) => name.match.type === "person" && name.words.includes(word)))
        right++;
    }
  }
  assert.ok(total > 500, path);
  return right / total;
}

test("given names and surnames make persons in their templates", () => {
  assert.ok(shareOfPersons("lang/en/names-given.json") > 0.97);
  assert.ok(shareOfPersons("lang/en/names-surnames.json") > 0.97);
});

test("common words at the head of a sentence are no names", () => {
  const words = items("lang/en/names-words.json").flatMap((row) => String(row["words"]).split(" "));
  const wrong = words.filter((word, index) => {
    if (index % 23 !== 0) return false;
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    return namesIn(`${capital} was announced on Monday.`).some(
      (name) => name.match.type === "person",
    );
  });
  assert.ok(wrong.length <= 3, wrong.join(" "));
});

test("examples of titles and endings are read", () => {
  for (const row of pack("lang/en/names.json")["titles"] as readonly Row[]) {
    const text = String(row["example"]);
    assert.ok(
      namesIn(text).some((name) => name.match.type === "person"),
      `${String(row["id"])}: ${text}`,
    );
  }
  for (const row of pack("lang/en/names-surnames.json")["endings"] as readonly Row[]) {
    const text = `Zoran ${String(row["example"])} was arrested on Monday.`;
    assert.ok(
      namesIn(text).some((name) => name.match.type === "person"),
      text,
    );
  }
});

const charges = (text: string): string[] => {
  const tokens = tokenize(text);
  return findCharges(tokens, 0, tokens.size, packGrammar()).map((found) => found.id);
};
const stages = (text: string): string[] => {
  const tokens = tokenize(text);
  return findStages(tokens, 0, tokens.size, packGrammar()).map((found) => found.id);
};

test("findCharges() finds every charge of the pack in its template, the longest first", () => {
  for (const row of items("country/ir/charges.json")) {
    for (const words of list(row, "variants_latin")) {
      const text = String(pack("country/ir/charges.json")["template"]).replace("{name}", words);
      assert.equal(charges(text).length, 1, words);
    }
  }
  assert.deepEqual(charges("charged with moharebeh through armed robbery"), ["armed-robbery"]);
  assert.deepEqual(charges("convicted of murder and drug trafficking"), ["qisas-murder", "drug"]);
  assert.deepEqual(charges("the trial was adjourned"), []);
});

test("findStages() finds cues, also with words in their gap", () => {
  assert.deepEqual(stages("he was sentenced to ten years in prison"), ["sentenced-prison"]);
  assert.deepEqual(stages("he was sentenced to death"), ["sentenced-death"]);
  assert.deepEqual(stages("the Supreme Court upheld the sentence"), ["sc-upheld"]);
  assert.deepEqual(stages("he left the house"), []);
});
