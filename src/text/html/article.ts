/**
 * In: the DOM of a page that is one article. Out: the blocks of that article.
 * Never: keeps what leads away from it, since a related headline would be read as a claim of its own.
 */
import { Readability } from "@mozilla/readability";
import { findWrittenDate } from "../dates/writtenDate.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { OF_THE_AUTHOR } from "./chromeRows.ts";
import { isNamedChrome, isNamedMenu, isTaggedChrome, leadsAway } from "./chrome.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { inkOf, linkDensity, measure, type Measures, measureOf } from "./measure.ts";

/** The blocks of an article; the DOM is used up by it. */
export function readArticle(document: PageDocument): Block[] {
  for (const link of document.body.getElementsByTagName("a")) dropAddress(link);
  for (const name of ["h2", "h3", "h4"])
    for (const heading of document.body.getElementsByTagName(name)) clearBeside(heading);
  const reader = new Readability<unknown>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node,
  });
  const content = reader.parse()?.content;
  if (content === null || content === undefined) return [];
  const root = content as PageElement;
  const measures = measure(root);
  const pruned = trimEnds(
    readBlocks(root, (element) => isDropped(element, measures)).filter(
      (block) => !leadsAway(block) && !isLinkOnly(block),
    ),
  );
  // Where more than half went, the rules did not fit the page.
  const whole = measureOf(root, measures).text;
  if (inkOfBlocks(pruned) >= 0.5 * whole) return pruned;
  const gentle = trimEnds(
    readBlocks(root, (element) => isNeverText(element)).filter((block) => !leadsAway(block)),
  );
  return inkOfBlocks(pruned) >= 0.8 * inkOfBlocks(gentle) ? pruned : gentle;
}

/** A link that edits or points to a part makes its heading, in a box of their own, look like a menu. */
function clearBeside(heading: PageElement): void {
  const box = heading.parentNode;
  if (box?.localName !== "div" || box.firstElementChild !== heading) return;
  const [, mark, ...more] = box.children;
  if (mark === undefined || more.length > 0 || !["span", "a"].includes(mark.localName)) return;
  if (box.textContent.length < 120 && mark.textContent.length < 20) mark.remove();
}

/** Readability makes every address absolute, which takes time; only those it weighs stay. */
function dropAddress(link: PageElement): void {
  const address = link.getAttribute("href");
  if (address !== null && !/^(?:#|\s*javascript:)/i.test(address)) link.removeAttribute("href");
}

/** Letters of all blocks together. */
export function inkOfBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + inkOf(text), 0);
}

/** Text beyond this is no box beside an article, whatever it is called. */
const NAMED_LIMIT = 500;
const LIST_LIMIT = 2_500;
const DENSE = 0.6;

const NEVER_TEXT: ReadonlySet<string> = new Set("figure figcaption".split(" "));
const LISTS: ReadonlySet<string> = new Set("ul ol table td div section dl".split(" "));

function isNeverText(element: PageElement): boolean {
  if (NEVER_TEXT.has(element.localName)) return !holdsText(element);
  return isTaggedChrome(element);
}

/** A figure that wraps a table or a quotation is text; a picture with its caption is not. */
function holdsText(figure: PageElement): boolean {
  return (
    figure.localName === "figure" &&
    figure.querySelectorAll("table,blockquote,pre").length > 0 &&
    figure.querySelectorAll("img,picture").length === 0
  );
}

function isDropped(element: PageElement, measures: Measures): boolean {
  if (isNeverText(element)) return true;
  const { text } = measureOf(element, measures);
  if (text < NAMED_LIMIT && isNamedChrome(element, ["always", "article", "talk"]))
    return !isKeptPost(element);
  if (text < NAMED_LIMIT && isNamedMenu(element, linkDensity(element, measures))) return true;
  if (LISTS.has(element.localName) && text > 0 && text < LIST_LIMIT)
    return linkDensity(element, measures) > DENSE && !isListOfFacts(element, measures);
  return false;
}

/** Items that begin with a link and say something behind it: `A. Name, 34`. */
function isListOfFacts(element: PageElement, measures: Measures): boolean {
  if (element.localName !== "ul" && element.localName !== "ol") return false;
  const items = element.children.filter((item) => measureOf(item, measures).text > 0);
  const told = items.filter((item) => {
    const link = item.firstElementChild;
    if (link?.localName !== "a") return false;
    const rest = item.textContent.slice(
      item.textContent.indexOf(link.textContent) + link.textContent.length,
    );
    return /^\s*[,:(–-].*[\p{L}\p{N}]/u.test(rest) && findWrittenDate(rest) === null;
  });
  return items.length >= 3 && told.length >= 0.8 * items.length;
}

/** Posts put into an article keep names such as `twitter-tweet` that hold no word of the rules. */
function isKeptPost(element: PageElement): boolean {
  return element.localName === "blockquote";
}

/** A paragraph or item that is a link of several words and nothing else leads to another report. */
function isLinkOnly({ kind, text, links }: Block): boolean {
  if (kind !== "paragraph" && kind !== "item") return false;
  return links > 0.9 * inkOf(text) && text.split(" ").length > 2;
}

/** Without headings that nothing follows, and without the byline and date that stand before the report. */
function trimEnds(blocks: readonly Block[]): Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== "heading" && kind !== "title") + 1;
  return blocks.slice(0, end).filter((block, at) => {
    if (at < HEAD_BLOCKS && isByline(block)) return false;
    if (block.kind === "paragraph" && (CLOCK.test(block.text) || RULE.test(block.text)))
      return false;
    return at < end - TAIL_BLOCKS || at < HEAD_BLOCKS || !isOfTheAuthor(block);
  });
}

/** A line drawn with signs. */
const RULE = /^[\s_*=~–—-]+$/;

/** The hour over an entry of a live report. */
const CLOCK = /^\d{1,2}[.:h]\d{2}\s*(?:[ap]\.?m\.?|uhr|h|[A-Z]{3,4})?$/i;

const TAIL_BLOCKS = 3;

function isOfTheAuthor({ text }: Block): boolean {
  return text.length < 240 && OF_THE_AUTHOR.test(text);
}

const HEAD_BLOCKS = 4;

/** How long it takes to read, how long ago it came, how many looked at it. */
const ABOUT_READING =
  /^(?:\d{1,2} (?:min(?:ute)?s?|hours?|days?)\.? (?:ago|read)|(?:reading time|temps de lecture|lecture|lesezeit|tiempo de lectura|tempo di lettura|время чтения|okuma süresi)\s*:?\s*(?:\d|ca\.).{0,12}|[\d.,]+k?(?: (?:views|reads|shares|comments))?|[^\p{L}]{1,6})$/iu;

/** Blocks of a report without the byline and date at their head. */
export function withoutByline(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, at) => at >= HEAD_BLOCKS || !isByline(block));
}

/** `14 March 2025`, `By A. Writer | Nov. 22, 2025`: a line about the report, not of it. */
function isByline({ kind, text }: Block): boolean {
  if (kind === "code" || kind === "row" || text.length > 110) return false;
  if (ABOUT_READING.test(text)) return true;
  const date = findWrittenDate(text);
  const rest = date === null ? text : text.slice(0, date.start) + text.slice(date.end);
  const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (date !== null)
    return words <= 8 && !/[.!?؟](?:\s|$)/.test(rest.replace(/\b(?:a|p)\.m\./g, ""));
  return (
    words <= 6 &&
    /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Tt]ext:|Автор:|نویسنده:)\s+\p{L}/u.test(text) &&
    !/[.!?]$/.test(text)
  );
}
