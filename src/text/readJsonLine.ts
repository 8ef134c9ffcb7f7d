/**
 * In: one line of a .jsonl file. Out: its document, or the reason why there is none, with the line's number.
 * Never: changes `text`; lets a bad line spoil its neighbours.
 */
import { isUtf8 } from "node:buffer";
import { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Found } from "../model/document.ts";
import { parseStamp } from "./dates/parseStamp.ts";
import { makeDocument, timeZoneOf } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import { readPlainHead } from "./plainHead.ts";
import type { Outcome, Source } from "./source.ts";

/** Reads one line; null for a blank one. `number` counts from 1. */
export async function readJsonLine(
  bytes: Uint8Array,
  number: number,
  source: Source,
): Promise<Outcome | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = number === 1 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const line = (marked ? buffer.subarray(3) : buffer).toString("utf8");
  if (!/\S/.test(line)) return null;
  const record = parseRecord(line);
  if (typeof record === "string") return refuse(source, number, record);
  const notes = [
    ...(marked ? [textNote("bom-dropped")] : []),
    ...(isUtf8(buffer) ? [] : [textNote("invalid-utf8")]),
  ];
  try {
    return { kind: "document", document: await readRecord(bytes, record, notes, source) };
  } catch (error) {
    if (error instanceof Failure) return refuse(source, number, error.message);
    throw error;
  }
}

/** The failure of one line. */
export function refuse(source: Source, number: number, why: string): Outcome {
  const place = `${source.path ?? "input"}, line ${number}`;
  return { kind: "failure", failure: new Failure("input-refused", `${place}: ${why}`) };
}

type Fields = Readonly<Record<string, unknown>>;

function parseRecord(line: string): Fields | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "Not valid JSON; write one object a line";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "Not a JSON object; write one object a line";
  const record: Fields = { ...value };
  const { text, html } = record;
  if (typeof text === "string" && /\S/.test(text)) return record;
  if (typeof html === "string" && /\S/.test(html)) return record;
  return 'No text; give each object a "text" or an "html" that is not empty';
}

async function readRecord(
  bytes: Uint8Array,
  record: Fields,
  notes: readonly Note[],
  source: Source,
) {
  const stated = (name: string): Found<string> | null => {
    const value = record[name];
    return typeof value === "string" && value.trim() !== ""
      ? { value: value.trim(), by: "record" }
      : null;
  };
  const id = record["id"];
  // Many exports call it "date"; beside a few words it may as well be the day of what they tell.
  const body = record["text"] ?? record["html"];
  const isReport = typeof body === "string" && body.length >= SHORTEST_REPORT;
  const published = stated("published") ?? (isReport ? stated("date") : null);
  const date = published === null ? null : parseStamp(published.value, timeZoneOf(source));
  const common = {
    ...(typeof id === "string" || typeof id === "number" ? { id: String(id) } : {}),
    ...(stated("title") === null ? {} : { title: stated("title") }),
    ...(stated("author") === null ? {} : { author: stated("author") }),
    ...(stated("publisher") === null ? {} : { publisher: stated("publisher") }),
    ...(stated("language") === null ? {} : { language: stated("language") }),
    ...(stated("url") === null ? {} : { url: stated("url")?.value ?? null }),
    ...(date === null ? {} : { published: { value: date, by: "record" } }),
  };
  const dateNotes = [
    ...(published !== null && date === null ? [textNote("date-given-unreadable")] : []),
    ...(published === null && stated("date") !== null ? [textNote("date-not-taken")] : []),
  ];
  const { text, html } = record;
  if (typeof text === "string" && /\S/.test(text)) {
    const head = readPlainHead(text);
    const draft = {
      title: head.title === null ? null : { value: head.title, by: "head" },
      published: head.published === null ? null : { value: head.published, by: "head" },
      publisher: head.publisher === null ? null : { value: head.publisher, by: "head" },
      ...common,
      text,
      notes: [...notes, ...dateNotes],
    };
    return makeDocument(bytes, draft, source);
  }
  const { draftPage } = await import("./html/draftPage.ts");
  const page = draftPage(String(html), { ...source, url: common.url ?? source.url });
  const draft = { ...page, ...common, notes: [...notes, ...dateNotes, ...(page.notes ?? [])] };
  return makeDocument(bytes, draft, source);
}

/** Letters of a record that is a report rather than a row of a list. */
const SHORTEST_REPORT = 160;
