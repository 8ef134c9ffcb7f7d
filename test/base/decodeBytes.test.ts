import assert from "node:assert/strict";
import { test } from "node:test";
import iconv from "iconv-lite";
import { decodeBytes } from "../../src/base/decodeBytes.ts";

const FA = "دادگاه دو مرد را به اعدام محکوم کرد و پدر گفت";
const LATIN = "Le procès a été repoussé à l’été, déclare l’avocat";
const UTF8 = Buffer.from(FA);

const ROWS: readonly {
  what: string;
  bytes: Uint8Array;
  label: string | null;
  text: string;
  notes: string[];
}[] = [
  { what: "UTF-8", bytes: UTF8, label: null, text: FA, notes: [] },
  {
    what: "UTF-8 with a mark",
    bytes: Buffer.from(`\ufeff${FA}`),
    label: null,
    text: FA,
    notes: ["bom-dropped"],
  },
  {
    what: "UTF-16 with a mark",
    bytes: Buffer.from(`\ufeff${FA}`, "utf16le"),
    label: null,
    text: FA,
    notes: ["bom-dropped"],
  },
  {
    what: "UTF-16, high half first",
    bytes: iconv.encode(FA, "utf-16be", { addBOM: true }),
    label: null,
    text: FA,
    notes: ["bom-dropped"],
  },
  {
    what: "UTF-16 without a mark",
    bytes: Buffer.from("Two men were released.", "utf16le"),
    label: null,
    text: "Two men were released.",
    notes: ["charset-guessed"],
  },
  {
    what: "UTF-8 labelled windows-1256",
    bytes: UTF8,
    label: "windows-1256",
    text: FA,
    notes: ["charset-mislabelled"],
  },
  {
    what: "ASCII labelled windows-1256",
    bytes: Buffer.from("abc"),
    label: "windows-1256",
    text: "abc",
    notes: [],
  },
  {
    what: "windows-1256 with its label",
    bytes: iconv.encode("محكمة في المدينة", "windows-1256"),
    label: "windows-1256",
    text: "محكمة في المدينة",
    notes: ["charset-declared"],
  },
  {
    what: "windows-1256 without a label",
    bytes: iconv.encode("محكمة في المدينة حكمت على رجلين", "windows-1256"),
    label: null,
    text: "محكمة في المدينة حكمت على رجلين",
    notes: ["charset-guessed"],
  },
  {
    what: "windows-1252 without a label",
    bytes: iconv.encode(LATIN, "windows-1252"),
    label: null,
    text: LATIN,
    notes: ["charset-guessed"],
  },
  {
    what: "Cyrillic without a label",
    bytes: iconv.encode("Суд приговорил двух мужчин", "windows-1251"),
    label: null,
    text: "Суд приговорил двух мужчин",
    notes: ["charset-guessed"],
  },
  {
    what: "damaged UTF-8",
    bytes: Buffer.concat([UTF8, Buffer.of(0xff), UTF8]),
    label: "utf-8",
    text: `${FA}\ufffd${FA}`,
    notes: ["invalid-utf8"],
  },
  {
    what: "an unknown label",
    bytes: iconv.encode(LATIN, "windows-1252"),
    label: "x-nonsense",
    text: LATIN,
    notes: ["charset-guessed"],
  },
];

for (const { what, bytes, label, text, notes } of ROWS)
  test(`decodeBytes() reads ${what}`, () => {
    const decoded = decodeBytes(bytes, label);
    assert.equal(decoded.text, text);
    assert.deepEqual(decoded.doubts, notes);
  });
