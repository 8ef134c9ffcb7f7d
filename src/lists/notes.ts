import type { NoteLevel } from "../base/note.ts";

type ListNoteRow = { readonly code: string; readonly level: NoteLevel; readonly means: string };

/** What reading a list can doubt; each has its row and column, where it is about one. */
export const LIST_NOTES = [
  {
    code: "list-charset-guessed",
    level: "info",
    means: "the file is not UTF-8; its character set was guessed from the letters",
  },
  {
    code: "list-charset-damaged",
    level: "doubt",
    means: "some bytes of the file are no letters of its character set; they show as \uFFFD",
  },
  {
    code: "list-other-sheets",
    level: "info",
    means: "the workbook has other sheets, which were not read; choose one with --sheet",
  },
  {
    code: "list-rows-hidden",
    level: "info",
    means: "the sheet hides rows (a filter, perhaps); they were read like the others",
  },
  {
    code: "list-merged",
    level: "info",
    means: "a merged cell covers several rows; each of them has its value",
  },
  {
    code: "list-column-unused",
    level: "info",
    means: "what this column means is not known; name it with --map if it is needed",
  },
  {
    code: "list-column-states",
    level: "doubt",
    means:
      "what this column means is not known, but its cells say how people stand; say with --map status=… that it is their status, or status=- that it is not",
  },
  {
    code: "list-column-unknown",
    level: "doubt",
    means: "--map or the remembered columns name a column that this list does not have",
  },
  {
    code: "list-row-above-header",
    level: "info",
    means: "a row above the header, such as a title; it is no record",
  },
  {
    code: "list-header-guessed",
    level: "doubt",
    means:
      "columns are named by number, and no word of the first row is known; it was taken for a header, since no number stands in it",
  },
  {
    code: "list-header-repeated",
    level: "info",
    means: "the header stands here again; it is no record",
  },
  {
    code: "list-header-changed",
    level: "doubt",
    means: "another header begins here; the rows below were read by it",
  },
  {
    code: "list-row-footer",
    level: "info",
    means: "a total, a source or a remark below the list; it is no record",
  },
  {
    code: "list-row-title",
    level: "doubt",
    means: "one cell across the whole row, such as the title of a part; it is no record",
  },
  {
    code: "list-row-lives-on",
    level: "doubt",
    means:
      "a cell of the row says that its person may live (“postponed”, “missing”, “killed?”); the row is shown and not counted",
  },
  {
    code: "list-row-status-told",
    level: "doubt",
    means:
      "the status of the row says something else than the list is of (such as “released” or “quashed”); what it says is told instead",
  },
  {
    code: "list-row-status-silent",
    level: "doubt",
    means:
      "the status of the row does not say what the list is of (such as “unknown”), or is not understood; nothing is told of the row's person",
  },
  {
    code: "list-row-unread",
    level: "doubt",
    means: "a row without a value in any column that is understood; it is no record",
  },
  {
    code: "list-row-nameless",
    level: "doubt",
    means:
      "a row without a name; it is kept and counts one where it says when and where, but nobody can be found by it",
  },
  {
    code: "list-row-nowhere",
    level: "doubt",
    means:
      "a row without a name that tells no day, or no place that is known; it is kept, and counts nobody anywhere",
  },
  {
    code: "list-row-long",
    level: "doubt",
    means: "the row has more cells than the header; what stands beyond it was not read",
  },
  {
    code: "list-line-unread",
    level: "refused",
    means: "the line is no JSON object; it was not read",
  },
  {
    code: "list-quote-open",
    level: "doubt",
    means: "a quotation mark is opened and never closed; it was taken as a letter",
  },
  {
    code: "list-cell-long",
    level: "doubt",
    means: "one cell runs over very many lines; a quotation mark may be missing before it ends",
  },
  {
    code: "list-cell-error",
    level: "doubt",
    means: "the spreadsheet shows an error in this cell; it was taken as empty",
  },
  {
    code: "list-id-missing",
    level: "info",
    means: "the row has no id of its own; its number stands for it",
  },
  {
    code: "list-id-repeated",
    level: "doubt",
    means: "another row has this id; # and the row were added to tell them apart",
  },
  {
    code: "list-name-scripts",
    level: "doubt",
    means: "the name changes its script more than once; it was not split",
  },
  {
    code: "list-name-second",
    level: "doubt",
    means: "two columns hold different names of one script; the first was taken",
  },
  {
    code: "list-date-unread",
    level: "doubt",
    means: "the words are no date that is understood; the date is unknown",
  },
  {
    code: "list-date-impossible",
    level: "doubt",
    means: "there is no such day, or it lies in the future or ages ago; the date is unknown",
  },
  {
    code: "list-clock-doubted",
    level: "doubt",
    means:
      "so many dates lie in the future that the clock of this machine is doubted, not the list; they were kept",
  },
  {
    code: "list-date-order",
    level: "doubt",
    means:
      "day and month could be exchanged, and the column does not tell; the date is unknown (--date-order says which)",
  },
  {
    code: "list-date-order-inferred",
    level: "info",
    means: "the order of day and month was taken from the dates of the column that leave no choice",
  },
  {
    code: "list-date-order-mixed",
    level: "doubt",
    means: "the column has both orders of day and month; dates that could be either are unknown",
  },
  {
    code: "list-date-short-year",
    level: "info",
    means:
      "the year has two digits; it was read, with the month's name or the order of day and month, as within this century or the last",
  },
  {
    code: "list-date-approximate",
    level: "info",
    means: "the words say that the date is not exact; it was read as far as it goes",
  },
  {
    code: "list-date-serial",
    level: "info",
    means: "the date is a bare number of days, as spreadsheets store them; it was read as that",
  },
  {
    code: "list-date-calendar",
    level: "info",
    means: "only the size of the year tells the calendar",
  },
  {
    code: "list-date-conflict",
    level: "doubt",
    means: "two dates are given that are not the same day; the date is unknown",
  },
  {
    code: "list-date-mixed",
    level: "doubt",
    means:
      "some dates of the column are real dates of the spreadsheet, others text with strokes; the program that made it may have exchanged day and month",
  },
  {
    code: "list-age-unread",
    level: "doubt",
    means: "the words are no age that is understood; the age is unknown",
  },
  {
    code: "list-age-impossible",
    level: "doubt",
    means: "nobody has that age, or it is a year of birth; the age is unknown",
  },
  {
    code: "list-age-approximate",
    level: "info",
    means: "the words say that the age is not exact; it was read with some years to either side",
  },
  {
    code: "list-age-conflict",
    level: "doubt",
    means: "age and birth do not agree; the age as written was taken",
  },
  {
    code: "list-birth-alone",
    level: "info",
    means: "a birth without a date of death gives no age",
  },
  {
    code: "list-sex-unread",
    level: "doubt",
    means: "the word is no word for a sex that is known; it is unknown",
  },
  {
    code: "list-window-order",
    level: "doubt",
    means: "the last day lies before the first; the time is unknown",
  },
  {
    code: "list-kind-unread",
    level: "doubt",
    means: "what is counted here is no word for a kind that is known; the row makes no claim of it",
  },
  {
    code: "list-number-unread",
    level: "doubt",
    means: "the words are no number that is understood; the number is unknown",
  },
] as const satisfies readonly ListNoteRow[];

/** The code of a note of this stage. */
export type ListNoteCode = (typeof LIST_NOTES)[number]["code"];

/** A doubt about a list, with its row and column (null where it is about the whole). */
export type ListNote = {
  readonly code: ListNoteCode;
  /** 1-based row in the file. */
  readonly row: number | null;
  /** The column's header as written. */
  readonly column: string | null;
  /** What stands there. */
  readonly words: string | null;
};

const LEVELS = new Map<ListNoteCode, NoteLevel>(LIST_NOTES.map(({ code, level }) => [code, level]));

/** How grave a note is. */
export function levelOf(code: ListNoteCode): NoteLevel {
  return LEVELS.get(code) ?? "doubt";
}

/** Notes of one kind and one column: how many, and the first of them. */
export type NoteGroup = {
  readonly code: ListNoteCode;
  readonly column: string | null;
  readonly count: number;
  readonly first: readonly ListNote[];
};

/** So many notes of one kind and column are kept with their rows; the rest are counted. */
export const KEPT_NOTES = 10_000;

/** Notes as they come, by kind and column, so that a list of a million bad rows stays small. */
export class NoteBook {
  private readonly groups = new Map<
    string,
    { code: ListNoteCode; column: string | null; count: number; first: ListNote[] }
  >();

  /** Takes one note. */
  add(code: ListNoteCode, row: number | null, column: string | null, words: string | null): void {
    const key = `${code}\n${column ?? ""}`;
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { code, column, count: 0, first: [] };
      this.groups.set(key, group);
    }
    group.count++;
    if (group.first.length < KEPT_NOTES) group.first.push({ code, row, column, words });
  }

  /** All of them, the gravest first. */
  list(): readonly NoteGroup[] {
    return [...this.groups.values()].sort(
      (left, right) => WEIGHT[levelOf(right.code)] - WEIGHT[levelOf(left.code)],
    );
  }
}

const WEIGHT: Readonly<Record<NoteLevel, number>> = { info: 0, doubt: 1, refused: 2 };
