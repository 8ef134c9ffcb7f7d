/**
 * In: a page. Out: the day on which it was published, as the page says, and where it says so.
 * Never: takes the day of a change, of another report, or of an event for it.
 */
import { parseStamp } from "../dates/parseStamp.ts";
import { findWrittenDate } from "../dates/writtenDate.ts";
import { flatText, tidy } from "./blocks.ts";
import type { PageElement } from "./dom.ts";
import { textOf } from "./jsonLd.ts";
import { isHomeLink } from "./metadataTitle.ts";
import { type MetadataInput, metaNamed, thingField } from "./metadataInput.ts";

type DateWay = {
  readonly by: string;
  readonly find: (input: MetadataInput) => string | null | undefined;
};

const DATE_WAYS: readonly DateWay[] = [
  { by: "json-ld", find: (input) => stamp(thingField("datePublished", textOf)(input), input) },
  {
    by: "meta",
    find: (input) =>
      stamp(
        metaNamed(
          "article:published_time",
          "og:published_time",
          "og:article:published_time",
          "article:post_date",
          "cxenseparse:recs:publishtime",
          "article:published",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date.created",
          "dcterms.created",
          "dc.date",
          "dcterms.date",
          "citation_publication_date",
          "citation_date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publication_date",
          "article.published",
          "date",
        )(input),
        input,
      ),
  },
  { by: "itemprop", find: (input) => dateOfElement(input, isPublishedItem) },
  { by: "time", find: (input) => dateOfElement(input, isPublishedTime) },
  { by: "time", find: (input) => dateOfElement(input, isFirstTime) },
  { by: "url", find: dateOfAddress },
  { by: "dateline", find: dateNearTitle },
  { by: "dateline", find: labelledDate },
];

/** The first way that finds a date. `value` is null where all that was found is ambiguous. */
export function dateOf(input: MetadataInput): { value: string | null; by: string } | null {
  let isAmbiguous = false;
  for (const { by, find } of DATE_WAYS) {
    const value = find(input);
    if (typeof value === "string") return { value, by };
    if (value === null) isAmbiguous = true;
  }
  return isAmbiguous ? { value: null, by: "" } : null;
}

function stamp(text: string | null, { timeZone }: MetadataInput): string | undefined {
  return text === null ? undefined : (parseStamp(text, timeZone) ?? undefined);
}

function isPublishedItem(element: PageElement): boolean {
  return (
    element.getAttribute("itemprop") === "datePublished" ||
    element.getAttribute("property") === "schema:datePublished"
  );
}

function isPublishedTime(element: PageElement): boolean {
  return (
    (element.localName === "time" ||
      element.localName === "abbr" ||
      element.localName === "span") &&
    (element.hasAttribute("pubdate") ||
      /(?:^|[\s_-])(?:published|dt-published|entry-date|post-date|publish-?date|pub-?date|article-date)(?:$|[\s_-])/i.test(
        element.className,
      )) &&
    !/\bupdated\b/i.test(element.className.replace(/\bpublished\b/gi, ""))
  );
}

/** The first `<time>` of an article or near the heading; times in lists of other reports are not its own. */
function isFirstTime(element: PageElement): boolean {
  if (element.localName !== "time" || /updated|modified/i.test(element.className)) return false;
  for (let up = element.parentNode; up !== null; up = up.parentNode) {
    if (["nav", "aside", "footer", "li"].includes(up.localName)) return false;
    if (
      /related|sidebar|widget|recent|latest|comment|popular|trending/i.test(
        `${up.className} ${up.id}`,
      )
    )
      return false;
  }
  return true;
}

function dateOfElement(
  input: MetadataInput,
  isMeant: (element: PageElement) => boolean,
): string | null | undefined {
  const elements = input.document.body.getElementsByTagName("*").filter(isMeant).slice(0, 3);
  for (const element of elements) {
    for (const attribute of ["datetime", "content", "title"]) {
      const value = stamp(element.getAttribute(attribute), input);
      if (value !== undefined) return value;
    }
    const written = findWrittenDate(tidy(element.textContent).slice(0, 80));
    if (written !== null) return written.value;
  }
  return undefined;
}

function dateOfAddress({ url }: MetadataInput): string | undefined {
  const match =
    /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(
      url ?? "",
    );
  if (match === null) return undefined;
  return findWrittenDate(`${match[1]}-${match[2]}-${match[3]}`)?.value ?? undefined;
}

const NEAR = 600;

/** A date in the few words above the heading, within the same box. */
function dateBefore(heading: PageElement): string | null | undefined {
  let text = "";
  let node: PageElement = heading;
  for (let floor = 0; floor < 4 && text.trim() === ""; floor++) {
    for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
      text = `${before.nodeType === 3 ? before.textContent : flatText(before)} ${text}`;
      if (text.length > 100) return undefined;
    }
    if (node.parentNode === null) break;
    node = node.parentNode;
  }
  const written = findWrittenDate(tidy(text));
  return written === null || isOfChange(text.slice(0, written.start)) ? undefined : written.value;
}

/** The heading of the page: its `<h1>`, or on older pages what repeats its title. */
function headingOf({ document }: MetadataInput): PageElement | null {
  const [first] = document.body.getElementsByTagName("h1").filter((one) => !isHomeLink(one));
  if (first !== undefined) return first;
  const title = tidy(document.title);
  if (title === "") return null;
  const isTitle = (element: PageElement): boolean => {
    const text = tidy(element.textContent);
    return text.length >= 8 && title.includes(text);
  };
  return document.body.querySelectorAll("h2,h3,h4,b,strong,font").find(isTitle) ?? null;
}

/** The heading stands in a table that lists things. */
function isInTable(heading: PageElement): boolean {
  let table = heading.parentElement;
  while (table !== null && table.localName !== "table") table = table.parentElement;
  const rows = table === null ? [] : table.getElementsByTagName("tr");
  return rows.filter(({ children }) => children.length >= 2).length >= MANY_ROWS;
}

/** Rows with cells from which on a table lists things and does not lay out a page. */
const MANY_ROWS = 3;

/** A date written in the first words after the heading, or in an element that is named a date. */
function dateNearTitle(input: MetadataInput): string | null | undefined {
  const { body } = input.document;
  if (isOfMeeting(input)) return undefined;
  const named = body
    .getElementsByTagName("*")
    .filter(
      (element) =>
        /(?:^|[\s_-])(?:date|dateline|datetime|timestamp|news-date|تاریخ)(?:$|[\s_-])/i.test(
          `${element.className} ${element.id}`,
        ) &&
        element.textContent.length < 120 &&
        !isOfEntry(element),
    )
    .slice(0, 2);
  for (const element of named) {
    const words = tidy(element.textContent);
    const written = findWrittenDate(words);
    if (written !== null && !isOfChange(words.slice(0, written.start))) return written.value;
  }
  const heading = headingOf(input);
  if (heading === null) return undefined;
  // The headline heads the rows of its table: their days are those of what they tell.
  if (isInTable(heading)) return undefined;
  const after = tidy(textAfter(heading, NEAR));
  const written = findWrittenDate(after);
  if (written === null) return dateBefore(heading);
  const before = after.slice(0, written.start);
  if (isOfChange(before)) return undefined;
  // Only bylines and labels may stand between; a date within a sentence is one the report tells of.
  const isEarly = before.length < 140 && !/[.!?؟]\s/.test(before);
  const words = before.split(" ").length;
  return isEarly &&
    words <= 18 &&
    (isOfPublication(before) || !/\b(?:on|in|since|from|until|of|در|از|تا|روز)\s*$/iu.test(before))
    ? written.value
    : undefined;
}

/** The day on a page about a meeting is the day of the meeting. */
function isOfMeeting({ things }: MetadataInput): boolean {
  return things.some(({ types }) => types.some((type) => type.endsWith("Event")));
}

/** A day in a list of which other items have one: an entry of a chronicle, or another report. */
function isOfEntry(element: PageElement): boolean {
  let item: PageElement | null = element;
  while (item !== null && !["li", "tr", "dd"].includes(item.localName)) item = item.parentNode;
  if (item?.parentNode === null || item === null) return false;
  const [name] = element.className.split(" ");
  if (name === undefined || name === "") return false;
  const alike = item.parentNode
    .getElementsByTagName("*")
    .filter((other) => other.className.split(" ")[0] === name);
  return alike.length > 1;
}

/**
 * A line of its own that says when the page was published, or is nothing but a date between headline and first
 * paragraph. Where such lines say different days, they are of several reports or of what the page tells.
 */
function labelledDate(input: MetadataInput): string | undefined {
  if (isOfMeeting(input)) return undefined;
  const heading = headingOf(input);
  const labelled = new Set<string>();
  const bare = new Set<string>();
  let isHead = false;
  let count = 0;
  for (const element of input.document.body.getElementsByTagName("*")) {
    if (element === heading) isHead = true;
    if (!LINES.has(element.localName) || element.firstElementChild?.localName === "h1") continue;
    if (++count > LINE_REACH) break;
    const text = flatText(element, LONGEST_LINE + 1);
    if (text.length > LONGEST_LINE) {
      if (element.localName === "p") isHead = false;
      continue;
    }
    const label = LABEL.exec(text)?.[0];
    if (text === "" || (label === undefined && !isHead)) continue;
    const said = label === text ? textAfterLabel(element) : text.slice(label?.length ?? 0);
    const written = findWrittenDate(said);
    if (written === null || written.value === null) continue;
    const rest = said.slice(0, written.start) + said.slice(written.end);
    if (label !== undefined && written.start <= LABEL_REACH) labelled.add(written.value);
    else if (label === undefined && !LETTERS.test(rest.replace(HOURS, ""))) bare.add(written.value);
  }
  // On a page that is no report a bare date is of what it tells: a birth, an arrest.
  const isReport = /^(?:article|news|blog)/i.test(input.metas.get("og:type") ?? "");
  const said = labelled.size > 0 ? labelled : isReport ? bare : new Set<string>();
  return said.size === 1 ? [...said][0] : undefined;
}

/** `<dt>Published</dt><dd>4 October 2025</dd>` */
function textAfterLabel(element: PageElement): string {
  const next = element.nextElementSibling;
  return next === null ? "" : flatText(next, LONGEST_LINE);
}

const LINES: ReadonlySet<string> = new Set(
  "p div span li dt td small em time font h4 h5".split(" "),
);
const LINE_REACH = 400;
const LONGEST_LINE = 100;
const LABEL_REACH = 30;
const LETTERS = /\p{L}/u;
/** What stands beside a date that is one of publication. */
const HOURS = /(?<!\p{L})(?:[ap]\.?m\.?|[A-Z]{2,4}|[Uu]hr|at|um|à|ساعت|h)(?!\p{L})/gu;
const LABEL =
  /^(?:first )?(?:published|date published|publication date|posted|publi[ée]e?|veröffentlicht|erschienen|publicado|pubblicato|gepubliceerd|опубликовано|yayın(?:lanma)? tarihi|تاریخ (?:انتشار|درج)|منتشر شده|تاريخ النشر|نشر|发布(?:时间|日期)|發布時間|公開日)(?!\p{L})(?: (?:on|le|am|el|il|op|في))?\s*[:：|]?\s*/iu;

/** `Submitted by A. Writer on`, `Published on`: what follows is the day of publication. */
function isOfPublication(before: string): boolean {
  return /^\W*(?:(?:published|posted|submitted|written|by|von|par|por)\b)[^.!?]{0,80}\b(?:on|in|am|le|el)\s*(?:\p{L}{2,9}\.?,?\s*)?$/iu.test(
    before,
  );
}

/** `Updated 4 October 2025`: the day of a change is not that of publication. */
function isOfChange(before: string): boolean {
  return /(?:updated|modified|edited|revised|به[\s\u200c]?روز(?:رسانی)?|aktualisiert|mis à jour|actualizado|güncellen\p{L}*)\W*(?:(?:on|at|le|am|el)\s+)?(?:\p{L}+,?\s*)?$/iu.test(
    before,
  );
}

function textAfter(element: PageElement, limit: number): string {
  let text = "";
  let node: PageElement | null = element;
  while (node !== null && text.length < limit) {
    for (let next = node.nextSibling; next !== null && text.length < limit; next = next.nextSibling)
      text += ` ${next.nodeType === 3 ? next.textContent : flatText(next, limit)}`;
    node = node.parentNode;
  }
  return text;
}
