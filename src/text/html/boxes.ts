/**
 * In: a page, its measures and kind. Out: the boxes that stand around or within its main text and are none.
 * Never: goes by class names, which mean nothing on many pages; takes so much that no text is left.
 */
import { flatText, tidy } from "./blocks.ts";
import { type ChromeScope, isNamedChrome } from "./chrome.ts";
import { asks, LEADS_HEADING, READERS_HEADING, SELLS_HEADING, TALK_BUTTON } from "./boxRows.ts";
import type { PageDocument, PageElement, PageNode } from "./dom.ts";
import { inkOf, type Measures, measureOf } from "./measure.ts";
import { isHomeLink } from "./metadataTitle.ts";
import type { PageType } from "./pageType.ts";

/** What boxes are found by. */
export type BoxInput = {
  readonly document: PageDocument;
  readonly measures: Measures;
  /** Elements that hold a button of what a reader said (findTalk). */
  readonly talk: ReadonlySet<PageElement>;
};

type BoxKind = "named" | "next" | "leads" | "asks" | "cards" | "talk";

/** Finds boxes from the outside in; within a box none is looked for. */
export function findBoxes(page: BoxInput, type: PageType): ReadonlySet<PageElement> {
  const { document, measures } = page;
  const boxes = new Set<PageElement>();
  const head = findHead(document, measures);
  const whole = measureOf(document.body, measures);
  let { prose, text } = whole;
  const take = (element: PageElement, kind: BoxKind): boolean => {
    const found = measureOf(element, measures);
    const isPoor = prose - found.prose < LEAST && text - found.text < LEAST_TEXT;
    const mayBeLarge =
      type === "article" || kind === "talk" || kind === "next" || found.links > 0.6 * found.text;
    const isLarge = !mayBeLarge && found.text > 0.6 * whole.text;
    if (isLarge || holds(element, head.headline)) return false;
    if (isPoor && !isBeyondReport(element, kind, head, measures)) return false;
    if (
      kind === "cards" &&
      holds(head.box, element) &&
      found.prose > 0.3 * measureOf(head.box, measures).prose
    )
      return false;
    boxes.add(element);
    prose -= found.prose;
    text -= found.text;
    return true;
  };
  const look = (element: PageElement): void => {
    for (const child of element.children) {
      if (measureOf(child, measures).text === 0 || boxes.has(child)) continue;
      const kind = BOX_NAMES.has(child.localName) ? boxKind(child, page, type) : null;
      if (kind === null || !take(child, kind)) look(child);
      if (isLeadingHeading(child, type))
        for (const next of linksAfter(child, measures)) take(next, "leads");
    }
  };
  if (type === "article" || type === "other")
    for (const next of nextReports(document, measures)) take(next, "next");
  look(document.body);
  return boxes;
}

/** True for cards below a headline with a sentence or two of its own: a very short report. */
function isBeyondReport(
  element: PageElement,
  kind: BoxKind,
  { headline }: Head,
  measures: Measures,
): boolean {
  if (headline === null || (kind !== "leads" && kind !== "cards")) return false;
  if (kind === "cards" && element.querySelectorAll("h2,h3,h4,h5").length > SHORT_CARDS)
    return false;
  let box = headline;
  for (;;) {
    const { parentNode } = box;
    if (parentNode === null || holds(parentNode, element)) break;
    box = parentNode;
  }
  const { text, links } = measureOf(box, measures);
  const own = text - links - measureOf(headline, measures).text;
  return box !== headline && own >= SHORT_REPORT && /[.!?؟۔。]/u.test(box.textContent);
}

/** Letters of a report of one sentence; cards beyond so many are a list that the page is about. */
const SHORT_REPORT = 40;
const SHORT_CARDS = 8;

/** Reports put under the one that the page is about: boxes like its own, each with a headline. */
function nextReports(document: PageDocument, measures: Measures): PageElement[] {
  const headline = document.body.getElementsByTagName("h1").find((one) => {
    return isTitle(one, document.title);
  });
  if (headline === undefined) return [];
  const found: PageElement[] = [];
  let box: PageElement = headline;
  for (;;) {
    const { parentNode } = box;
    if (parentNode === null || parentNode === document.body) break;
    box = parentNode;
    if (measureOf(box, measures).prose < 2 * LEAST) continue;
    for (let next = box.nextElementSibling; next !== null; next = next.nextElementSibling) {
      const isAlike =
        next.localName === box.localName &&
        next.className.split(" ")[0] === box.className.split(" ")[0];
      const isOpened = next.getElementsByTagName("h1").length > 0;
      if (isOpened && (isAlike || next.localName === "article")) found.push(next);
    }
  }
  return found;
}

/** The headline of the page, and the box that holds it with the first prose. */
type Head = { readonly headline: PageElement | null; readonly box: PageElement };

function findHead({ body, title }: PageDocument, measures: Measures): Head {
  const headline =
    body.getElementsByTagName("h1").find((one) => !isHomeLink(one)) ??
    body.getElementsByTagName("h2").find((one) => isTitle(one, title)) ??
    null;
  let box = headline ?? body;
  while (measureOf(box, measures).prose < LEAST && box.parentNode !== null && box !== body)
    box = box.parentNode;
  return { headline, box };
}

function isTitle(heading: PageElement, title: string): boolean {
  const text = tidy(heading.textContent);
  return text.length >= 12 && title.includes(text);
}

function holds(outer: PageElement, inner: PageElement | null): boolean {
  for (let up = inner; up !== null; up = up.parentNode) if (up === outer) return true;
  return false;
}

/** Prose that must be left outside of boxes, or letters of any kind. */
const LEAST = 80;
const LEAST_TEXT = 400;

const BOX_NAMES: ReadonlySet<string> = new Set(
  "div section aside ul ol article table blockquote p dl".split(" "),
);

function boxKind(element: PageElement, page: BoxInput, type: PageType): BoxKind | null {
  const { measures } = page;
  const { text, links, prose } = measureOf(element, measures);
  const isNamed = text < NAMED_LIMIT && element.localName !== "blockquote";
  if (type === "article" && isNamed && isNamedChrome(element, NAMED)) return "named";
  // A wrapper says no more than what it wraps.
  const only = element.firstElementChild;
  if (only !== null && BOX_NAMES.has(only.localName) && measureOf(only, measures).text === text)
    return null;
  if (element.localName !== "p" && links > 0 && isLedBy(element, measures, type)) return "leads";
  if (type === "forum") return null;
  if (text < ASK_LIMIT && isAsking(element, prose)) return "asks";
  if (type === "article" && isCards(element, measures)) return "cards";
  if (type === "listing" || type === "product") return null;
  if (isTalk(element, page) || isOfReaders(element, measures)) return "talk";
  return null;
}

function isLedBy(element: PageElement, measures: Measures, type: PageType): boolean {
  const { prose, text, links } = measureOf(element, measures);
  if (prose > 0.5 * text && links < 0.1 * text) return false;
  const first = firstLine(element, measures);
  return first !== null && isHeadingText(first, type);
}

/** True where the first line of an element, or of the box around it, leads to other pages. */
export function isUnderLeads(element: PageElement, measures: Measures): boolean {
  let up: PageElement | null = element;
  for (let floor = 0; up !== null && floor < 2; floor++, up = up.parentNode) {
    const line = firstLine(up, measures);
    if (line !== null && (LEADS_HEADING.test(line) || SELLS_HEADING.test(line))) return true;
  }
  return false;
}

/** The first words of a box that stand by themselves. */
function firstLine(element: PageElement, measures: Measures): string | null {
  let inner: PageElement = element;
  for (;;) {
    const first = firstFilled(inner, measures);
    if (first === null) return null;
    if (first.nodeType === 3) {
      // Words with others beside them are a sentence, not a heading.
      return inner === element ? null : lineOf(inner, measures);
    }
    // The headline of the page is no heading of a box: a list of news is called "Latest news".
    if (["a", "button", "h1"].includes(first.localName)) return null;
    inner = first;
  }
}

function lineOf(element: PageElement, measures: Measures): string | null {
  return measureOf(element, measures).text > 60 ? null : tidy(element.textContent);
}

function firstFilled(element: PageElement, measures: Measures): PageNode | null {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 3 ? /\S/.test(node.textContent) : measureOf(node, measures).text > 0)
      return node;
  return null;
}

function isHeadingText(text: string, type: PageType): boolean {
  if (SELLS_HEADING.test(text)) return true;
  return type !== "listing" && type !== "product" && LEADS_HEADING.test(text);
}

const HEADS: ReadonlySet<string> = new Set("h2 h3 h4 h5 h6 p div strong b".split(" "));

function isLeadingHeading(element: PageElement, type: PageType): boolean {
  if (!HEADS.has(element.localName)) return false;
  const text = element.textContent;
  return text.length < 80 && isHeadingText(tidy(text), type);
}

/** Lists and cards of links that follow a heading as its siblings. */
function linksAfter(heading: PageElement, measures: Measures): PageElement[] {
  const found: PageElement[] = [heading];
  let next = heading.nextElementSibling;
  for (let at = 0; next !== null && at < FOLLOWERS; at++, next = next.nextElementSibling) {
    const { text, links, prose } = measureOf(next, measures);
    if (text === 0) continue;
    const isCard = links > 0.25 * text && (prose < 400 || links > 0.5 * text);
    if (!isCard || /^h[1-6]$/.test(next.localName)) break;
    found.push(next);
  }
  return found.length > 1 ? found : [];
}

/** Siblings of a heading that are looked at; one heading after another must not make that grow. */
const FOLLOWERS = 200;
const ASK_LIMIT = 700;
const NAMED: readonly ChromeScope[] = ["always", "article", "talk"];
/** Text beyond this is no caption or byline, whatever it is called. */
const NAMED_LIMIT = 500;

/** A box that asks for money, an address or consent, with something to press. */
function isAsking(element: PageElement, prose: number): boolean {
  if (element.localName === "p" || element.localName === "blockquote") return false;
  const isPressed = element.querySelectorAll("a,button,input,form").length > 0;
  if (!isPressed || prose > 350) return false;
  return asks(flatText(element));
}

/** Children of one shape, each a link with a line or two: they lead to other reports. */
function isCards(element: PageElement, measures: Measures): boolean {
  const { text, links } = measureOf(element, measures);
  if (links < 0.15 * text) return false;
  const byShape = childrenByShape(element, measures);
  return byShape.some((children) => {
    const cards = children.filter((child) => isCard(child, measures));
    const ink = cards.reduce((sum, card) => sum + measureOf(card, measures).text, 0);
    return cards.length >= 3 && cards.length >= 0.8 * children.length && ink > 0.8 * text;
  });
}

/** A link that holds the heading, or most of a short box. */
function isCard(element: PageElement, measures: Measures): boolean {
  if (element.localName === "p") return false;
  const { text, links } = measureOf(element, measures);
  if (text > 450 || text < 12 || links < 0.08 * text) return false;
  if (links > 0.7 * text) return element.localName !== "li";
  return element.getElementsByTagName("a").some((link) => {
    const { text: ink } = measureOf(link, measures);
    if (ink < 12) return false;
    const holder = link.parentNode?.localName ?? "";
    return link.querySelectorAll("h2,h3,h4,h5").length > 0 || /^h[2-5]$/.test(holder);
  });
}

/** Children of one shape, most of which end in a button that answers or reports them. */
function isTalk(element: PageElement, { measures, talk }: BoxInput): boolean {
  if (!talk.has(element)) return false;
  if (measureOf(element, measures).prose < LEAST) return false;
  return childrenByShape(element, measures).some((children) => {
    if (children.length < 3) return false;
    const said = children.filter((child) => talk.has(child));
    const ink = said.reduce((sum, one) => sum + measureOf(one, measures).text, 0);
    return said.length >= 0.7 * children.length && ink > 0.6 * measureOf(element, measures).text;
  });
}

/** Every element that holds a button which answers or reports what a reader said. */
export function findTalk(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const holders = new Set<PageElement>();
  for (const element of elements) {
    if (!TALK_NAMES.has(element.localName) || element.firstElementChild !== null) continue;
    const text = element.textContent;
    if (text.length > 40 || !TALK_BUTTON.test(text.trim())) continue;
    for (let up = element.parentNode; up !== null && !holders.has(up); up = up.parentNode)
      holders.add(up);
  }
  return holders;
}

const TALK_NAMES: ReadonlySet<string> = new Set("a button span div li".split(" "));

/** True where what readers say is nearly all that the page holds: a thread that no sign names. */
export function isMostlyTalk(page: BoxInput): boolean {
  const { document, measures } = page;
  const whole = measureOf(document.body, measures);
  if (whole.prose < 2 * LEAST) return false;
  let element: PageElement | null = document.body;
  let before = 0;
  while (element !== null) {
    if (isTalk(element, page))
      return (
        !OF_READERS.test(firstLine(element, measures) ?? "") &&
        before < 0.4 * whole.prose &&
        measureOf(element, measures).prose > 0.6 * whole.prose
      );
    let next: PageElement | null = null;
    for (const child of element.children) {
      const { prose } = measureOf(child, measures);
      if (prose > 0.5 * whole.prose) next = child;
      else if (next === null) before += prose;
    }
    element = next;
  }
  return false;
}

/** A box that `14 comments` or `What readers say` stands over. */
function isOfReaders(element: PageElement, measures: Measures): boolean {
  if (measureOf(element, measures).prose < LEAST) return false;
  return READERS_HEADING.test(firstLine(element, measures) ?? "");
}

const OF_READERS =
  /\b(?:comments?|readers?|responses|discussion|kommentare?|leserbriefe|commentaires|comentarios|commenti|комментари\p{L}*|yorumlar)\b|نظرات|دیدگاه|تعليقات|评论|留言|コメント/iu;

function childrenByShape(element: PageElement, measures: Measures): PageElement[][] {
  const byShape = new Map<string, PageElement[]>();
  for (const child of element.children) {
    if (inkOf(child.className) > 400 || measureOf(child, measures).text === 0) continue;
    const shape = `${child.localName}.${child.className.split(/\s+/)[0] ?? ""}`;
    const list = byShape.get(shape);
    if (list === undefined) byShape.set(shape, [child]);
    else list.push(child);
  }
  return [...byShape.values()].filter((list) => list.length >= 3);
}
