import assert from "node:assert/strict";
import test from "node:test";
import { gatherEntries, growLexicon, makeLexicon } from "../../src/read/lexicon.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { unboxed } from "../../src/base/unboxed.ts";
import {
  flagForms,
  formOfNumber,
  numberForm,
  numberOfForm,
  UNKNOWN,
} from "../../src/read/vocabulary.ts";

test("numberForm() gives each form one number, and a text's form the same", () => {
  const [first, second] = [numberForm("vocabulary-one"), numberForm("vocabulary-two")];
  assert.notEqual(first, second);
  assert.equal(numberForm("vocabulary-one"), first);
  assert.equal(numberOfForm("vocabulary-two"), second);
  assert.equal(numberOfForm("vocabulary-three"), UNKNOWN);
  assert.equal(formOfNumber(second), "vocabulary-two");
});

test("a vocabulary that grows keeps the number of every form", () => {
  const forms = Array.from({ length: 20_000 }, (_, at) => `vocabulary-${at}`);
  const numbers = forms.map(numberForm);
  assert.deepEqual(forms.map(numberOfForm), numbers);
});

test("flagForms() flags the numbers of its forms and no other", () => {
  const flags = flagForms(["vocabulary-four"], new Set(["vocabulary-five"]));
  assert.equal(flags[numberForm("vocabulary-four")], 1);
  assert.equal(flags[numberForm("vocabulary-five")], 1);
  assert.notEqual(flags[numberForm("vocabulary-six")], 1);
  assert.equal(flags[UNKNOWN], 0);
});

test("a lexicon finds its longest entry by the numbers of forms", () => {
  const rows = [
    { id: "a", class: "A", words: ["vocabword"] },
    { id: "b", class: "B", words: ["vocabword of vocabplace"] },
  ];
  const lexicon = makeLexicon(
    growLexicon(gatherEntries(rows), ([name]) => (name === "A" ? 0 : 1), [["A"], ["B"]]),
  );
  const tokens = tokenize("strangerword vocabword of vocabplace");
  assert.equal(lexicon.match(tokens, 0, tokens.size), null);
  assert.deepEqual(lexicon.match(tokens, 1, tokens.size)?.classes, ["B"]);
  assert.equal(lexicon.length(), 3);
  assert.deepEqual(lexicon.match(tokens, 1, 3)?.classes, ["A"]);
  assert.equal(lexicon.length(), 1);
  assert.equal(lexicon.match(tokens, 1, 1), null);
  assert.equal(lexicon.match(tokens, -1, tokens.size), null);
});

test("unboxed() changes no value but minus nought, which is nought", () => {
  for (const value of [0, 7, -7, 0.5, 2 ** 31, -(2 ** 40), Number.POSITIVE_INFINITY])
    assert.equal(unboxed(value), value);
  assert.ok(Object.is(unboxed(-0), 0));
  assert.ok(Number.isNaN(unboxed(Number.NaN)));
});
