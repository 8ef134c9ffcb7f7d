import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pattern } from "../../src/read/pattern.ts";
import { languages, packs } from "./reading.ts";

function patternsOf(language: string): readonly Pattern[] {
  const pack = packs.languages.get(language);
  assert.ok(pack !== undefined);
  return [
    ...pack.groups.rows.map((row) => row.pattern),
    ...pack.frames.rows.map((row) => row.pattern),
    ...pack.ellipses.rows.map((row) => row.pattern),
    ...pack.statistics.rows.flatMap((row) => row.compiled ?? []),
  ];
}

for (const language of languages) {
  test(`every pattern of ${language} is a regular expression, though it is made when first asked for`, () => {
    const patterns = patternsOf(language);
    assert.ok(patterns.length > 0);
    for (const pattern of patterns)
      assert.doesNotThrow(() => pattern.find(""), `Pattern ${pattern.id}`);
  });
}

test("every row of times is a regular expression, though it is made when first asked for", () => {
  const rows = packs.periods.levels.flatMap((level) => level.rows.rows);
  assert.ok(rows.length > 0);
  for (const { id, test: match, exec } of rows)
    assert.doesNotThrow(() => [match(), exec()], `Row ${id}`);
});
