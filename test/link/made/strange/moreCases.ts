import { CASE, NO_PLACE, PLAIN, type StrangeCase, type Style } from "./cases.ts";

/** One day in one town, with brothers and namesakes, and ages that nobody knows well. */
const CROWD: StrangeCase = {
  ...CASE,
  event: 0.9,
  kin: 0.35,
  compound: 0.5,
  namesakes: 0.04,
  stock: 0.7,
};
const GUESSED: Style = {
  ...PLAIN,
  age: { missing: 0.15, off: 0.05, birthYear: false, slips: 0.4 },
};

/** Habits that the lists of cases.ts do not have: written, then scored unseen, before anything was changed for them. */
export const MORE_STRANGE: readonly StrangeCase[] = [
  {
    ...CROWD,
    name: "crowd, Latin",
    seed: 201,
    region: "baluch",
    a: GUESSED,
    b: { ...GUESSED, house: "old" },
  },
  {
    ...CROWD,
    name: "crowd, Persian",
    seed: 202,
    region: "kurd",
    a: { ...GUESSED, house: "persian" },
    b: { ...GUESSED, house: "persian" },
  },
  {
    ...CROWD,
    name: "crowd, Persian against Latin",
    seed: 203,
    a: { ...GUESSED, house: "persian" },
    b: GUESSED,
  },
  {
    ...CROWD,
    name: "crowd, initials, fathers",
    seed: 204,
    people: 250,
    a: { ...GUESSED, shape: "initial", father: 0.6 },
    b: { ...GUESSED, father: 0.6 },
  },
  {
    ...CASE,
    name: "months alone, birth years, no places",
    seed: 205,
    compound: 0.3,
    a: { ...PLAIN, dates: { ...PLAIN.dates, missing: 0.1, monthOnly: 0.6 }, place: NO_PLACE },
    b: { ...PLAIN, age: { missing: 0.1, off: 0.1, birthYear: true, slips: 0.2 }, also: "persian" },
  },
  {
    ...CASE,
    name: "Azeri against Persian",
    seed: 206,
    compound: 0.2,
    a: { ...PLAIN, house: "azeri", place: { ...PLAIN.place, respelled: true } },
    b: { ...PLAIN, house: "persian" },
  },
  {
    ...CASE,
    name: "order of names by the row",
    seed: 207,
    compound: 0.2,
    a: { ...PLAIN, swapped: 0.4 },
    b: { ...PLAIN, house: "old", swapped: 0.2 },
  },
  {
    ...CASE,
    name: "other names, fathers as middle names",
    seed: 208,
    a: { ...PLAIN, nicknamed: 0.3, title: 0.2 },
    b: { ...PLAIN, shape: "father within", nicknamed: 0.1 },
  },
  {
    ...CASE,
    name: "towns against provinces, charges",
    seed: 209,
    a: { ...PLAIN, charge: 0.9, place: { ...PLAIN.place, provinceOnly: 0.6 } },
    b: {
      ...PLAIN,
      charge: 0.8,
      house: "arabic",
      place: { ...PLAIN.place, inCity: 0.6, respelled: true },
    },
  },
  {
    ...CASE,
    name: "several rows a person, months of one town",
    seed: 210,
    people: 250,
    compound: 0.3,
    kin: 0.15,
    days: { from: "2022-09-16", to: "2022-12-31" },
    a: { ...GUESSED, title: 0.3, dates: { ...PLAIN.dates, near: 0.3 } },
    b: { ...GUESSED, twice: 0.6, also: "persian", dates: { ...PLAIN.dates, near: 0.3 } },
  },
];
