/**
 * In: a testimony as somebody wrote it down: a head of `field: value` lines, an empty line, and the words.
 * Out: its fields. Never: a guess at consent; what is not written is not given.
 */
import { Failure } from "../../base/failure.ts";
import { isPurpose, PURPOSES, type Purpose } from "../../model/testimony.ts";
import type { NewTestimony } from "./testimony.ts";

/** Fields of the head, in English and Persian. */
const FIELDS: Readonly<Record<string, keyof Head>> = {
  name: "name",
  نام: "name",
  contact: "contact",
  تماس: "contact",
  witness: "witness",
  شاهد: "witness",
  taken: "taken",
  تاریخ: "taken",
  how: "how",
  شیوه: "how",
  readers: "readers",
  خوانندگان: "readers",
  purposes: "purposes",
  منظور: "purposes",
  until: "until",
  تا: "until",
  consent: "consent",
  رضایت: "consent",
};

/** Purposes in Persian. */
const PURPOSES_FA: Readonly<Record<string, Purpose>> = {
  خواندن: "read",
  نقل: "quote",
  نام: "name",
  دادگاه: "court",
};

/** What a head says, as written; what it does not say is null. */
export type Head = {
  readonly name: string | null;
  readonly contact: string | null;
  readonly witness: string | null;
  readonly taken: string | null;
  readonly how: string | null;
  readonly readers: string | null;
  readonly purposes: string | null;
  readonly until: string | null;
  readonly consent: string | null;
};

const EMPTY: Head = {
  name: null,
  contact: null,
  witness: null,
  taken: null,
  how: null,
  readers: null,
  purposes: null,
  until: null,
  consent: null,
};

/** Reads a form. Lines of the head that no field has are refused by their number, not by their words. */
export function parseForm(text: string): { readonly head: Head; readonly text: string } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  let head = EMPTY;
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === "") break;
    const [, name = "", value = ""] = /^([^:：]{1,20}):(.*)$/u.exec(line) ?? [];
    const field = FIELDS[name.trim().toLowerCase()];
    if (field === undefined)
      throw new Failure(
        "input-refused",
        `Line ${at + 1} of the testimony is no field of its head. It begins with lines such as "purposes: read" and "consent: in writing", then an empty line, then the words; docs/testimony.md has the whole form`,
      );
    head = { ...head, [field]: value.trim() === "" ? null : value.trim() };
  }
  const words = lines.slice(at).join("\n").trim();
  if (words === "") throw new Failure("input-refused", "The testimony has no words below its head");
  return { head, text: words };
}

/** Lines of a text among which the fields of a head are looked for. */
const HEAD_LINES = 20;

/**
 * Does a text begin as a testimony's form does, whether or not the form is whole? It says for what or how somebody consented beside
 * another field, or who somebody is and how to reach them, each in a line of its own.
 */
export function looksLikeForm(text: string): boolean {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const found = new Set(
    lines.slice(0, HEAD_LINES).flatMap((line) => {
      const name = /^\s*([^:：]{1,20})[:：]/u.exec(line)?.[1];
      const field = name === undefined ? undefined : FIELDS[name.trim().toLowerCase()];
      return field === undefined ? [] : [field];
    }),
  );
  const isConsent = found.has("purposes") || found.has("consent");
  return (isConsent && found.size > 1) || (found.has("name") && found.has("contact"));
}

/** A testimony of its form; throws `input-refused` where consent is not told, or a day is none. */
export function testimonyOf({ head, text }: ReturnType<typeof parseForm>): NewTestimony {
  if (head.purposes === null || head.consent === null)
    throw new Failure(
      "input-refused",
      "Without consent nothing is taken: the head needs purposes and how consent was given; docs/testimony.md has the form",
    );
  return {
    text,
    name: head.name,
    contact: head.contact,
    witness: head.witness,
    takenOn: readDay(head.taken),
    how: head.how,
    readers: readList(head.readers),
    consent: {
      purposes: readPurposes(head.purposes),
      until: readDay(head.until),
      given: head.consent,
    },
  };
}

/** Purposes by name; `none` is keeping alone. */
export function readPurposes(text: string): readonly Purpose[] {
  const words = readList(text).filter((word) => !/^(?:none|هیچ)$/.test(word.toLowerCase()));
  const found = words.map((word) => PURPOSES_FA[word] ?? word.toLowerCase());
  if (!found.every(isPurpose))
    throw new Failure(
      "input-refused",
      `A witness may consent to ${PURPOSES.join(", ")}; none keeps the testimony and lets nobody read it`,
    );
  return [...new Set(found.filter(isPurpose))];
}

/** A day, or null where none is told. */
export function readDay(text: string | null): string | null {
  if (text === null || text.trim() === "") return null;
  const day = text.trim();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay) throw new Failure("input-refused", "A day is written such as 2026-12-31");
  return day;
}

/** Words between commas. */
export function readList(text: string | null): readonly string[] {
  return (text ?? "")
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
