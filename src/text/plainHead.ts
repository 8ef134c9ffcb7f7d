/**
 * In: the text of a plain report. Out: a title, a date and a publisher where its head plainly states them.
 * Never: takes a sentence of the report for its title, or a date told in it for its own.
 */
import { findWrittenDate } from "./dates/writtenDate.ts";
import { findPublisher } from "./plainPublisher.ts";

/** What the head of a plain text says of the report. */
export type PlainHead = {
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly isAmbiguous: boolean;
};

/** Reads title, date and publisher from the first lines of a plain text. */
export function readPlainHead(text: string): PlainHead {
  const lines = firstLines(text);
  const dated = lines.map(dateOfLine);
  const found = dated.find((date) => date !== null) ?? null;
  const publisher = findPublisher(lines);
  const title = titleOf(lines);
  return {
    title: title === publisher ? null : title,
    publisher,
    published: found?.value ?? null,
    isAmbiguous: found !== null && found.value === null,
  };
}

const HEAD_LINES = 8;
const HEAD_CHARACTERS = 2_000;
const TITLE_LENGTH = 200;

/** A date with a word for it before it: `date 2023-05-13 …`, `Published: 4 October 2025`, `تاریخ: …`. */
const DATE_CUE =
  /^[\s#>*_-]*(?:date(?!\s+of\b)|dated|published(?:\s+on)?|publication\s+date|posted(?:\s+on)?|(?:last\s+)?updated|issued|تاریخ(?:\s+انتشار)?|منتشر\s+شده\s+در|التاريخ|تاريخ\s+النشر|datum|tarih|dîrok)\s*[:：=]?[\s*_]*(?=[\d۰-۹٠-٩\p{L}])/iu;

/** A label for something else than the report's date, in one of its fields. */
const OTHER_LABEL = /^[\s#>*_-]*\p{L}[\p{L}\s'’/-]{1,40}[:：][\s*_]*$/u;

function firstLines(text: string): string[] {
  return text
    .slice(0, HEAD_CHARACTERS)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, HEAD_LINES);
}

function dateOfLine(line: string): { value: string | null } | null {
  const cue = DATE_CUE.exec(line);
  if (cue !== null) {
    const date = findWrittenDate(line.slice(cue[0].length, cue[0].length + 60));
    if (date !== null && date.start <= 14) return { value: date.value };
  }
  const date = findWrittenDate(line.slice(0, 160));
  // "Date of birth: 12 March 1988" tells of somebody.
  if (date === null || OTHER_LABEL.test(line.slice(0, date.start))) return null;
  if (isBareDate(line, date)) return { value: date.value };
  if (isDateline(line, date)) return { value: date.value };
  return null;
}

/** A line that is a date and little else: a weekday, an hour, a byline. */
function isBareDate(line: string, date: { start: number; end: number }): boolean {
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replace(/\b\p{Lu}\.\s/gu, "");
  const words = (rest.match(/\p{L}{2,}/gu) ?? []).length;
  const isSentence = words > 2 && /[.!?؟](?:["”’»)])?\s*$/.test(line);
  return rest.length < 70 && words <= 6 && !isSentence && !/[.!?؟]\s/.test(rest);
}

/** `TEHRAN, 4 October 2025 (Agency) –`, `GENEVA (4 October 2025) –`: a place and a date before a dash. */
function isDateline(line: string, date: { start: number; end: number }): boolean {
  const before = line.slice(0, date.start);
  const after = line.slice(date.end, date.end + 30);
  return (
    date.start < 50 &&
    (before.match(/\p{L}{2,}/gu) ?? []).length <= 5 &&
    /^\s*\)?\s*(?:\([^)]{1,24}\)\s*)?(?:[-–—:|]|--)/.test(after)
  );
}

/** The first line, when it is short, no sentence, no date, and text follows it. */
function titleOf(lines: readonly string[]): string | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return null;
  const line = first.replace(/^#{1,6}\s+/, "").replace(/\s+#+$/, "");
  if (line.length > TITLE_LENGTH || line.length < 3 || !/\p{L}/u.test(line)) return null;
  if (DATE_CUE.test(line) || dateOfLine(line) !== null) return null;
  if (/^[-*•>|]\s|^\d+[.)]\s/.test(first)) return null;
  if (/[.!;:،,](?:["”’»)])?$/.test(line) && !/[?!؟]$/.test(line)) return null;
  return line;
}
