/**
 * In: the bytes of a workbook (.xlsx, ECMA-376). Out: its sheets by name, their shared words, and which cell styles are dates.
 * Never: computes a formula; follows a link; unpacks more than the caps allow.
 */
import { Parser } from "htmlparser2";
import { Failure } from "../base/failure.ts";
import { unpackWorkbook } from "./unpackWorkbook.ts";

/** A sheet of a workbook. */
export type SheetRef = { readonly name: string; readonly part: string; readonly isHidden: boolean };

/** What a workbook's sheets share. */
export type Workbook = {
  readonly sheets: readonly SheetRef[];
  readonly strings: readonly string[];
  /** By style: whether its numbers are shown as dates. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
};

const COMMON =
  /^(?:xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml)|xl\/_rels\/workbook\.xml\.rels)$/i;

/** Reads what all sheets of a workbook share. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const parts = unpackWorkbook(bytes, (name) => COMMON.test(name));
  const part = (end: string): Uint8Array | null => {
    for (const [name, content] of parts) if (name.toLowerCase().endsWith(end)) return content;
    return null;
  };
  const book = part("/workbook.xml");
  if (book === null)
    throw new Failure("input-refused", "The workbook holds no sheets; save it again as .xlsx");
  const { sheets, is1904 } = readSheets(book, readTargets(part(".rels")));
  return {
    sheets,
    is1904,
    strings: readStrings(part("sharedstrings.xml")),
    dateStyles: readDateStyles(part("styles.xml")),
  };
}

/** Walks the elements of a part; names come without their namespace. */
export function walkXml(
  content: Uint8Array,
  handler: {
    readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
    readonly text?: (text: string) => void;
    readonly close?: (name: string) => void;
  },
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(local(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for (let at = 0; at < content.length; at += CHUNK)
    parser.write(decoder.decode(content.subarray(at, at + CHUNK), { stream: true }));
  parser.write(decoder.decode());
  parser.end();
}

const CHUNK = 1 << 18;

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function readTargets(content: Uint8Array | null): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (content === null) return targets;
  walkXml(content, {
    open: (name, attributes) => {
      if (name === "Relationship") targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
    },
  });
  return targets;
}

function readSheets(
  content: Uint8Array,
  targets: ReadonlyMap<string, string>,
): { readonly sheets: readonly SheetRef[]; readonly is1904: boolean } {
  const sheets: SheetRef[] = [];
  let is1904 = false;
  walkXml(content, {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const [, relation = ""] =
        Object.entries(attributes).find(([key]) => /^(?:.*:)?id$/.test(key)) ?? [];
      const target = targets.get(relation);
      const part = target ?? `worksheets/sheet${sheets.length + 1}.xml`;
      if (/chartsheet|dialogsheet/i.test(part)) return;
      sheets.push({
        name: attributes["name"] ?? `${sheets.length + 1}`,
        part: part.startsWith("/") ? part.slice(1) : `xl/${part}`,
        isHidden: (attributes["state"] ?? "visible") !== "visible",
      });
    },
  });
  return { sheets, is1904 };
}

/** Shared words: the runs of each, without the marks of how it is pronounced. */
function readStrings(content: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (content === null) return strings;
  let words = "";
  let isText = false;
  let isPhonetic = false;
  walkXml(content, {
    open: (name) => {
      if (name === "si") words = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    text: (text) => {
      if (isText) words += text;
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") strings.push(unescapeCell(words));
    },
  });
  return strings;
}

/** "_x000D_" is how a workbook writes a character that XML cannot hold (ECMA-376, ST_Xstring). */
export function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Formats that every workbook has and that show dates (ECMA-376, 18.8.30). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

function readDateStyles(content: Uint8Array | null): readonly boolean[] {
  const dates = new Set<number>(BUILT_IN_DATES);
  const styles: boolean[] = [];
  if (content === null) return styles;
  let isCellStyles = false;
  walkXml(content, {
    open: (name, attributes) => {
      const format = Number(attributes["numFmtId"] ?? 0);
      if (name === "numFmt" && isDateFormat(attributes["formatCode"] ?? "")) dates.add(format);
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) styles.push(dates.has(format));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return styles;
}

/** A format with a day or a year in it, outside of quoted words, colours and languages. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  return /[yd]/i.test(bare) || /m{3,}/i.test(bare);
}
