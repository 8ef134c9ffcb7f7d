import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf, readPassages } from "./boilerplateRows.ts";

/** Passages of a language that were not read when they were written down. Rows newly written down as unread raise it, mends lower it. */
const MOST_KNOWN: Readonly<Record<string, number>> = { en: 61, fa: 58 };

const passages = readPassages();
const read = passages.map((passage) => ({ passage, faults: faultsOf(passage) }));

test("readClaims() reads the plain sentences that every article of a body carries, with all their fields", () => {
  assert.ok(passages.length >= 200, `Found only ${passages.length} passages`);
  const wrong = read
    .filter(({ passage, faults }) => !passage.isKnown && faults.length > 0)
    .map(
      ({ passage, faults }) => `  ${passage.file}: ${passage.text}\n    ${faults.join("\n    ")}`,
    );
  assert.deepEqual(wrong, []);
});

test("readClaims() leaves no more of them unread than before", (context) => {
  const known = passages.filter(({ isKnown }) => isKnown);
  const now = read.filter(({ passage, faults }) => passage.isKnown && faults.length === 0);
  for (const { passage } of now) context.diagnostic(`read now: ${passage.text}`);
  for (const [language, most] of Object.entries(MOST_KNOWN)) {
    const { length } = known.filter((passage) => passage.language === language);
    assert.ok(length <= most, `${language}: ${length} are marked "~"`);
  }
});

test("faultsOf() finds a wrong number, a missing claim and one too many", () => {
  const text = "Three men were hanged in Tabas.";
  const [wanted] = passages.flatMap((passage) =>
    passage.wanted.filter(({ kind }) => kind === "execution"),
  );
  assert.ok(wanted !== undefined);
  const asked = {
    ...wanted,
    isOptional: false,
    modality: "happened",
    period: "*",
    source: "*",
    persons: "*",
    place: "*",
  };
  assert.deepEqual(faultsOf({ text, wanted: [{ ...asked, number: "3" }] }), []);
  assert.match(faultsOf({ text, wanted: [{ ...asked, number: "4" }] })[0] ?? "", /^number/);
  assert.match(
    faultsOf({ text, wanted: [{ ...asked, kind: "release" }] }).join(),
    /missing.*too many/,
  );
  assert.match(faultsOf({ text, wanted: [] })[0] ?? "", /^too many/);
});
