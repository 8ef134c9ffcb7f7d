/** Notes that the reader adds while claims are put together. Periods, speech and quotations have tables of their own. */
export const READ_NOTES = [
  { code: "language-unread", level: "refused", means: "No pack reads the language of this document; no claim was read" },
  { code: "quantity-from-antecedent", level: "info", means: "The number is that of the group which a pronoun or 'the men' means; its words stand there" },
  { code: "quantity-summed", level: "info", means: "The number is the sum of the numbers or names that the words list; nobody wrote the sum" },
  { code: "period-inherited", level: "info", means: "The report states this window at its head for all its figures; this sentence has no time of its own" },
  { code: "persons-named-later", level: "info", means: "The headline or lead counts people without names; these are the names that the report gives further down" },
  { code: "person-from-pronoun", level: "info", means: "The person is whom a pronoun or 'the prisoner' most safely means" },
] as const;

export type ReadNoteCode = (typeof READ_NOTES)[number]["code"];
