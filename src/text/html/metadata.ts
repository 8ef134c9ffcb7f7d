/**
 * In: a parsed page and its machine-readable things. Out: title, author, publisher, date, language, address,
 * each with how it was found.
 * Never: makes up a date; takes the day the page was fetched or changed for the day it was published.
 */
import type { Found } from "../../model/document.ts";
import { parseStamp } from "../dates/parseStamp.ts";
import { findWrittenDate } from "../dates/writtenDate.ts";
import { tidy } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { ARTICLE_TYPES, namesOf, textOf, type Thing } from "./jsonLd.ts";

/** What a page says of itself. */
export type PageMetadata = {
  readonly title: Found<string> | null;
  readonly author: Found<string> | null;
  readonly publisher: Found<string> | null;
  readonly published: Found<string> | null;
  readonly language: Found<string> | null;
  readonly url: string | null;
  /** True where a date is written so that day and month cannot be told apart. */
  readonly isDateAmbiguous: boolean;
};

/** What metadata is read from. */
export type MetadataInput = {
  readonly document: PageDocument;
  readonly metas: ReadonlyMap<string, string>;
  readonly things: readonly Thing[];
  readonly url: string | null;
  readonly timeZone: string;
};

/** The `<meta>` of a page by their lower-case names; the first of a name wins. */
export function readMetas(document: PageDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.getElementsByTagName("meta")) {
    const content = tidy(element.getAttribute("content") ?? "");
    const names = ["property", "name", "itemprop", "http-equiv"].flatMap(
      (attribute) => element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [],
    );
    for (const name of names) if (content !== "" && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** Reads what a page says of itself. */
export function readMetadata(input: MetadataInput): PageMetadata {
  const url = addressOf(input);
  const found = { ...input, url };
  const publisher = publisherOf(found);
  const date = dateOf(found);
  return {
    title: titleOf(found, publisher?.value ?? null),
    author: authorOf(found),
    publisher,
    published:
      date?.value === undefined || date.value === null ? null : { value: date.value, by: date.by },
    language: languageOf(found),
    url,
    isDateAmbiguous: date !== null && date.value === null,
  };
}

type Way<T> = { readonly by: string; readonly find: (input: MetadataInput) => T | null };

function firstOf<T>(ways: readonly Way<T>[], input: MetadataInput): Found<T> | null {
  for (const { by, find } of ways) {
    const value = find(input);
    if (value !== null && value !== "") return { value, by };
  }
  return null;
}

const metaNamed =
  (...names: readonly string[]) =>
  ({ metas }: MetadataInput): string | null =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;

const thingField =
  (field: string, read: (value: unknown) => string | null) =>
  ({ things }: MetadataInput): string | null => {
    for (const { types, fields } of things) {
      if (!types.some((type) => ARTICLE_TYPES.test(type))) continue;
      const value = read(fields[field]);
      if (value !== null) return tidy(value);
    }
    return null;
  };

function addressOf({ document, metas, url }: MetadataInput): string | null {
  if (url !== null) return url;
  const canonical = document
    .getElementsByTagName("link")
    .find((link) => link.getAttribute("rel")?.toLowerCase() === "canonical")
    ?.getAttribute("href");
  const address = canonical ?? metas.get("og:url") ?? null;
  return address !== null && /^https?:\/\//i.test(address) ? address.trim() : null;
}

const TITLE_WAYS: readonly Way<string>[] = [
  { by: "og", find: metaNamed("og:title") },
  { by: "json-ld", find: thingField("headline", textOf) },
  { by: "meta", find: metaNamed("twitter:title", "dc.title", "dcterms.title", "citation_title") },
  { by: "h1", find: onlyHeading },
  { by: "title", find: ({ document }) => tidy(document.title) },
];

function titleOf(input: MetadataInput, publisher: string | null): Found<string> | null {
  const found = firstOf(TITLE_WAYS, input);
  if (found === null) return null;
  const heading = onlyHeading(input);
  const names =
    publisher === null ? homeNames(input.document) : [publisher, ...homeNames(input.document)];
  return { value: cutSiteName(found.value, names, heading), by: found.by };
}

function onlyHeading({ document }: MetadataInput): string | null {
  const headings = document.body
    .getElementsByTagName("h1")
    .filter((heading) => !isHomeLink(heading))
    .map((heading) => tidy(heading.textContent))
    .filter((text) => text !== "");
  return headings.length > 0 && new Set(headings).size === 1 ? (headings[0] ?? null) : null;
}

/** A heading that leads home is the site's name. */
function isHomeLink(element: PageElement): boolean {
  const [link] = element.getElementsByTagName("a");
  return link !== undefined && isHome(link);
}

function isHome(link: PageElement): boolean {
  return /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(link.getAttribute("href") ?? "x");
}

/** `Headline | Site`: the site goes where it is known, or where the heading of the page lacks it. */
function cutSiteName(title: string, names: readonly string[], heading: string | null): string {
  const parts = title.split(/\s+[|–—·»•]\s+|\s+-\s+|\s+::\s+/);
  if (parts.length < 2) return title;
  const last = parts[parts.length - 1] ?? "";
  const cut = title.slice(0, title.length - last.length).replace(/[\s|–—·»•:-]+$/, "");
  if (cut === "") return title;
  if (heading !== null && heading === cut) return cut;
  return names.some((name) => isSameName(last, name)) ? cut : title;
}

/** What the links that lead home are called. */
function homeNames({ body }: PageDocument): string[] {
  const links = body.getElementsByTagName("a").slice(0, 40).filter(isHome);
  return links
    .map((link) => tidy(link.textContent))
    .filter((name) => name !== "" && name.length < 60);
}

function isSameName(left: string, right: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(?:www\.|the )/, "")
      .replace(/\.\w{2,4}$/, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  return plain(left) === plain(right);
}

const AUTHOR_WAYS: readonly Way<string>[] = [
  { by: "json-ld", find: thingField("author", namesOf) },
  {
    by: "meta",
    find: metaNamed(
      "author",
      "article:author",
      "dc.creator",
      "dcterms.creator",
      "citation_author",
      "parsely-author",
      "sailthru.author",
      "byl",
    ),
  },
  {
    by: "itemprop",
    find: ({ document }) =>
      firstText(
        document,
        (element) =>
          element.getAttribute("itemprop") === "author" ||
          (element.getAttribute("rel") ?? "") === "author",
      ),
  },
  { by: "byline", find: ({ document }) => firstText(document, isByline) },
];

function authorOf(input: MetadataInput): Found<string> | null {
  const found = firstOf(
    AUTHOR_WAYS.map(({ by, find }) => ({
      by,
      find: (from: MetadataInput) => cleanAuthor(find(from)),
    })),
    input,
  );
  return found;
}

/** A name without `By`; an address of the web is no name. */
function cleanAuthor(value: string | null): string | null {
  if (value === null || /^https?:|^@|^www\./i.test(value)) return null;
  const name = tidy(value)
    .replace(
      /^(?:written\s+|posted\s+)?(?:by|von|par|por|نویسنده|نوشتهٔ|نوشته|به قلم)\s*[:：]?\s+/iu,
      "",
    )
    .replace(
      /\s*[|•·,–-]\s*(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|published|updated).*$/i,
      "",
    )
    .replace(/[\s,|•·–-]+$/, "");
  const isName = name.length >= 2 && name.length <= 120 && /\p{L}/u.test(name);
  return isName && !/\d{4}|^(?:published|updated|posted)\b/i.test(name) ? name : null;
}

function isByline(element: PageElement): boolean {
  return /(?:^|[\s_-])(?:byline|by-line|author-?name|post-author|entry-author|p-author|article-author|writer|vcard)(?:$|[\s_-])/i.test(
    `${element.className} ${element.id}`,
  );
}

const PUBLISHER_WAYS: readonly Way<string>[] = [
  { by: "og", find: metaNamed("og:site_name") },
  { by: "json-ld", find: thingField("publisher", textOf) },
  {
    by: "meta",
    find: metaNamed(
      "application-name",
      "dc.publisher",
      "dcterms.publisher",
      "citation_publisher",
      "al:ios:app_name",
    ),
  },
  { by: "json-ld", find: siteThing },
  { by: "domain", find: domainOf },
];

function publisherOf(input: MetadataInput): Found<string> | null {
  return firstOf(PUBLISHER_WAYS, input);
}

function siteThing({ things }: MetadataInput): string | null {
  const site = things.find(({ types }) =>
    types.some((type) => /^(?:WebSite|NewsMediaOrganization|Organization|NGO)$/.test(type)),
  );
  return site === undefined ? null : textOf(site.fields["name"]);
}

function domainOf({ url }: MetadataInput): string | null {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url ?? "")?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^(?:www|m|amp)\./, "");
}

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
];

/** The first way that finds a date; one that finds an ambiguous date only says so when no other finds any. */
function dateOf(input: MetadataInput): { value: string | null; by: string } | null {
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

/** A date written in the first words after the heading, or in an element that is named a date. */
function dateNearTitle({ document }: MetadataInput): string | null | undefined {
  const { body } = document;
  const named = body
    .getElementsByTagName("*")
    .filter(
      (element) =>
        /(?:^|[\s_-])(?:date|dateline|datetime|timestamp|news-date|تاریخ)(?:$|[\s_-])/i.test(
          `${element.className} ${element.id}`,
        ) && element.textContent.length < 120,
    )
    .slice(0, 2);
  for (const element of named) {
    const written = findWrittenDate(tidy(element.textContent));
    if (written !== null) return written.value;
  }
  const heading = body.getElementsByTagName("h1")[0];
  if (heading === undefined) return undefined;
  const after = tidy(textAfter(heading, NEAR));
  const written = findWrittenDate(after);
  if (written === null) return undefined;
  const before = after.slice(0, written.start);
  // Only bylines and labels may stand between; a date within a sentence is one the report tells of.
  const isEarly = before.length < 140 && !/[.!?؟]\s/.test(before);
  const words = before.split(" ").length;
  return isEarly &&
    words <= 18 &&
    !/\b(?:on|in|since|from|until|of|در|از|تا|روز)\s*$/iu.test(before)
    ? written.value
    : undefined;
}

function textAfter(element: PageElement, limit: number): string {
  let text = "";
  let node: PageElement | null = element;
  while (node !== null && text.length < limit) {
    for (let next = node.nextSibling; next !== null && text.length < limit; next = next.nextSibling)
      text += ` ${next.textContent.slice(0, limit)}`;
    node = node.parentNode;
  }
  return text;
}

function languageOf({ document, metas }: MetadataInput): Found<string> | null {
  const declared =
    document.documentElement.getAttribute("lang") ??
    document.documentElement.getAttribute("xml:lang") ??
    document.body.getAttribute("lang");
  if (declared !== null && declared.trim() !== "") return { value: declared.trim(), by: "html" };
  const stated =
    metas.get("og:locale") ?? metas.get("content-language") ?? metas.get("dc.language");
  return stated === undefined ? null : { value: stated, by: "meta" };
}

function firstText(
  document: PageDocument,
  isMeant: (element: PageElement) => boolean,
): string | null {
  for (const element of document.body.getElementsByTagName("*")) {
    if (!isMeant(element)) continue;
    const name = tidy(element.getAttribute("content") ?? element.textContent);
    if (name !== "" && name.length < 200) return name;
  }
  return null;
}
