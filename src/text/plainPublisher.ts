/**
 * In: the first lines of a plain report. Out: who publishes it, where a line of its own says so: beside the date ("Zarin News
 * Agency, 14 October 2025"), behind a label ("Source: Sefid Check"), or above the date.
 * Never: takes the place of a dateline, the author, or a sentence for a publisher.
 */
import { findWrittenDate } from "./dates/writtenDate.ts";

/** Words of which the name of a publisher holds one. */
const WORDS =
  "news|newsroom|newspaper|agency|wire|press|times|post|herald|daily|gazette|tribune|journal|chronicle|telegraph|observer|bulletin|magazine|media|radio|tv|television|rights|watch|monitor|observatory|international|network|cent(?:er|re)|organi[sz]ation|committee|commission|council|association|union|institute|foundation|society|federation|coalition|initiative|alliance|forum|lawyers|check|lamp|star";
const PERSIAN_WORDS =
  "خبرگزاری|نیوز|سازمان|کانون|شبکه|مرکز|انجمن|کمیته|کمیسیون|رادیو|تلویزیون|روزنامه|هفته[\\s\u200c]?نامه|پایگاه|بنیاد|اتحادیه|کارزار|شورای|دیده[\\s\u200c]?بان|سندیکای";
const ORGANISATION = new RegExp(`(?<!\\p{L})(?:${WORDS}|${PERSIAN_WORDS})(?!\\p{L})`, "iu");
/** Words that name a publisher only where the date or a label stands beside them: elsewhere they may be a headline's. */
const BESIDE = new RegExp(
  "(?<!\\p{L})(?:voice|courier|desk|archive|record|dispatch|bureau|project|campaign|group|house|tracker|database|documentation)(?!\\p{L})|^(?:سامانه|صدای|آرشیو|گروه|نهاد|خانه|بانک|پروژه)(?!\\p{L})",
  "iu",
);
const LAST_WORD = new RegExp(`(?<!\\p{L})(?:${WORDS}|نیوز)$`, "iu");
const FIRST_WORD = new RegExp(`^(?:${PERSIAN_WORDS})(?!\\p{L})`, "u");
/** A sentence, not a name: its last word is a verb. */
const PERSIAN_VERB =
  /(?:شد|شدند|کرد|کردند|است|هستند|داد|دادند|گفت|گفتند|بود|بودند|یافت|گرفت|گرفتند|رفت|رسید|می[\s\u200c]?\p{L}+د)$/u;

/** `Source: X`, `Publisher: X`, `منبع: …`. */
const LABEL = /^[\s#>*_-]*(?:source|publisher|published\s+by|issued\s+by|منبع|ناشر)\s*[:：]\s*/iu;
/** `Published 5 November 2025 by the X`. */
const PUBLISHED_BY = /\b(?:published|issued|released)\b.{0,40}?\bby\s+(?:the\s+)?/iu;
/** What a paper is, before the one whose it is. */
const OF_WHOM =
  /^(?:statement|press\s+release|report|letter|update|briefing)\s+(?:by|of|from)\s+(?:the\s+)?/iu;
/** A part of a site, not its name: "World News", "Press Conference". */
const SECTION =
  /^(?:(?:world|latest|breaking|local|national|international|press|media|home|top)\s+)?(?:news|press|media|conference|release|cent(?:er|re)|statements?|review|radio|tv)$/iu;
/** Who wrote it, and words for the date. */
const AUTHOR = /^(?:by|written\s+by|report(?:ed)?\s+by|نویسنده|گزارش)\s/iu;
const DATE_WORDS =
  /(?<!\p{L})(?:date|dated|published|posted|updated|issued|last|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day|gmt|utc|est|تاریخ(?:\s+انتشار)?|انتشار|ساعت|(?:یک|دو|سه|چهار|پنج)?[\s‌]?شنبه|جمعه)(?!\p{L})/giu;
/** A weekday or a word for the date that stands alone between a name and the date. */
const DATE_EDGE =
  /^\s*(?:(?:published|posted|updated|issued|dated|date|last|on|at)\s+)+|\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*$/giu;

const LONGEST = 70;
const MOST_WORDS = 8;

/** The publisher that the head of a plain text names, or null. */
export function findPublisher(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line);
    const found =
      label === null
        ? (besideDate(line) ?? aboveDate(line, lines[index + 1]))
        : named(withoutDate(line.slice(label[0].length)));
    if (found !== null) return found;
  }
  return null;
}

/** "Iran Rights Monitor | November 4, 2025": what is left of a line that is a date and a name. */
function besideDate(line: string): string | null {
  const date = findWrittenDate(line.slice(0, 160));
  if (date === null || line.length > 160) return null;
  const by = PUBLISHED_BY.exec(line);
  const rest =
    by === null
      ? `${line.slice(0, date.start)} ${line.slice(date.end)}`
      : line.slice(by.index + by[0].length).replace(line.slice(date.start, date.end), "");
  const [name, ...others] = rest
    .replace(/\([^)]*\)/gu, " ")
    .replace(/\d{1,2}[:.]\d{2}/gu, " ")
    .split(/\s[-–—]\s|[|•·,،;؛]|(?:^|\s)[-–—]|[-–—](?:\s|$)/u)
    .map((part) => trimMarks(part.replace(DATE_EDGE, "")))
    .filter((part) => /\p{L}/u.test(part.replace(DATE_WORDS, "")));
  if (name === undefined || others.length > 1) return null;
  // "Zarin News Agency, Tehran, 14 October 2025": the place beside it.
  const only = [name, ...others].filter((part) => ORGANISATION.test(part) || BESIDE.test(part));
  return only.length === 1 && only[0] !== undefined ? named(only[0]) : null;
}

/** A publisher where a label or the date says that the line is about one. */
function named(words: string): string | null {
  return organisationOf(words) ?? namedBeside(words);
}

/** "Voice of the Ward", "Fars Courier", «سامانه حقوق زندانیان»: its word at the end or before "of", in Persian first. */
function namedBeside(words: string): string | null {
  const name = nameOf(words);
  if (name === null) return null;
  if (/\p{Script=Arabic}/u.test(name))
    return BESIDE.test(name) && !PERSIAN_VERB.test(name) ? name : null;
  const [head = name] = name.split(/\s(?:of|for)\s/iu);
  const last = head.split(/\s+/u).at(-1) ?? "";
  return name.includes(" ") && BESIDE.test(last) ? name : null;
}

/** The line above a date that stands alone: "Karun Rights Organisation". */
function aboveDate(line: string, next: string | undefined): string | null {
  if (next === undefined || !ORGANISATION.test(line)) return null;
  const date = findWrittenDate(next.slice(0, 160));
  if (date === null) return null;
  const rest = `${next.slice(0, date.start)} ${next.slice(date.end)}`.replace(DATE_WORDS, " ");
  return /\p{L}{2}/u.test(rest) ? null : organisationOf(line);
}

/**
 * A name that is an organisation's: in scripts with capitals its word stands at the end or before "of", "for"; in Persian it
 * stands first, and no verb at the end.
 */
function organisationOf(words: string): string | null {
  const name = nameOf(words);
  if (name === null) return null;
  if (/\p{Script=Arabic}/u.test(name)) {
    const isOrganisation = FIRST_WORD.test(name) || LAST_WORD.test(name);
    return isOrganisation && !PERSIAN_VERB.test(name) ? name : null;
  }
  // "Network of Spies Hanged" is a headline.
  if (/\p{L}{2}ed$/iu.test(name)) return null;
  const head = name.split(/\s(?:of|for|in|on|against)\s/iu)[0] ?? name;
  return LAST_WORD.test(head) ? name : null;
}

/** A name: short, no sentence, no heading with a colon, and in scripts with capitals each of its longer words has one. */
function nameOf(words: string): string | null {
  const name = trimMarks(words)
    .replace(OF_WHOM, "")
    .replace(/^the\s+/iu, "");
  if (SECTION.test(name) || name.length < 3 || name.length > LONGEST || AUTHOR.test(name))
    return null;
  if (/[.!?؟:："“”«»@/]/u.test(name.replace(/\b\p{Lu}\./gu, ""))) return null;
  const parts = name.split(/\s+/u);
  if (parts.length > MOST_WORDS) return null;
  const isLower = (part: string): boolean => /^\p{Ll}/u.test(part) && part.length > 3;
  return parts.some(isLower) ? null : name;
}

function withoutDate(words: string): string {
  const date = findWrittenDate(words.slice(0, 160));
  return date === null ? words : `${words.slice(0, date.start)} ${words.slice(date.end)}`;
}

function trimMarks(part: string): string {
  return part.replace(/^[\s#>*_,،|•·–—-]+|[\s*_,،.|•·–—-]+$/gu, "");
}
