import assert from "node:assert/strict";
import { test } from "node:test";
import { findQuotes } from "../../src/read/quotes.ts";
import { tokenize } from "../../src/read/tokens.ts";

/** A text, and its quotations from the outside in; ! marks one that is not closed. */
type Row = readonly [text: string, ...quotes: string[]];

const ROWS: readonly Row[] = [
  ["“They were innocent,” she said.", "“They were innocent,”"],
  ['"They were innocent," she said, "and brave."', '"They were innocent,"', '"and brave."'],
  ["‘They were innocent,’ she said.", "‘They were innocent,’"],
  ["«آنها بی‌گناه بودند»، وکیل گفت.", "«آنها بی‌گناه بودند»"],
  ["„Sie waren unschuldig“, sagte sie.", "„Sie waren unschuldig“"],
  [
    "“He told me ‘I am innocent’ again,” she said.",
    "“He told me ‘I am innocent’ again,”",
    "‘I am innocent’",
  ],
  ["The prisoners’ families don’t know; the court’s ruling stands."],
  ["It was the ’90s, and the '80s before."],
  ["“They were innocent, she said.", "!“They were innocent, she said."],
  ["“First paragraph.\n\n“Second paragraph.”", "“First paragraph.\n\n“Second paragraph.”"],
  ["“Unclosed here.\n\nThe next paragraph is nobody's.", "!“Unclosed here."],
  ["He is 6'2\" tall."],
  ['"They were innocent,” she said. “And brave."', '"They were innocent,”', '“And brave."'],
  ['“They were innocent", she said, "and brave.”', '“They were innocent"', '"and brave.”'],
  ['“He called us "spies" and left,” she said.', '“He called us "spies" and left,”', '"spies"'],
];

for (const [text, ...expected] of ROWS) {
  test(`findQuotes() finds ${expected.length} in ${JSON.stringify(text)}`, () => {
    const tokens = tokenize(text);
    const { quotes, notes } = findQuotes(tokens);
    const found = quotes.map(
      ({ from, to, isClosed }) =>
        `${isClosed ? "" : "!"}${text.slice(tokens.start[from], tokens.end[to - 1])}`,
    );
    assert.deepEqual(found, expected);
    assert.equal(notes.length, expected.filter((quote) => quote.startsWith("!")).length);
  });
}
