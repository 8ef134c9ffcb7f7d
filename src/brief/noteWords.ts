import { NOTES_FA } from "./notesFa.ts";
import type { Language } from "./words.ts";

/** What a note means to somebody who reads the English page. A code that has no row here stands as it is. */
const NOTES_EN: Readonly<Record<string, string>> = {
  "period-unresolved": "the date of publication is not known, so no day could be reckoned",
  "period-publication-imprecise":
    "only the month or year of publication is known, so the window is as wide as that",
  "period-order-ambiguous": "day and month may be the other way round",
  "period-calendar-ambiguous": "the date may be of another calendar",
  "period-impossible": "there is no such day",
  "period-hijri-approximate": "a date of the lunar calendar, right to a day or two",
  "period-year-inferred":
    "the year is not written; the last such date before publication was taken",
  "period-century-inferred": "the year is written with two digits",
  "calendars-disagree": "two calendars are given and name different days",
  "weekday-disagrees": "the day of the week does not fit the date",
  "event-not-known": "the country pack has no date for this event that fits a report of that day",
  "quote-unclosed": "a quotation mark is never closed",
  "bom-dropped": "a byte order mark was dropped",
  "charset-declared": "read in the character set that the page declares",
  "charset-mislabelled": "the page declares another character set than it is written in",
  "charset-guessed": "the character set was guessed from the letters",
  "invalid-utf8": "some bytes could not be read",
  "control-characters": "control characters stand in the text",
  "no-main-text": "no main text was found, so all visible text was read",
  "main-text-by-blocks": "the page is no single article; its main region was read",
  "main-text-from-json-ld": "the page’s machine-readable text was read",
  "main-text-from-data": "the page shows next to nothing; the data of its scripts was read",
  "main-text-from-noscript": "what the page shows without scripts was read",
  "html-too-deep": "the page is nested too deep; its tags were only stripped",
  "html-too-large": "the page is too large; its tags were only stripped",
  "short-text": "the text is very short",
  reconstructed: "the order of words was put together from a printed page: check the numbers",
  "pdf-page-without-text": "a page of the PDF holds no text",
  "pdf-damaged": "the PDF is damaged",
  "pdf-pages-left-out": "the last pages of the PDF were left out",
  "reply-left-out": "mails that it quotes were left out",
  "attachment-not-read": "an attachment was not read",
  "tracked-deletion-dropped": "text marked as deleted was left out",
  "date-ambiguous": "a date of publication could be read in two ways and was not used",
  "date-given-unreadable": "the date of publication that was given could not be read",
  "date-not-taken":
    "its “date” may be the day of what it tells and was not taken for that of publication",
  "language-label-wrong": "the page declares another language than its own",
};

const NOTES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: NOTES_EN,
  fa: NOTES_FA,
};

/** A note in the language of the page, or null for a code that has no words. */
export function noteWords(code: string, language: Language): string | null {
  return Object.hasOwn(NOTES[language], code) ? (NOTES[language][code] ?? null) : null;
}
