import type { Found } from "../../model/document.ts";
import { tidy } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { textOf } from "./jsonLd.ts";
import { firstOf, type MetadataInput, metaNamed, thingField, type Way } from "./metadataInput.ts";

const TITLE_WAYS: readonly Way<string>[] = [
  { by: "og", find: metaNamed("og:title") },
  { by: "json-ld", find: thingField("headline", textOf) },
  { by: "meta", find: metaNamed("twitter:title", "dc.title", "dcterms.title", "citation_title") },
  { by: "h1", find: onlyHeading },
  { by: "title", find: ({ document }) => tidy(document.title) },
];

/** The title of a page, without the name of its site. */
export function titleOf(input: MetadataInput, publisher: string | null): Found<string> | null {
  const found = firstOf(TITLE_WAYS, input);
  if (found === null) return null;
  const heading = onlyHeading(input);
  const names =
    publisher === null ? homeNames(input.document) : [publisher, ...homeNames(input.document)];
  const value = isHeadingOf(found.value, heading)
    ? heading
    : cutSiteName(found.value, names, heading).replace(VIEW_TOPIC, "");
  return { value: cutSiteBefore(value, input.document, names), by: found.by };
}

/** The heading, and behind a mark the names of sections and site. */
function isHeadingOf(title: string, heading: string | null): heading is string {
  if (heading === null || heading.length < 8 || !title.startsWith(heading)) return false;
  return /^\s*(?:[|｜：_]|--|::|\s[–—·»•-]\s)/.test(title.slice(heading.length));
}

/** What old boards write before the subject. */
const VIEW_TOPIC = /^.{0,60}\b(?:View topic|View thread)\s+-\s+(?=\S)/i;

function onlyHeading({ document }: MetadataInput): string | null {
  const headings = document.body
    .getElementsByTagName("h1")
    .filter((heading) => !isHomeLink(heading))
    .map((heading) => tidy(heading.textContent))
    .filter((text) => text !== "");
  return headings.length > 0 && new Set(headings).size === 1 ? (headings[0] ?? null) : null;
}

/** A heading that leads home is the site's name. */
export function isHomeLink(element: PageElement): boolean {
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

/** `Site: Headline`: the site goes where a heading of the page is what stands behind it. */
function cutSiteBefore(title: string, { body }: PageDocument, names: readonly string[]): string {
  const found = /^.{2,60}?(?:\s*[:|»·•]\s+|\s+[–—-]\s+)(?=\S)/.exec(title);
  if (found === null) return title;
  const rest = title.slice(found[0].length);
  const site = found[0].replace(/[\s:|»·•–—-]+$/, "");
  if (rest.length >= 12 && names.some((name) => isSameName(site, name))) return rest;
  const isHeading = body
    .querySelectorAll("h1,h2,h3")
    .slice(0, 40)
    .some((heading) => tidy(heading.textContent) === rest);
  return isHeading ? rest : title;
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
