/**
 * In: the DOM of a page that is no single article. Out: the blocks of its main region.
 * Never: changes the DOM; drops by name what holds most of the page.
 */
import { findWrittenDate } from "../dates/writtenDate.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { BOARD_LINE, MEMBER_WORDS } from "./boxRows.ts";
import {
  type ChromeScope,
  isHidden,
  isNamedChrome,
  isNamedMenu,
  isTaggedChrome,
  leadsAway,
} from "./chrome.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { inkOf, linkDensity, type Measures, measureOf } from "./measure.ts";
import { isHomeLink } from "./metadataTitle.ts";
import type { PageType } from "./pageType.ts";

/** The blocks of the main region. */
export function readRegion(
  document: PageDocument,
  measures: Measures,
  type: PageType,
  boxes: ReadonlySet<PageElement>,
): Block[] {
  const root = rootOf(document, measures);
  const scopes: readonly ChromeScope[] =
    type === "forum"
      ? ["always", "thread"]
      : type === "article"
        ? ["always", "talk", "article"]
        : ["always", "talk"];
  const whole = measureOf(root, measures);
  const hasTitle = root.getElementsByTagName("h1").some((one) => !isHomeLink(one));
  let isAboveTitle = hasTitle;
  const isSkipped = (element: PageElement): boolean => {
    if (element.localName === "h1") isAboveTitle = false;
    if (isAboveTitle && isRowOfLinks(element, measures, whole.text)) return true;
    return isAround(element);
  };
  const isAround = (element: PageElement): boolean =>
    !LINE_MARKS.has(element.localName) &&
    (boxes.has(element) ||
      isChrome(element, measures, whole, scopes) ||
      isMenu(element, measures, type, whole.text) ||
      isButton(element) ||
      (element.localName === "figcaption" && type !== "product") ||
      (element.localName === "h1" && isHomeLink(element)) ||
      (type === "forum" && isMemberPanel(element, measures)));
  const all = readBlocks(root, isSkipped);
  const blocks = (type === "forum" ? threadsOf(withoutSignatures(all)) : all).filter(
    (block) =>
      !leadsAway(block) &&
      !(type === "forum" && isBoardLine(block)) &&
      !(type !== "listing" && type !== "product" && isStrayLink(block)),
  );
  return dropRepeats(blocks, type);
}

/** Links side by side above the headline: a menu, whatever the page is. */
function isRowOfLinks(element: PageElement, measures: Measures, whole: number): boolean {
  const { text, links } = measureOf(element, measures);
  if (text === 0 || links < 0.9 * text || text > 0.3 * whole) return false;
  return element.getElementsByTagName("a").length >= 3 && !holdsHeading(element);
}

function holdsHeading(element: PageElement): boolean {
  return ["h1", "h2", "h3", "h4"].some((name) => element.getElementsByTagName(name).length > 0);
}

/** A short line that is a link and nothing else: what is left of a menu. */
function isStrayLink({ text, links, kind }: Block): boolean {
  if (kind === "title" || kind === "heading" || kind === "row" || kind === "code") return false;
  return links > 0.9 * inkOf(text) && text.split(" ").length <= 2;
}

/** A line drawn under a post parts it from the motto of its author. */
function withoutSignatures(blocks: readonly Block[]): Block[] {
  const isRule = (block: Block | undefined): boolean => /^[_-]{5,}$/.test(block?.text ?? "");
  return blocks.filter(
    (block, at) =>
      !isRule(block) && !(isRule(blocks[at - 1]) && block.text.length < SIGNATURE && at > 1),
  );
}

const SIGNATURE = 200;

/** The index of a board is a table of threads: their titles are its text, not who posted last and when. */
function threadsOf(blocks: readonly Block[]): readonly Block[] {
  const isIndex = blocks.some(({ kind, text }) => kind === "row" && INDEX_HEAD.test(text));
  if (!isIndex) return blocks;
  return blocks.flatMap((block) => {
    if (block.kind !== "row") return [block];
    const [title = ""] = block.text.split(" | ");
    const text = title.replace(STARTED_BY, "").trim();
    return INDEX_HEAD.test(block.text) || text === "" ? [] : [{ ...block, text }];
  });
}

const INDEX_HEAD =
  /^(?:[^|]{0,40}\|)*[^|]{0,30}\b(?:replies|antworten|réponses|respuestas|ответы|ответов|پاسخ[\u200c ]?ها|回复)(?!\p{L})[^|]{0,30}\|[^|]{0,20}(?:views|hits|aufrufe|zugriffe|vues|lectures|vistas|просмотр\p{L}*|بازدید\p{L}*|last post|activity|查看|letzter beitrag)/iu;
const STARTED_BY = /\s(?:started by|by|von|par|автор|نویسنده)\s*:?\s.{2,60}$/iu;

/** What a board writes around posts: their dates, numbers and buttons. */
function isBoardLine({ text, kind }: Block): boolean {
  if (kind === "title" || kind === "code" || text.length > 160) return false;
  if (BOARD_LINE.test(text)) return true;
  if (text.length > 70) return false;
  if (BOARD_WORDS.test(text) || SAID_AGO.test(text)) return true;
  const date = findWrittenDate(text);
  return date !== null && (text.slice(0, date.start) + text.slice(date.end)).length < 16;
}

/** Who said it and how long ago, with what can be done: `A. Name | 2 days ago | link | flag`. */
const SAID_AGO =
  /^(?=.*[|·•»]).{0,60}\b\d+\s?(?:s|sec|m|min|h|hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\.? ago\b.{0,40}$/iu;

const BOARD_WORDS =
  /^(?:(?:\d+|share|reply|report|like|likes|quote|save|award|permalink|flag|edit)(?:[\s·|]+(?:\d+|share|reply|report|like|likes|quote|save|award|permalink|flag|edit))*|\S+(?: \S+)? [·•|–-] \d+ (?:min|hr|hour|day|week|month|year)s?\.? ago|sort(?:ed)? by:?.{0,20}|.{1,40} (?:commented|replied|answered|posted|opened this issue)\b.{0,40}(?:ago|\d)(?: .{0,30})?|(?:\S+ ){1,3}(?:commented|replied|wrote|posted|answered)|(?:\S+ ){1,4}(?:opened this issue|added the .{2,30} labels?|closed this .{2,20})|#\s?\d+|quote|reply|share|report|like|top|post reply|post new thread|ask question|\d+ (?:answers?|replies|posts|likes?)|(?:asked|viewed|modified|active|edited|last edited)\b.*(?:ago|times|\d|today)|\d+|page \d+ of \d+|start date .*|thread starter .*|not open for further replies)\.?$/i;

const LINE_MARKS: ReadonlySet<string> = new Set(["br", "hr"]);

/** The element that says it holds the main text, where it does; else the body. */
function rootOf(document: PageDocument, measures: Measures): PageElement {
  const { body } = document;
  const whole = measureOf(body, measures);
  let best = body;
  const look = (element: PageElement): void => {
    const found = measureOf(element, measures);
    if (found.text < 0.3 * whole.text) return;
    if (isMainElement(element) && found.prose >= 0.6 * whole.prose) {
      best = element;
      return;
    }
    for (const child of element.children) look(child);
  };
  look(body);
  return best;
}

function isMainElement(element: PageElement): boolean {
  return (
    element.localName === "main" ||
    element.getAttribute("role") === "main" ||
    /^(?:content|main|main-?content|primary|page-?body|mw-content-text|bodyContent)$/i.test(
      element.id,
    )
  );
}

function isChrome(
  element: PageElement,
  measures: Measures,
  whole: { readonly text: number; readonly prose: number },
  scopes: readonly ChromeScope[],
): boolean {
  const { text, prose } = measureOf(element, measures);
  if (text === 0) return true;
  if (isHidden(element)) return text < 0.3 * whole.text && !isFolded(element, prose);
  // A form may wrap the whole page, and any name may be given to a wrapper.
  if (element.localName === "footer" || element.localName === "nav") return text < 0.6 * whole.text;
  if (isTaggedChrome(element)) return text < 0.4 * whole.text || prose < 0.2 * whole.prose;
  if (element.localName === "header") return isSiteHead(element, measures);
  if (isNamedFoot(element)) return text < 0.5 * whole.text;
  if (!isNamedChrome(element, scopes) && !isNamedMenu(element, linkDensity(element, measures)))
    return false;
  if (prose === 0 && linkDensity(element, measures) > 0.8) return whole.prose > 0;
  return text < 0.25 * whole.text && prose <= 0.25 * whole.prose;
}

/** The foot of the site, whatever element it is. */
function isNamedFoot(element: PageElement): boolean {
  return /(?:^|[\s_-])(?:site-?)?foot(?:er)?(?:$|[\s_-])/i.test(
    `${element.className} ${element.id}`,
  );
}

/** The panel of a tab or of a question: it is shown at a touch. */
function isFolded(element: PageElement, prose: number): boolean {
  if (element.getAttribute("role") === "tabpanel") return true;
  return (
    prose > 0 &&
    /accordion|collaps|panel|tab|answer|faq|toggle|desc/i.test(
      `${element.className} ${element.id} ${element.getAttribute("role") ?? ""}`,
    )
  );
}

/** The head of the site, not of an article: it holds links and no title of this page. */
function isSiteHead(element: PageElement, measures: Measures): boolean {
  const { text, links, prose } = measureOf(element, measures);
  if (prose > 0 || isWithinReport(element)) return false;
  return element.getElementsByTagName("h1").length === 0 || (text > 200 && links > 0.7 * text);
}

function isWithinReport(element: PageElement): boolean {
  for (let up = element.parentNode; up !== null; up = up.parentNode)
    if (["article", "main", "section", "li"].includes(up.localName)) return true;
  return false;
}

/** A link made to look like a button, or to the rest of what is begun: it asks for something. */
function isButton(element: PageElement): boolean {
  if (element.localName !== "a") return false;
  if (GOES_ON.test(element.textContent)) return true;
  const isNamed =
    element.getAttribute("role") === "button" ||
    /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/i.test(element.className);
  return isNamed && inkOf(element.textContent) < 30;
}

const GOES_ON =
  /^\s*(?:[[(…]|\.\.\.)*\s*(?:continue reading|read (?:more|the rest|full \w+)|weiterlesen|mehr lesen|lire la suite|(?:leer|seguir leyendo|leer) más|leggi tutto|читать (?:далее|полностью|дальше)|devamını oku|ادامه (?:مطلب|خبر)|اقرأ المزيد|阅读全文|続きを読む)(?!\p{L}).{0,60}$/iu;

/** What a board says of a member beside each post: since when, from where, how many posts. */
function isMemberPanel(element: PageElement, measures: Measures): boolean {
  const { text, prose } = measureOf(element, measures);
  if (
    text === 0 ||
    prose > 0 ||
    text > 260 ||
    !["td", "div", "dl", "section", "ul"].includes(element.localName)
  )
    return false;
  if (element.querySelectorAll("p,div,td,blockquote,li").some(isSaid)) return false;
  const words = element.textContent.match(MEMBER_WORDS) ?? [];
  return new Set(words.map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ""))).size >= 2;
}

/** A short post beside the panel: a line of several words that says nothing of a member. */
function isSaid(element: PageElement): boolean {
  if (element.children.some(({ localName }) => !INLINE.has(localName))) return false;
  const text = element.textContent.trim();
  return text.split(/\s+/).length >= SAID_WORDS && text.match(MEMBER_WORDS) === null;
}

const INLINE: ReadonlySet<string> = new Set("br a b i em strong span u s sup sub".split(" "));
const SAID_WORDS = 5;

const BOXES: ReadonlySet<string> = new Set("ul ol div section table dl p center span".split(" "));

/**
 * A box of links. On a page that lists reports or goods, links of several words are what it lists; short
 * ones are its menus. On other pages any dense box leads away.
 */
function isMenu(element: PageElement, measures: Measures, type: PageType, whole: number): boolean {
  if (!BOXES.has(element.localName)) return false;
  const { text } = measureOf(element, measures);
  if (text === 0 || text > 0.5 * whole || linkDensity(element, measures) < 0.75) return false;
  const links = element
    .getElementsByTagName("a")
    .filter((link) => measureOf(link, measures).text > 0);
  if (links.length === 0) return false;
  const letters = links.reduce((sum, link) => sum + inkOf(link.textContent), 0) / links.length;
  if (type === "listing" || type === "product") return links.length >= 3 && letters < 12;
  return links.length >= 3 ? letters < 22 || links.length >= 4 : false;
}

/**
 * A block said twice in a row (a title for phones and one for desks), and a paragraph said twice anywhere,
 * are given once; so is the subject that a board repeats over each answer.
 */
function dropRepeats(blocks: readonly Block[], type: PageType): Block[] {
  const titles = new Set(blocks.filter(({ kind }) => kind === "title").map(({ text }) => text));
  const seen = new Set<string>();
  return blocks.filter(({ text, kind }, at) => {
    if (blocks[at - 1]?.text === text) return false;
    // A board repeats the subject over each answer.
    if (kind === "heading" && type === "forum") {
      const subject = text.replace(/^Re:\s*/i, "");
      return !titles.has(subject) && (seen.has(subject) ? false : seen.add(subject).has(subject));
    }
    if (text.length < LONG || kind === "code") return true;
    return seen.has(text) ? false : seen.add(text).has(text);
  });
}

const LONG = 100;
