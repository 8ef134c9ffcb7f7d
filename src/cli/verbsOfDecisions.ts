import { ARCHIVE, JSON_LINES, REASON, UNLOCKING, type Verb } from "./verbParts.ts";

/** What people decide about claims; each is an entry under their name. */
export const DECISION_VERBS: readonly Verb[] = [
  {
    name: "accept",
    usage: "sanad accept CLAIM… --reason WORDS [options]",
    summary: "Accept claims: a person has read the words and they say so",
    about: [
      "A decision is an entry under your name; undo takes it back with another entry.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES, REASON],
    examples: [
      ['sanad accept c-7k2m9qx4bt5v --reason "read against the page"', "accept one claim"],
    ],
  },
  {
    name: "reject",
    usage: "sanad reject CLAIM… --reason WORDS [options]",
    summary: "Reject claims that the words do not say",
    about: [
      "A decision is an entry under your name; undo takes it back with another entry.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES, REASON],
    examples: [
      ['sanad reject c-7k2m9qx4bt5v --reason "a threat, not an event"', "reject one claim"],
    ],
  },
  {
    name: "correct",
    usage: "sanad correct CLAIM|REPORT --FIELD VALUE… --reason WORDS [options]",
    summary: "Put fields of a claim right, where the words say something else than was read",
    about: [
      "The words and what was read of them stay beside the correction; lists and searches go by the correction. A later correction adds to it; accept takes it over, undo takes it back. A value of none takes what was read away.",
      'Of a report (d-…) --published and --publisher can be put right: it is read again by them, its claims keep their ids and what was decided about them, and the day after which "yesterday" is counted is another.',
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "kind", value: "KIND", about: "such as execution or death-sentence" },
      { name: "modality", value: "WORD", about: "such as happened, at-risk or negated" },
      {
        name: "stage",
        value: "STAGE",
        about:
          "the stage of the case that it tells, such as sentence-upheld (see sanad people --help), or none",
      },
      { name: "number", value: "N", about: "335, 330-340, 335+ (at least), -24 (at most) or none" },
      {
        name: "from",
        value: "DAY",
        about: "the first day that it may have been; Jalali days too (1404-07-20)",
      },
      { name: "to", value: "DAY", about: "the last day that it may have been" },
      { name: "place", value: "NAMES", about: "places, semicolons between" },
      {
        name: "person",
        value: "NAMES",
        about: 'persons, semicolons between; with a role in brackets: "Reza Karimi (victim)"',
      },
      { name: "source", value: "NAME", about: "who says it; none: the author alone" },
      {
        name: "published",
        value: "DATE",
        about: "of a report: the day it was published, or none where that is unknown",
      },
      { name: "publisher", value: "NAME", about: "of a report: whose it is, or none" },
      { name: "yes", value: null, about: "enter a place that nobody knows without asking" },
      REASON,
    ],
    examples: [
      [
        'sanad correct c-7k2m9qx4bt5v --number 3 --reason "the page lists three names"',
        "another number than was read",
      ],
      [
        'sanad correct d-4tz8w2hn6rqc --published 2025-05-03 --reason "the page has no date; the mail has"',
        "the day of a report",
      ],
    ],
  },
  {
    name: "undo",
    usage: "sanad undo ID… --reason WORDS [options]",
    summary:
      "Take back the last decision about claims, decisions about people, corrections of a report",
    about: [
      "ID is a claim (c-…), the decision about people itself (e-…, as sanad person lists them), or a report (d-…), whose last correction that stands is taken back: each undo goes one further back. Nothing is deleted: the taking back is an entry too.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES, REASON],
    examples: [
      ['sanad undo c-7k2m9qx4bt5v --reason "wrong claim"', "take back the last decision"],
      [
        'sanad undo d-4tz8w2hn6rqc --reason "the mail was of another page"',
        "put back what stood before a report was corrected",
      ],
    ],
  },
];
