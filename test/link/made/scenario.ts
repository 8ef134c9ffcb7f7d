/** What a pair of made-up lists is like. Shares are of records, or of the pairs that are one person where it says so. */
export type Scenario = {
  readonly name: string;
  readonly seed: number;
  readonly people: number;
  /** Share of people in the first list, and of those in the second one of people in the first and of others. */
  readonly inA: number;
  readonly inBToo: number;
  readonly inBOnly: number;
  readonly scripts: { readonly a: Script; readonly b: Script };
  /** Mass events: day, share of all people, towns by index with weights, whether one tribe lives there. */
  readonly events: readonly {
    readonly day: string;
    readonly share: number;
    readonly towns: number;
    readonly tribal: boolean;
  }[];
  /** First and last day of all others. */
  readonly from: string;
  readonly to: string;
  /** Share of people who die with kin. */
  readonly kin: number;
  /** How lists spell: share of words in the list's own way, and share with a slip. */
  readonly ownSpelling: number;
  readonly slips: number;
  readonly persianSlips: number;
  /** Share of people with a second surname, a second given name, a title, another name. */
  readonly secondSurname: number;
  readonly secondGiven: number;
  readonly title: number;
  readonly alias: number;
  /** Share of those that a list leaves out. */
  readonly leftOut: number;
  /** Of the records: date missing, off by a day, up to three, wrong year, month and day exchanged, up to a month, anywhere. */
  readonly dates: {
    readonly missing: number;
    readonly day: number;
    readonly three: number;
    readonly year: number;
    readonly exchanged: number;
    readonly month: number;
    readonly anywhere: number;
    readonly monthOnly: number;
  };
  readonly age: { readonly missing: number; readonly off: number };
  readonly place: {
    readonly missing: number;
    readonly provinceOnly: number;
    readonly near: number;
    readonly other: number;
  };
  readonly sexMissing: number;
  readonly twice: number;
  readonly twoPeople: number;
  readonly copied: number;
};
/** How often people are reported, and how. */
export type ArchiveScenario = Scenario & {
  /** Reports of one person at most: one in k has k or more. */
  readonly mostReports: number;
  /** Share of reports that say word for word what another one does. */
  readonly copies: number;
  /** Pairs of two people of one name who have nothing else in common. */
  readonly namesakes: number;
};
export type Script = "both" | "latin" | "persian" | "some persian";

const TWO_SCRIPTS: Scenario = {
  name: "two scripts",
  seed: 11,
  people: 7500,
  inA: 0.42,
  inBToo: 0.5,
  inBOnly: 0.45,
  scripts: { a: "both", b: "both" },
  events: [
    { day: "2026-01-08", share: 0.3, towns: 60, tribal: false },
    { day: "2026-01-09", share: 0.25, towns: 60, tribal: false },
    { day: "2026-01-10", share: 0.06, towns: 30, tribal: false },
  ],
  from: "2025-12-28",
  to: "2026-02-10",
  kin: 0.06,
  ownSpelling: 0.7,
  slips: 0.03,
  persianSlips: 0.03,
  secondSurname: 0.1,
  secondGiven: 0.06,
  title: 0.05,
  alias: 0.02,
  leftOut: 0.45,
  dates: {
    missing: 0.05,
    day: 0.11,
    three: 0.04,
    year: 0.1,
    exchanged: 0.01,
    month: 0.04,
    anywhere: 0.02,
    monthOnly: 0.02,
  },
  age: { missing: 0.45, off: 0.12 },
  place: { missing: 0.08, provinceOnly: 0.06, near: 0.05, other: 0.02 },
  sexMissing: 0.2,
  twice: 0.015,
  twoPeople: 0.004,
  copied: 0.15,
};

const LATIN_EVENT: Scenario = {
  ...TWO_SCRIPTS,
  name: "Latin mass event",
  seed: 21,
  people: 720,
  inA: 0.75,
  inBToo: 0.66,
  inBOnly: 0.6,
  scripts: { a: "latin", b: "latin" },
  events: [
    { day: "2022-09-30", share: 0.19, towns: 1, tribal: true },
    { day: "2022-11-04", share: 0.04, towns: 1, tribal: true },
    { day: "2022-09-21", share: 0.09, towns: 25, tribal: false },
    { day: "2022-11-16", share: 0.04, towns: 15, tribal: false },
  ],
  from: "2022-09-17",
  to: "2023-02-28",
  kin: 0.08,
  ownSpelling: 0.35,
  slips: 0.13,
  secondSurname: 0.14,
  secondGiven: 0.1,
  dates: {
    missing: 0.05,
    day: 0.1,
    three: 0.05,
    year: 0.01,
    exchanged: 0.01,
    month: 0.06,
    anywhere: 0.02,
    monthOnly: 0.01,
  },
  copied: 0.02,
};

const SMALL: Scenario = {
  ...LATIN_EVENT,
  name: "small",
  seed: 31,
  people: 150,
  inA: 0.7,
  inBToo: 0.68,
  inBOnly: 0.6,
  events: [{ day: "2023-11-20", share: 0.15, towns: 3, tribal: false }],
  from: "2023-01-01",
  to: "2023-12-31",
};

export const SCENARIOS: readonly Scenario[] = [
  TWO_SCRIPTS,
  LATIN_EVENT,
  {
    ...TWO_SCRIPTS,
    name: "Persian against Latin",
    seed: 41,
    scripts: { a: "persian", b: "latin" },
  },
  SMALL,
];

/** Kept aside: other seeds, other shares. Their figures are printed; nothing is chosen by them. */
export const ASIDE: readonly Scenario[] = [
  { ...TWO_SCRIPTS, name: "aside: two scripts", seed: 1017 },
  {
    ...LATIN_EVENT,
    name: "aside: Latin, worse",
    seed: 2029,
    people: 1100,
    ownSpelling: 0.2,
    slips: 0.2,
    kin: 0.15,
    leftOut: 0.6,
    age: { missing: 0.6, off: 0.2 },
    place: { missing: 0.2, provinceOnly: 0.2, near: 0.1, other: 0.04 },
  },
  {
    ...TWO_SCRIPTS,
    name: "aside: some Persian, few dates",
    seed: 3041,
    people: 3000,
    scripts: { a: "some persian", b: "latin" },
    dates: { ...TWO_SCRIPTS.dates, missing: 0.4 },
    age: { missing: 0.3, off: 0.15 },
  },
];

const ARCHIVE: ArchiveScenario = {
  ...TWO_SCRIPTS,
  name: "archive",
  seed: 51,
  people: 600,
  events: [
    { day: "2025-11-20", share: 0.03, towns: 3, tribal: false },
    { day: "2025-06-14", share: 0.02, towns: 8, tribal: false },
  ],
  from: "2023-01-01",
  to: "2025-12-31",
  dates: { ...TWO_SCRIPTS.dates, missing: 0.25, year: 0.02 },
  mostReports: 50,
  copies: 0.3,
  namesakes: 20,
};

/** Reports of an archive: to each person as many as the world takes notice of him. */
export const ARCHIVES: readonly ArchiveScenario[] = [
  ARCHIVE,
  { ...ARCHIVE, name: "aside: archive", seed: 1052 },
];
