/** What a word can be in or beside a name; one bit each, so that a token carries them all in one number. */
export const WORD = {
  given: 1 << 0,
  surname: 1 << 1,
  /** Seen in names, given name or surname not told apart. */
  part: 1 << 2,
  /** Written in lower case in running text. */
  common: 1 << 3,
  title: 1 << 4,
  official: 1 << 5,
  female: 1 << 6,
  male: 1 << 7,
  kin: 1 << 8,
  modifier: 1 << 9,
  particle: 1 << 10,
  honorific: 1 << 11,
  suffix: 1 << 12,
  organisationHead: 1 << 13,
  placeHead: 1 << 14,
  prisonHead: 1 << 15,
  eventHead: 1 << 16,
  calendar: 1 << 17,
  placeBefore: 1 << 18,
  said: 1 << 19,
  /** A pronoun, an article, an abbreviation: never the whole or the beginning of a name. */
  notName: 1 << 20,
  /** A nationality or another group of people ("Iranian", "Baluch"). */
  people: 1 << 21,
  /** Opens a phrase of the gazetteer. */
  opens: 1 << 22,
  fate: 1 << 23,
  /** A title only when capitalised ("Mr", "Imam"). */
  capitalTitle: 1 << 24,
  organisationOpener: 1 << 25,
  /** A place's name that is also a person's or a word. */
  ambiguousPlace: 1 << 26,
  plural: 1 << 27,
  named: 1 << 28,
  gluedParticle: 1 << 29,
  /** A title that holds a name by itself ("Mr", "Judge"): one word after it is a person. */
  personal: 1 << 30,
  /** A head that only says the kind of area ("province"); the place's name stands without it. */
  area: 1 << 31,
} as const;

/** Words that are known from names. */
export const NAME_BITS = WORD.given | WORD.surname | WORD.part | WORD.honorific;

/** Words that make a capitalised run something else than a person. */
export const HEADS =
  WORD.organisationHead |
  WORD.placeHead |
  WORD.prisonHead |
  WORD.eventHead |
  WORD.organisationOpener;
