import type { Claim, Period, Person, Place, Quantity } from "../../src/model/claim.ts";
import type { Reading } from "../../src/model/reading.ts";

/** What a test says of a claim; everything else is empty. */
export type ClaimSpec = Partial<
  Omit<Claim, "quantity" | "period" | "persons" | "places" | "attribution" | "span">
> & {
  readonly quote: string;
  readonly quantity?: Partial<Quantity> & { readonly words: string };
  readonly period?: Partial<Period> & { readonly words: string };
  readonly persons?: readonly (Partial<Person> & { readonly name: string })[];
  readonly places?: readonly (Partial<Place> & { readonly words: string })[];
  readonly by?: Partial<Claim["attribution"][number]> & { readonly source: string };
};

export type ReadingSpec = {
  readonly id?: string;
  readonly text: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly language?: string;
  readonly claims: readonly ClaimSpec[];
};

/** Makes the reading of a made-up report; quotes are looked up in its text. */
export function makeReading(spec: ReadingSpec): Reading {
  const { text, id = "a" } = spec;
  const spanOf = (words: string) => {
    const start = Math.max(0, text.indexOf(words));
    return { start, end: start + words.length, quote: words };
  };
  const found = (value: string | null | undefined) =>
    value === null || value === undefined ? null : { value, by: "given" };
  const document = {
    id,
    path: null,
    sha256: "0".repeat(64),
    title: spec.title ?? null,
    publisher: spec.publisher ?? null,
    published: spec.published ?? null,
    language: spec.language ?? "en",
  };
  const claims = spec.claims.map((given, index): Claim => {
    const { quote, quantity, period, persons = [], places = [], by, ...rest } = given;
    if (!text.includes(quote)) throw new RangeError(`The made-up report does not say: ${quote}`);
    return {
      id: `${id}-${index + 1}`,
      document,
      kind: "execution",
      modality: "happened",
      hedge: null,
      charges: [],
      stage: null,
      official: null,
      tier: "counted",
      sameAs: [],
      notes: [],
      ...rest,
      span: spanOf(quote),
      quantity: quantity === undefined ? null : makeQuantity(quantity, spanOf(quantity.words)),
      period:
        period === undefined
          ? null
          : {
              earliest: null,
              latest: null,
              mode: "all",
              calendar: "gregorian",
              basis: "explicit",
              ...period,
              span: spanOf(period.words),
            },
      persons: persons.map((person) => ({
        age: null,
        sex: null,
        father: null,
        role: "victim",
        ...person,
        span: spanOf(person.name),
      })),
      places: places.map((place) => ({
        id: null,
        role: "event",
        ...place,
        span: spanOf(place.words),
      })),
      attribution:
        by === undefined
          ? []
          : [{ words: by.source, type: "indirect", cue: "said", ...by, span: spanOf(by.source) }],
    };
  });
  return {
    document: {
      id,
      path: null,
      sha256: document.sha256,
      text,
      title: found(spec.title),
      author: null,
      publisher: found(spec.publisher),
      published: found(spec.published),
      language: found(document.language),
      url: null,
      notes: [],
    },
    claims,
    notes: [],
  };
}

/** A quantity: `{ words, min, max }`, exact where only `min` is given as both. */
export function makeQuantity(
  given: Partial<Quantity> & { readonly words?: string },
  span: Quantity["span"],
): Quantity {
  const { words: _, ...rest } = given;
  return {
    min: null,
    max: null,
    minExclusive: false,
    maxExclusive: false,
    approximate: false,
    qualifier: null,
    unit: null,
    measure: "count",
    per: null,
    subsetOf: null,
    ...rest,
    span,
  };
}

/** Exactly that many. */
export function exactly(n: number, words = String(n)) {
  return { words, min: n, max: n };
}

/** At least that many. */
export function atLeast(n: number, words = `at least ${n}`) {
  return { words, min: n, max: null, qualifier: "at least" };
}

/** More than that many. */
export function moreThan(n: number, words = `more than ${n}`) {
  return { words, min: n, max: null, minExclusive: true, qualifier: "more than" };
}

/** A window of days. */
export function days(earliest: string | null, latest: string | null, words: string) {
  return { words, earliest, latest };
}
