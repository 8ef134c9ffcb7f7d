import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nestMarks, type Piece } from "../../src/brief/marks.ts";

const write = (pieces: readonly Piece<string>[]): string =>
  pieces
    .map((piece) =>
      piece.kind === "text"
        ? piece.text
        : `${piece.isContinued ? "{" : "["}${piece.value}:${write(piece.pieces)}${piece.isLast ? "]" : "}"}`,
    )
    .join("");
const plain = (pieces: readonly Piece<string>[]): string =>
  pieces.map((piece) => (piece.kind === "text" ? piece.text : plain(piece.pieces))).join("");
const range = (value: string, start: number, end: number) => ({ value, start, end });

const ROWS = [
  ["no range", [], "abcdef"],
  ["one", [range("1", 1, 3)], "a[1:bc]def"],
  ["nested", [range("1", 0, 6), range("2", 2, 4)], "[1:ab[2:cd]ef]"],
  ["the same words", [range("1", 1, 3), range("2", 1, 3)], "a[1:[2:bc]]def"],
  ["crossing", [range("1", 0, 4), range("2", 2, 6)], "[1:ab[2:cd}]{2:ef]"],
  ["side by side", [range("1", 0, 3), range("2", 3, 6)], "[1:abc][2:def]"],
  ["begun before", [range("1", -4, 2)], "{1:ab]cdef"],
  ["ending after", [range("1", 4, 12)], "abcd[1:ef}"],
  ["outside", [range("1", 7, 9), range("2", -3, 0)], "abcdef"],
  ["empty", [range("1", 2, 2)], "abcdef"],
] as const;
for (const [why, ranges, expected] of ROWS) {
  test(`nestMarks() with ${why}`, () => {
    assert.equal(write(nestMarks("abcdef", 0, ranges)), expected);
  });
}

test("nestMarks() keeps the text, marks exactly the words of each range, and ends and begins each once", () => {
  const ranges = fc.array(
    fc.tuple(fc.integer({ min: -5, max: 45 }), fc.integer({ min: 0, max: 30 })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), ranges, (text, spans) => {
      const marks = spans.map(([start, length], index) =>
        range(String(index), start, start + length),
      );
      const pieces = nestMarks(text, 0, marks);
      assert.equal(plain(pieces), text);
      for (const mark of marks) {
        const found = marksOf(pieces, mark.value);
        assert.equal(
          found.map((piece) => plain(piece.pieces)).join(""),
          text.slice(Math.max(0, mark.start), Math.max(0, mark.end)),
        );
        const whole = mark.start >= 0 && mark.end <= text.length && mark.end > mark.start;
        if (whole) assert.equal(found.filter((piece) => !piece.isContinued).length, 1);
        if (whole) assert.equal(found.filter((piece) => piece.isLast).length, 1);
      }
    }),
  );
});

type Mark = Extract<Piece<string>, { kind: "mark" }>;

function marksOf(pieces: readonly Piece<string>[], value: string): readonly Mark[] {
  return pieces.flatMap((piece) =>
    piece.kind === "text"
      ? []
      : [...(piece.value === value ? [piece] : []), ...marksOf(piece.pieces, value)],
  );
}
