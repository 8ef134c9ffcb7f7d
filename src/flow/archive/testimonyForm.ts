/**
 * In: a testimony as somebody wrote it down: a head of `field: value` lines, an empty line, and the words.
 * Out: its fields. Never: a guess at consent; what is not written is not given.
 */
import { Failure } from "../../base/failure.ts";
import { dayTyped } from "../dayTyped.ts";
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

type Place = { readonly line: number; readonly name: string };

/** A form that was read: what its head says, where, and the words. */
export type Form = {
  readonly head: Head;
  readonly text: string;
  /** Where a field stands and what it is called there; of answers on a terminal nothing. */
  readonly places?: Readonly<Partial<Record<keyof Head, Place>>>;
};

/** Reads a form. Lines of the head that no field has are refused by their number, not by their words. */
export function parseForm(text: string): Form {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  let head = EMPTY;
  let places: Form["places"] = {};
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
    places = { ...places, [field]: { line: at + 1, name: name.trim() } };
  }
  const words = lines.slice(at).join("\n").trim();
  if (words === "") throw new Failure("input-refused", "The testimony has no words below its head");
  return { head, text: words, places };
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

/** A testimony of its form; throws `input-refused` where consent is not told or is over on that day, or a day is none. */
export function testimonyOf({ head, text, places = {} }: Form, on: string): NewTestimony {
  if (head.purposes === null || head.consent === null)
    throw new Failure("input-refused", NO_CONSENT);
  const { purposes, taken, until, consent } = head;
  return {
    text,
    name: head.name,
    contact: head.contact,
    witness: head.witness,
    takenOn: placed(places.taken, () => readDay(taken)),
    how: head.how,
    readers: readList(head.readers),
    consent: {
      purposes: placed(places.purposes, () => readPurposes(purposes)),
      until: placed(places.until, () => readEnd(until, on)),
      given: consent,
    },
  };
}

const NO_CONSENT =
  "Without consent nothing is taken: the head needs purposes and how consent was given; docs/testimony.md has the form";

/** Reads a value, and says of a refused one where it stands. */
function placed<Value>(place: Place | undefined, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (place === undefined || !(error instanceof Failure)) throw error;
    throw new Failure(
      error.code,
      `Line ${place.line} of the testimony (${place.name}): ${error.message}`,
      { cause: error },
    );
  }
}

/** What is wrong with the answer to one question of the form, on that day; null where it does. */
export function answerRefused(field: keyof Head, answer: string, on: string): string | null {
  try {
    if (answer === "" && (field === "purposes" || field === "consent")) return NO_CONSENT;
    if (field === "purposes") readPurposes(answer);
    if (field === "taken") readDay(answer);
    if (field === "until") readEnd(answer, on);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

/** The last day of a consent; one that is over on the day that it is written down is a slip. */
export function readEnd(text: string | null, on: string): string | null {
  const until = readDay(text);
  if (until !== null && until < on)
    throw new Failure(
      "input-refused",
      `Consent until ${until} is over already; is the day right? Nothing was changed`,
    );
  return until;
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

/** A day of either calendar, or null where none is told. */
export function readDay(text: string | null): string | null {
  if (text === null || text.trim() === "") return null;
  const day = dayTyped(text);
  if (day === null)
    throw new Failure("input-refused", "A day is written such as 2026-12-31 or 1405-10-10");
  return day;
}

/** Words between commas. */
export function readList(text: string | null): readonly string[] {
  return (text ?? "")
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
