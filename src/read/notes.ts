/** Notes that the reader adds while claims are put together. Periods, speech and quotations have tables of their own. */
export const READ_NOTES = [
  {
    code: "language-unread",
    level: "refused",
    means: "No pack reads the language of this document; no claim was read",
  },
  {
    code: "passage-unread",
    level: "info",
    means:
      "These sentences are in another script or language than the document; no claim was read in them",
  },
  {
    code: "quantity-from-antecedent",
    level: "info",
    means:
      "The number is that of the group which a pronoun or 'the men' means; its words stand there",
  },
  {
    code: "quantity-summed",
    level: "info",
    means:
      "The number is the sum of the numbers or names that the words list; nobody wrote the sum",
  },
  {
    code: "quantity-doubtful",
    level: "doubt",
    means:
      "The number read leaves others out, or its word ranks instead of counting; no number is given",
  },
  {
    code: "period-inherited",
    level: "info",
    means:
      "No time of its own: the window that the report states at its head for all its figures, the hour told earlier in the sentence, or that of the whole",
  },
  {
    code: "period-after-publication",
    level: "doubt",
    means:
      "The time of this death lies after the day of the report, so whether it happened is unclear",
  },
  {
    code: "persons-named-later",
    level: "doubt",
    means:
      "The headline or lead counts people without names; these are the names that the report gives further down",
  },
  {
    code: "person-from-pronoun",
    level: "info",
    means: "The person is whom a pronoun or 'the prisoner' most safely means",
  },
  {
    code: "topic-continued",
    level: "info",
    means:
      "The number has no verb of its own and goes on with the event told before it, whose words are here",
  },
  {
    code: "sign-of-life",
    level: "info",
    means:
      "Somebody is said to live, or to have done what only the living do; it is held against every report of this person's death",
  },
  {
    code: "kind-from-heading",
    level: "info",
    means:
      "The row has no verb; what it tells of is said by the heading or the sentence before the list, whose words are here",
  },
] as const;

export type ReadNoteCode = (typeof READ_NOTES)[number]["code"];
