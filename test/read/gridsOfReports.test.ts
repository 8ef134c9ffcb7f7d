import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Reports put together from paragraphs whose claims are known, in every order: what one paragraph tells (a day, a place, a name)
 * must not stray into another. All people are invented.
 */
type Expected = {
  readonly kind: Claim["kind"];
  readonly words: string;
  readonly count: number | null;
  readonly days: string | null;
  readonly place: string | null;
  readonly names: readonly string[];
  readonly modality?: Claim["modality"];
};
type Part = { readonly text: string; readonly tells: readonly Expected[] };

const MONDAY = "2025-06-09/2025-06-09";
const TUESDAY = "2025-06-10/2025-06-10";

function part(text: string, ...tells: Expected[]): Part {
  return { text, tells };
}

function tells(
  kind: Claim["kind"],
  words: string,
  count: number | null,
  days: string | null,
  place: string | null,
  ...names: string[]
): Expected {
  return { kind, words, count, days, place, names };
}

const LEADS = [
  part(
    "Five people were killed and nine wounded in a bombing in Karun on Monday, officials said.",
    tells("killing", "Five", 5, MONDAY, "Karun"),
    tells("injury", "nine", 9, MONDAY, "Karun"),
  ),
  part(
    "Gunmen shot dead five worshippers at a mosque in Karun on Monday.",
    tells("killing", "five", 5, MONDAY, "Karun"),
  ),
];

/** One of each row stands in a report. */
const PARTS = [
  [
    part(
      "In March, a similar attack in Dorud killed 11 people.",
      tells("killing", "11", 11, "2025-03-01/2025-03-31", "Dorud"),
    ),
    part(
      "Eleven people, among them the cleric Hadi Samadi, died in a suicide attack in Dorud last year.",
      tells("killing", "Eleven", 11, "2024-01-01/2024-12-31", "Dorud", "Hadi Samadi"),
    ),
    part(
      "The attack was the deadliest since a bombing in Dorud in March 2024 that left 11 people dead.",
      tells("killing", "11", 11, "2024-03-01/2024-03-31", null),
    ),
  ],
  [
    part("Survivor Shirin Rad, 19, said the gunmen opened fire without warning."),
    part("Lawyer Mina Parsa, who represents the families, said the inquiry had been slow."),
    part(
      "The gunman, Cyrus Pakdel, was shot dead by police on Tuesday.",
      tells("killing", "Cyrus", 1, TUESDAY, null, "Cyrus Pakdel"),
    ),
    part(
      "The mayor of Tabas, Kian Rostami, who was wounded in an attack in 2022, visited the families on Wednesday.",
      tells("injury", "Rostami", 1, "2022-01-01/2022-12-31", null, "Kian Rostami"),
    ),
  ],
  [
    part(
      "Police arrested a suspect, Behnam Karimzad, 41, in Tabas on Tuesday.",
      tells("arrest", "Behnam", 1, TUESDAY, "Tabas", "Behnam Karimzad"),
    ),
    part("“We are looking for two more gunmen,” said Arman Tabandeh, the police chief."),
  ],
  [
    part(
      "In a separate incident on Tuesday, three soldiers were killed when their convoy was ambushed near Shush.",
      tells("killing", "three", 3, TUESDAY, "Shush"),
    ),
    part(
      "Hundreds of people protested in Tabas on Tuesday, and police arrested 20 of them.",
      tells("protest", "protested", 200, TUESDAY, "Tabas"),
      tells("arrest", "20", 20, TUESDAY, "Tabas"),
    ),
    part(
      "In Shush, a court sentenced the teacher Mina Parsa to death on Sunday.",
      tells("death-sentence", "Mina", 1, "2025-06-08/2025-06-08", "Shush", "Mina Parsa"),
    ),
  ],
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

function faultOf(expected: Expected, claims: readonly Claim[]): string | null {
  const claim = claims.find(
    ({ kind, span }) => kind === expected.kind && span.quote.includes(expected.words),
  );
  if (claim === undefined) return `no ${expected.kind}`;
  if (claim.modality !== "happened") return claim.modality;
  if (expected.count !== null && claim.quantity?.min !== expected.count)
    return `${claim.quantity?.min}`;
  const days = `${claim.period?.earliest}/${claim.period?.latest}`;
  if (expected.days !== null && days !== expected.days) return days;
  const places = claim.places.map(({ words }) => words);
  if (expected.place !== null && places.join() !== expected.place) return `at ${places.join()}`;
  const names = claim.persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name);
  return names.join() === expected.names.join() ? null : `of ${names.join()}`;
}

/** All ways to take one part of each row, each at another turn of the order. */
function reports(): Part[][] {
  const found: Part[][] = [];
  const take = (chosen: readonly Part[], row: number): void => {
    const parts = PARTS[row];
    if (parts !== undefined) for (const next of parts) take([...chosen, next], row + 1);
    else {
      const turn = found.length % chosen.length;
      found.push([...chosen.slice(turn), ...chosen.slice(0, turn)]);
    }
  };
  take([], 0);
  return found;
}

test("what one paragraph tells does not stray into another", () => {
  const wrong: string[] = [];
  for (const [index, rest] of reports().entries()) {
    const parts = [LEADS[index % LEADS.length] as Part, ...rest];
    const text = parts.map((one) => one.text).join("\n\n");
    const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
    let from = 0;
    for (const { text: words, tells: expected } of parts) {
      const to = from + words.length;
      const own = claims.filter(({ span }) => span.start >= from && span.start < to);
      for (const one of expected) {
        const fault = faultOf(one, own);
        if (fault !== null) wrong.push(`${fault}: ${words} IN ${text}`);
      }
      from = to + 2;
    }
  }
  assert.deepEqual(wrong, []);
});
