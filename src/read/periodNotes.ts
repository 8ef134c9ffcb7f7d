import type { Note, NoteLevel } from "../base/note.ts";
import type { Range } from "../base/span.ts";

type PeriodNote = { readonly code: string; readonly level: NoteLevel; readonly means: string };

/** Everything that may be doubted about a time expression. */
export const PERIOD_NOTES = [
  {
    code: "period-unresolved",
    level: "doubt",
    means: "the words count from a publication date that is not known; no date was invented",
  },
  {
    code: "period-publication-imprecise",
    level: "doubt",
    means:
      "only the month or year of publication is known; the period is as wide as that leaves it",
  },
  {
    code: "period-year-inferred",
    level: "info",
    means: "no year is written; the last such date up to the publication was taken",
  },
  {
    code: "period-century-inferred",
    level: "info",
    means:
      "the year is written with two digits; the last such year up to the publication was taken",
  },
  {
    code: "period-order-ambiguous",
    level: "doubt",
    means: "day and month are numbers and could be the other way round; the day was read first",
  },
  {
    code: "period-calendar-ambiguous",
    level: "doubt",
    means:
      "a date in numbers whose year has two digits could be of another calendar; that of the report's own country was taken",
  },
  {
    code: "period-impossible",
    level: "doubt",
    means: "there is no such day in the calendar, or the end stands before the beginning",
  },
  {
    code: "calendars-disagree",
    level: "doubt",
    means: "the time is said in two calendars that do not name the same days; the first was taken",
  },
  {
    code: "weekday-disagrees",
    level: "doubt",
    means: "the day of the week is not that of the date",
  },
  {
    code: "period-hijri-approximate",
    level: "doubt",
    means: "a date of the lunar calendar, counted by its tables: a day or two either way",
  },
  {
    code: "period-antecedent-unknown",
    level: "doubt",
    means: "the words count from a time told before, and that time is not known",
  },
  {
    code: "event-not-known",
    level: "doubt",
    means: "the country pack knows no date for this event in a report of that day",
  },
] as const satisfies readonly PeriodNote[];

export type PeriodNoteCode = (typeof PERIOD_NOTES)[number]["code"];

const levelByCode = new Map<PeriodNoteCode, NoteLevel>(
  PERIOD_NOTES.map((note) => [note.code, note.level]),
);

/** Makes a note about the words of a time expression. */
export function periodNote(code: PeriodNoteCode, span: Range): Note {
  return { code, level: levelByCode.get(code) ?? "doubt", span };
}
