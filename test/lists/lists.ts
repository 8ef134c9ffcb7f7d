import { strToU8, zipSync } from "fflate";
import { loadSheetWords } from "../../src/flow/lists/loadSheetWords.ts";
import { type List, type ReadListOptions, readList } from "../../src/lists/readList.ts";

export const words = loadSheetWords();

const OPTIONS: ReadListOptions = { choices: [], order: null, sheet: null, today: "2026-11-21" };

/** A list of text or bytes, read on an invented day. */
export function read(content: string | Uint8Array, options: Partial<ReadListOptions> = {}): List {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readList(bytes, words, { ...OPTIONS, ...options });
}

/** The notes of a list as `code@row`, sorted. */
export function notesOf(list: List): readonly string[] {
  return list.notes
    .flatMap(({ first }) => first.map(({ code, row }) => (row === null ? code : `${code}@${row}`)))
    .sort();
}

/** Which column holds which field. */
export function fieldsOf(list: List): Readonly<Record<string, string | null>> {
  return Object.fromEntries(list.columns.map(({ header, field }) => [header, field]));
}

/** A cell of a made-up workbook: shared words, a number, a number shown as a date, or markup as it is. */
export type BookCell =
  | string
  | number
  | { readonly date: number }
  | { readonly xml: string }
  | null;

/** A workbook as programs write it. */
export function makeBook(
  sheets: Readonly<
    Record<
      string,
      { rows: readonly (readonly BookCell[])[]; merges?: readonly string[]; state?: string }
    >
  >,
  { is1904 = false }: { is1904?: boolean } = {},
): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, Uint8Array> = {};
  const names = Object.keys(sheets);
  for (const [at, name] of names.entries()) {
    const { rows, merges = [] } = sheets[name] ?? { rows: [] };
    const body = rows.map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`, strings));
      return `<row r="${r + 1}">${cells.join("")}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${body.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    );
  }
  parts["xl/workbook.xml"] = strToU8(
    `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${escape(name)}" state="${sheets[name]?.state ?? "visible"}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
  );
  parts["xl/_rels/workbook.xml.rels"] = strToU8(
    `<Relationships>${names.map((_name, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
  );
  parts["xl/styles.xml"] = strToU8(
    `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-3000401]dd/mm/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  );
  parts["xl/sharedStrings.xml"] = strToU8(
    `<sst>${strings.map((text) => `<si><r><t xml:space="preserve">${escape(text)}</t></r><rPh><t>x</t></rPh></si>`).join("")}</sst>`,
  );
  return zipSync(parts);
}

function cellXml(cell: BookCell, ref: string, strings: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  if ("date" in cell) return `<c r="${ref}" s="1"><v>${cell.date}</v></c>`;
  return cell.xml.replace("<c", `<c r="${ref}"`);
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
