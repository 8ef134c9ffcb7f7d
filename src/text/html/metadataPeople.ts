import type { Found } from "../../model/document.ts";
import { flatText, tidy } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { namesOf, textOf } from "./jsonLd.ts";
import {
  firstOf,
  firstText,
  type MetadataInput,
  metaNamed,
  thingField,
  type Way,
} from "./metadataInput.ts";

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
  { by: "byline", find: ({ document }) => namedByline(document) },
  { by: "byline", find: ({ document }) => writtenByline(document) },
];

/** The words of an element called a byline; where a link in it is a name, that. */
function namedByline(document: PageDocument): string | null {
  for (const element of document.body.getElementsByTagName("*")) {
    if (!isByline(element)) continue;
    const text = flatText(element, LONGEST_BYLINE + 1);
    if (text === "" || text.length > LONGEST_BYLINE) continue;
    const links = element.getElementsByTagName("a").map((link) => tidy(link.textContent));
    const [name] = links.filter((words) => FULL_NAME.test(words));
    if (name === undefined || links.length !== 1) return text;
    // "By the family of A": who is linked is not who wrote.
    const before = text.slice(0, text.indexOf(name)).trim().split(/\s+/);
    return before.length <= LONGEST_OPENING ? name : text;
  }
  return null;
}

const LONGEST_BYLINE = 80;
/** Words before the name: "Text and photos:", "Written by". */
const LONGEST_OPENING = 3;
const FULL_NAME = /^\p{Lu}[\p{L}.’'-]+(?: [\p{L}.’'-]+){0,2} \p{Lu}[\p{L}.’'-]+$/u;

/** `By A. Writer`, `Submitted by A. Writer on …`, `Text: A. Writer`: a short line near the head of the page. */
function writtenByline(document: PageDocument): string | null {
  let count = 0;
  for (const element of document.body.querySelectorAll(
    "p,div,span,address,footer,h3,h4,h5,small,em,i,font",
  )) {
    const first = element.firstElementChild;
    if (first !== null && /^(?:p|div|ul|h\d|section|article)$/.test(first.localName)) continue;
    if (element.textContent.length > 400) continue;
    const text = flatText(element);
    if (text === "" || text.length > 110) continue;
    if (++count > BYLINE_REACH) return null;
    const name = BYLINE.exec(text)?.groups?.["name"];
    if (name === undefined) continue;
    const isBeforeDay = /^\s*\d/.test(text.slice(text.indexOf(name) + name.length));
    return isBeforeDay ? name.replace(MONTH_AT_END, "") : name;
  }
  return null;
}

const MONTHS =
  "jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?";
const MONTH_AT_END = new RegExp(`\\s(?:${MONTHS})$`, "i");
/** What a byline says beside the name: when it was published or changed. */
const AFTER_NAME = new RegExp(
  `\\s+(?:(?:${MONTHS})\\s+\\d|\\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|(?:published|updated|posted)\\b|[|•·]\\s).*$`,
  "i",
);

/** Short lines beyond this are no more of the head. */
const BYLINE_REACH = 120;
const BYLINE =
  /^(?:(?:(?:[Ww]ritten|[Pp]osted|[Ss]ubmitted|[Pp]ublished|[Rr]eported|[Ww]ords|[Ss]tory|[Tt]ext)\s+)?(?:[Bb]y|BY)\s*:?\s+|(?:Text|Words|Author|Autor|Autora|Auteur|Von|Par|Por|Di|Автор|متن|نویسنده|نگارنده|بقلم|كتب|作者|文)\s*[:：]\s*|(?:Von|Par|Por|von|par|por)\s+)(?<name>\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:de|da|van|von|bin|al|el)\s+)?\p{Lu}[\p{L}.’'-]*){1,3}|[\p{Script=Arabic}\u200c]+(?:\s[\p{Script=Arabic}\u200c]+){1,3}|[\p{Script=Han}]{2,4})(?=\s*(?:$|[|•·,–—(-]|(?:on|am|le|el)\s|\d))/u;

/** Who wrote a page, as it says. */
export function authorOf(input: MetadataInput): Found<string> | null {
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
    .replace(/^via\s+/i, "")
    .replace(AFTER_NAME, "")
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

/** Who publishes a page, as it says; its domain where it does not. */
export function publisherOf(input: MetadataInput): Found<string> | null {
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
