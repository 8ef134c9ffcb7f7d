import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPack } from "../../scripts/formatPacks/formatPack.ts";
import { packRows } from "./reading.ts";

test("formatPack() keeps every value and its order, and is the same when run twice", () => {
  const files = Object.entries(packRows);
  assert.ok(files.length > 10, `${files.length}`);
  for (const [file, content] of files) {
    const text = formatPack(content);
    assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(content), file);
    assert.equal(formatPack(JSON.parse(text)), text, file);
  }
});

test("formatPack() gives a row a line, and wraps long lists of words", () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
  const text = formatPack({
    pack: "en",
    rows: [
      { id: "a", words: ["b", "c"] },
      { id: "d", words },
    ],
  });
  assert.match(text, /\n {4}\{ "id": "a", "words": \["b", "c"\] \},\n/);
  assert.ok(text.split("\n").every((line) => line.length <= 140));
  assert.ok(text.split("\n").length < 20, text);
});

test("a row of a language is named once, so that a trace leads to it", () => {
  const twice = Object.entries(packRows)
    .filter(([file]) => file.includes("lang/") && !file.includes("sheets"))
    .flatMap(([file, content]) => {
      const ids = idsIn(content);
      return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map(
        (id) => `${file} ${id}`,
      );
    });
  assert.deepEqual(twice, []);
});

/** Every `id` anywhere in a value. */
function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "id" in value && typeof value.id === "string" ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}
