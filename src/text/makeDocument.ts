import { sha256 } from "../base/digest.ts";
import type { Note } from "../base/note.ts";
import type { Document, Found } from "../model/document.ts";
import { parseStamp } from "./dates/parseStamp.ts";
import { couldBeLanguage, detectLanguage } from "./language/detectLanguage.ts";
import { textNote } from "./notes.ts";
import type { Source } from "./source.ts";

/** What a format's reader found; the rest of a document follows from it. */
export type Draft = {
  readonly text: string;
  readonly id?: string;
  readonly title?: Found<string> | null;
  readonly author?: Found<string> | null;
  readonly publisher?: Found<string> | null;
  readonly published?: Found<string> | null;
  /** The language the report declares; it gives way where the words are in another script. */
  readonly language?: Found<string> | null;
  readonly url?: string | null;
  readonly notes?: readonly Note[];
};

/** Freezes a draft into a document: digest, id, language, and what the person who brought it says of it. */
export function makeDocument(bytes: Uint8Array, draft: Draft, source: Source): Document {
  const digest = sha256(bytes);
  const language = languageOf(draft, source);
  const published = publishedOf(draft, source);
  return {
    id: draft.id ?? digest.slice(0, ID_LENGTH),
    path: source.path,
    sha256: digest,
    text: draft.text,
    title: draft.title ?? null,
    author: draft.author ?? null,
    publisher: given(source.publisher) ?? draft.publisher ?? null,
    published: published.value,
    language: language.value,
    url: source.url ?? draft.url ?? null,
    notes: dedupe([...(draft.notes ?? []), ...published.notes, ...language.notes]),
  };
}

/** The zone in which stamps in UTC become dates. */
export function timeZoneOf(source: Source): string {
  return source.timeZone ?? "UTC";
}

const ID_LENGTH = 12;

function given(value: string | undefined): Found<string> | null {
  return value === undefined || value.trim() === "" ? null : { value: value.trim(), by: "given" };
}

function publishedOf(
  draft: Draft,
  source: Source,
): { value: Found<string> | null; notes: readonly Note[] } {
  const hint = given(source.published);
  if (hint === null) return { value: draft.published ?? null, notes: [] };
  const value = parseStamp(hint.value, timeZoneOf(source));
  if (value !== null) return { value: { value, by: "given" }, notes: [] };
  return { value: draft.published ?? null, notes: [textNote("date-given-unreadable")] };
}

function languageOf(
  draft: Draft,
  source: Source,
): { value: Found<string> | null; notes: readonly Note[] } {
  const hint = given(source.language);
  if (hint !== null) return { value: hint, notes: [] };
  const detected = detectLanguage(draft.text);
  const declared = declaredLanguage(draft.language ?? null);
  if (declared === null)
    return { value: detected === null ? null : { value: detected, by: "detected" }, notes: [] };
  const primary = declared.value.split("-")[0];
  if (detected === null || detected === primary || isNear(primary ?? "", detected))
    return couldBeLanguage(draft.text, declared.value)
      ? { value: declared, notes: [] }
      : { value: null, notes: [textNote("language-label-wrong")] };
  return { value: { value: detected, by: "detected" }, notes: [textNote("language-label-wrong")] };
}

/** A BCP 47 code in its usual case, with the macrolanguage Kurdish left to the detector. */
function declaredLanguage(found: Found<string> | null): Found<string> | null {
  const code = found?.value.trim().replaceAll("_", "-") ?? "";
  if (found === null || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code)) return null;
  const primary = code.split("-")[0]?.toLowerCase() ?? "";
  if (primary === "ku" || primary === "und" || primary === "mul") return null;
  return { value: primary, by: found.by };
}

/** Neighbours that a vote of words cannot hold apart; the label is believed there. */
function isNear(declared: string, detected: string): boolean {
  return NEAR.some((group) => group.includes(declared) && group.includes(detected));
}

const NEAR: readonly (readonly string[])[] = [
  ["no", "nb", "nn", "da", "sv"],
  ["pt", "gl", "es"],
  ["id", "ms"],
  ["fa", "prs", "tg", "mzn", "glk"],
  ["sr", "hr", "bs"],
  ["tr", "az"],
];

function dedupe(notes: readonly Note[]): readonly Note[] {
  const seen = new Set<string>();
  return notes.filter((note) => {
    const key = `${note.code} ${note.span?.start ?? ""}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
