import type { House } from "./houses.ts";
import type { SURNAMES } from "./words.ts";

/** How one list writes; shares are of records. */
export type Style = {
  readonly house: House;
  /** A second house that some of its names are spelled by. */
  readonly also?: House;
  readonly shape: Shape;
  readonly title: number;
  readonly capitals: boolean;
  /** A name in two parts written as one word, two, or with a hyphen. */
  readonly split: number;
  readonly hyphen: number;
  /** Of who has two surnames, a list that gives one. */
  readonly leavesSecond: number;
  readonly dates: {
    readonly missing: number;
    readonly near: number;
    readonly year: number;
    readonly month: number;
    readonly exchanged: number;
    readonly monthOnly: number;
  };
  readonly age: {
    readonly missing: number;
    readonly off: number;
    readonly birthYear: boolean;
    /** Off by one to three years, as who counts by another day or guesses. */
    readonly slips?: number;
  };
  readonly place: {
    readonly missing: number;
    readonly provinceOnly: number;
    readonly inCity: number;
    readonly respelled: boolean;
    readonly other: number;
  };
  readonly empty: number;
  readonly twice: number;
  readonly sexMissing: number;
  readonly father: number;
  /** Rows with the surname first, among others. */
  readonly swapped?: number;
  /** Rows with another name of the person, in quotes, in brackets or in place of the given name. */
  readonly nicknamed?: number;
  readonly charge?: number;
};

/** How a name is put together. */
export type Shape =
  | "plain"
  | "surname first"
  | "comma"
  | "initial"
  | "surname initial"
  | "given only"
  | "father within"
  | "son of"
  | "bin";

export type StrangeCase = {
  readonly name: string;
  readonly seed: number;
  readonly people: number;
  readonly region: keyof typeof SURNAMES;
  /** Share of the people in each list. */
  readonly inA: number;
  readonly inB: number;
  readonly days: { readonly from: string; readonly to: string };
  /** Share of people who die on the one day of a mass event, in its one town. */
  readonly event: number;
  /** Share of people with a brother or sister in the lists, dead on the same day. */
  readonly kin: number;
  readonly secondSurname: number;
  /** Share of the word stock in use: fewer words, more namesakes. */
  readonly stock: number;
  readonly women: number;
  /** Share of people whose given name is two, of which kin may share the first. */
  readonly compound?: number;
  /** Share of people with a namesake of the same day, whose age and father are others. */
  readonly namesakes?: number;
  readonly a: Style;
  readonly b: Style;
};

export const PLAIN: Style = {
  house: "english",
  shape: "plain",
  title: 0.03,
  capitals: false,
  split: 0.3,
  hyphen: 0.1,
  leavesSecond: 0.4,
  dates: { missing: 0.05, near: 0.1, year: 0.03, month: 0.02, exchanged: 0.01, monthOnly: 0.02 },
  age: { missing: 0.4, off: 0.1, birthYear: false },
  place: { missing: 0.1, provinceOnly: 0.1, inCity: 0, respelled: false, other: 0.03 },
  empty: 0,
  twice: 0,
  sexMissing: 0.3,
  father: 0,
};

export const CASE: StrangeCase = {
  name: "",
  seed: 1,
  people: 400,
  region: "any",
  inA: 0.7,
  inB: 0.65,
  days: { from: "2019-01-01", to: "2021-12-31" },
  event: 0,
  kin: 0.03,
  secondSurname: 0.08,
  stock: 1,
  women: 0.1,
  a: PLAIN,
  b: PLAIN,
};

export const NO_DATES = { missing: 1, near: 0, year: 0, month: 0, exchanged: 0, monthOnly: 0 };
export const NO_AGE = { missing: 1, off: 0, birthYear: false };
export const NO_PLACE = { missing: 1, provinceOnly: 0, inCity: 0, respelled: false, other: 0 };

export const STRANGE: readonly StrangeCase[] = [
  {
    ...CASE,
    name: "French",
    seed: 101,
    b: { ...PLAIN, house: "french", place: { ...PLAIN.place, respelled: true } },
  },
  {
    ...CASE,
    name: "German",
    seed: 102,
    b: { ...PLAIN, house: "german", place: { ...PLAIN.place, respelled: true } },
  },
  {
    ...CASE,
    name: "scholarly against capitals, surname first",
    seed: 103,
    a: { ...PLAIN, house: "scholarly" },
    b: { ...PLAIN, shape: "surname first", capitals: true },
  },
  {
    ...CASE,
    name: "old spelling against Persian",
    seed: 104,
    a: { ...PLAIN, house: "old" },
    b: { ...PLAIN, house: "persian" },
  },
  {
    ...CASE,
    name: "Arabic names with bin and al-",
    seed: 105,
    region: "arab",
    a: { ...PLAIN, house: "arabic", shape: "bin" },
    b: { ...PLAIN, house: "english", also: "persian" },
  },
  {
    ...CASE,
    name: "Kurdish spelling",
    seed: 106,
    region: "kurd",
    a: { ...PLAIN, house: "kurdish", place: { ...PLAIN.place, respelled: true } },
    b: { ...PLAIN, also: "persian" },
  },
  {
    ...CASE,
    name: "Baluch, one day, one town",
    seed: 107,
    region: "baluch",
    event: 1,
    kin: 0.15,
    a: { ...PLAIN, house: "old" },
    b: { ...PLAIN },
  },
  {
    ...CASE,
    name: "split and joined, no dates",
    seed: 108,
    secondSurname: 0.3,
    a: { ...PLAIN, split: 0.9, dates: NO_DATES },
    b: { ...PLAIN, split: 0, hyphen: 0.3, dates: NO_DATES },
  },
  {
    ...CASE,
    name: "initials",
    seed: 109,
    a: { ...PLAIN, shape: "initial" },
    b: { ...PLAIN, split: 0 },
  },
  {
    ...CASE,
    name: "given name and initial",
    seed: 110,
    people: 200,
    a: { ...PLAIN, shape: "surname initial" },
    b: PLAIN,
  },
  {
    ...CASE,
    name: "honorifics, father within",
    seed: 111,
    a: { ...PLAIN, shape: "father within", title: 0.5 },
    b: { ...PLAIN, title: 0.4, father: 0.5 },
  },
  {
    ...CASE,
    name: "son of, Persian",
    seed: 112,
    a: { ...PLAIN, house: "persian", shape: "son of", title: 0.2 },
    b: { ...PLAIN, father: 0.4, also: "persian" },
  },
  {
    ...CASE,
    name: "dates off by a calendar",
    seed: 113,
    a: PLAIN,
    b: {
      ...PLAIN,
      house: "persian",
      dates: { missing: 0.1, near: 0.2, year: 0.3, month: 0.1, exchanged: 0.1, monthOnly: 0.1 },
    },
  },
  {
    ...CASE,
    name: "few dates, ages by birth year",
    seed: 114,
    a: {
      ...PLAIN,
      dates: { ...PLAIN.dates, missing: 0.6 },
      age: { missing: 0.2, off: 0.1, birthYear: false },
    },
    b: {
      ...PLAIN,
      dates: { ...PLAIN.dates, missing: 0.6 },
      age: { missing: 0.2, off: 0.1, birthYear: true },
    },
  },
  {
    ...CASE,
    name: "places otherwise",
    seed: 115,
    a: {
      ...PLAIN,
      place: { missing: 0, provinceOnly: 0.5, inCity: 0, respelled: false, other: 0.1 },
    },
    b: {
      ...PLAIN,
      house: "french",
      place: { missing: 0, provinceOnly: 0, inCity: 0.5, respelled: true, other: 0.1 },
    },
  },
  {
    ...CASE,
    name: "same day for everybody, few names",
    seed: 116,
    event: 1,
    stock: 0.4,
    kin: 0.1,
    a: PLAIN,
    b: { ...PLAIN, house: "persian" },
  },
  {
    ...CASE,
    name: "twice within a list",
    seed: 117,
    people: 300,
    a: { ...PLAIN, twice: 0.2 },
    b: { ...PLAIN, twice: 0.2, house: "french" },
  },
  {
    ...CASE,
    name: "40 % empty",
    seed: 118,
    a: { ...PLAIN, empty: 0.4 },
    b: { ...PLAIN, empty: 0.4, house: "persian" },
  },
  {
    ...CASE,
    name: "brothers of one day",
    seed: 119,
    kin: 0.5,
    a: PLAIN,
    b: { ...PLAIN, house: "old" },
  },
  {
    ...CASE,
    name: "twenty times as large",
    seed: 120,
    people: 2400,
    inA: 0.04,
    inB: 0.8,
    a: PLAIN,
    b: { ...PLAIN, also: "persian" },
  },
  {
    ...CASE,
    name: "names only",
    seed: 121,
    a: { ...PLAIN, dates: NO_DATES, age: NO_AGE, place: NO_PLACE, sexMissing: 1 },
    b: { ...PLAIN, house: "persian", dates: NO_DATES, age: NO_AGE, place: NO_PLACE, sexMissing: 1 },
  },
  {
    ...CASE,
    name: "nobody in both",
    seed: 122,
    inA: 0.5,
    inB: 0,
    a: PLAIN,
    b: { ...PLAIN, house: "french" },
  },
  {
    ...CASE,
    name: "everybody in both",
    seed: 123,
    inA: 1,
    inB: 1,
    a: PLAIN,
    b: { ...PLAIN, house: "french" },
  },
];

/** Scored once when they were written, and changed nothing. */
export const STRANGE_ASIDE: readonly StrangeCase[] = [
  {
    ...CASE,
    name: "aside: French against Persian",
    seed: 901,
    a: { ...PLAIN, house: "french" },
    b: { ...PLAIN, house: "persian" },
  },
  {
    ...CASE,
    name: "aside: German capitals with a comma, old spelling",
    seed: 902,
    a: { ...PLAIN, house: "german", shape: "comma", capitals: true },
    b: { ...PLAIN, house: "old" },
  },
  {
    ...CASE,
    name: "aside: Kurdish against Arabic spelling",
    seed: 903,
    region: "kurd",
    a: { ...PLAIN, house: "kurdish" },
    b: { ...PLAIN, house: "arabic", place: { ...PLAIN.place, respelled: true } },
  },
  {
    ...CASE,
    name: "aside: scholarly against French, half empty",
    seed: 904,
    a: { ...PLAIN, house: "scholarly", empty: 0.5 },
    b: { ...PLAIN, house: "french", empty: 0.3 },
  },
  {
    ...CASE,
    name: "aside: initials against Persian",
    seed: 905,
    a: { ...PLAIN, shape: "initial" },
    b: { ...PLAIN, house: "persian" },
  },
  {
    ...CASE,
    name: "aside: names only, Latin",
    seed: 906,
    a: { ...PLAIN, dates: NO_DATES, age: NO_AGE, place: NO_PLACE, sexMissing: 1 },
    b: { ...PLAIN, house: "old", dates: NO_DATES, age: NO_AGE, place: NO_PLACE, sexMissing: 1 },
  },
  {
    ...CASE,
    name: "aside: surname first in Persian, bin in Latin",
    seed: 907,
    region: "arab",
    a: { ...PLAIN, house: "persian", shape: "surname first" },
    b: { ...PLAIN, house: "arabic", shape: "bin", father: 0.3 },
  },
  {
    ...CASE,
    name: "aside: one day, brothers, twice, few ages",
    seed: 908,
    region: "baluch",
    event: 0.8,
    kin: 0.3,
    a: { ...PLAIN, twice: 0.1, age: { missing: 0.7, off: 0.1, birthYear: false } },
    b: { ...PLAIN, house: "persian", twice: 0.1 },
  },
];
