/**
 * In: a parsed page. Out: its main text as blocks, its kind, and notes.
 * Never: parses twice; gives back nothing while the page holds words.
 */
import type { Note } from "../../base/note.ts";
import { textNote, type TextNoteCode } from "../notes.ts";
import { inkOfBlocks, readArticle, withoutByline } from "./article.ts";
import { type Block, joinBlocks, readBlocks, tidy } from "./blocks.ts";
import { findBoxes, findTalk, isMostlyTalk } from "./boxes.ts";
import type { PageElement } from "./dom.ts";
import { ARTICLE_TYPES, type Thing } from "./jsonLd.ts";
import { inkOf, measure, type Measures } from "./measure.ts";
import { type PageType, tellPageType } from "./pageType.ts";
import { type ParsedPage, parsePage } from "./parsePage.ts";
import { readRegion } from "./region.ts";
import { readStateText } from "./stateText.ts";
import { stripTags } from "./stripTags.ts";

/** The main text of a page and how it was picked. */
export type MainText = {
  readonly text: string;
  readonly type: PageType;
  readonly notes: readonly Note[];
};

/** What the page says of itself that helps to pick its main text. */
export type PageContext = {
  readonly metas: ReadonlyMap<string, string>;
  readonly things: readonly Thing[];
  readonly url: string;
  /** The page's markup, to look for what it does not show; null where nobody is to look. */
  readonly html: string | null;
};

/** Picks the main text of a page's markup. */
export function mainText(html: string): MainText {
  const page = parsePage(html);
  if (page === null)
    return { text: stripTags(html), type: "other", notes: [textNote("html-too-deep")] };
  return pickMainText(page, { metas: new Map(), things: [], url: "", html });
}

/** Picks the main text of a parsed page; the page is used up by it. */
export function pickMainText(page: ParsedPage, context: PageContext): MainText {
  const { document } = page;
  const measures = measure(document.body);
  const elements = document.body.getElementsByTagName("*");
  const names = elements.flatMap(({ className, id, localName }) =>
    className === "" && id === "" && !localName.includes("-")
      ? []
      : [`${className} ${id} ${localName}`],
  );
  const isSmall = isWithinReach(page, measures);
  const boxInput = { document, measures, talk: findTalk(isSmall ? elements : []) };
  const isTalk = isSmall && isMostlyTalk(boxInput);
  const { type, isSure } = tellPageType({
    document,
    elements,
    names,
    measures,
    isTalk,
    ...context,
  });
  const boxes: ReadonlySet<PageElement> = isSmall
    ? findBoxes(boxInput, type)
    : new Set<PageElement>();
  const region = readRegion(document, measures, type, boxes);
  const visible = inkOfBlocks(region) > 0 ? [] : readBlocks(document.body);
  const mayBeArticle = type === "article" || type === "other" || (type === "listing" && !isSure);
  if (mayBeArticle && isSmall) {
    for (const box of boxes) box.remove();
    const article = withKeyPoints(readArticle(document), region);
    if (isBetter(article, region, type)) return finish(article, type, [], page, context);
  }
  if (inkOfBlocks(region) > 0) {
    const notes = type === "article" ? [] : [textNote("main-text-by-blocks")];
    const blocks = type === "article" ? withoutByline(region) : region;
    return finish(blocks, type, notes, page, context);
  }
  return finish(visible, type, [textNote("no-main-text")], page, context);
}

/** The list of points between headline and first paragraph, which Readability takes for a menu. */
function withKeyPoints(article: readonly Block[], region: readonly Block[]): readonly Block[] {
  const title = region.findIndex(({ kind }) => kind === "title");
  const first = region.findIndex(({ text }) => text === article[0]?.text);
  if (title === -1 || first <= title) return article;
  const points = region
    .slice(title + 1, first)
    .filter(
      ({ kind, text, links }) => kind === "item" && text.length >= 40 && links < 0.3 * text.length,
    );
  return points.length < 2 ? article : [...points, ...article];
}

/** Readability reads the text of every element anew: what that costs is known before. */
function isWithinReach({ elements }: ParsedPage, measures: Measures): boolean {
  if (elements > ELEMENT_LIMIT) return false;
  let ink = 0;
  let sizes = 0;
  for (const { text, size } of measures.values()) {
    ink += text;
    sizes += size;
  }
  return ink < INK_LIMIT && sizes < SIZES_LIMIT;
}

const ELEMENT_LIMIT = 50_000;
/** Letters and elements, each counted once for every element that holds it. */
const INK_LIMIT = 10_000_000;
const SIZES_LIMIT = 1_500_000;

/** An article beats the region it stands in while it holds a fair part of the region's prose. */
function isBetter(article: readonly Block[], region: readonly Block[], type: PageType): boolean {
  const ink = inkOfBlocks(article);
  if (ink < 120) return false;
  const share = proseOf(article) / Math.max(1, proseOf(region));
  if (type === "article") return share > 0.35 || ink > 3_000;
  return share > 0.8 && isRun(article);
}

/** Long paragraphs, one after the other, and little else: an article, though the page does not say so. */
function isRun(blocks: readonly Block[]): boolean {
  const prose = proseOf(blocks);
  const count = blocks.filter(isProse).length;
  return count >= 3 && prose >= 0.8 * inkOfBlocks(blocks) && prose >= 120 * count;
}

function proseOf(blocks: readonly Block[]): number {
  return inkOfBlocks(blocks.filter(isProse));
}

const PROSE = 65;

function isProse({ text, links, kind }: Block): boolean {
  if (kind === "heading" || kind === "row" || text.length < PROSE / 2) return false;
  const ink = inkOf(text);
  return ink >= PROSE && links < 0.4 * ink;
}

const SHORT = 200;

function finish(
  blocks: readonly Block[],
  type: PageType,
  notes: readonly Note[],
  page: ParsedPage,
  context: PageContext,
): MainText {
  const text = joinBlocks(blocks).trim();
  const told = hiddenText(page, context, inkOf(text));
  if (told !== null) return { text: told.text, type, notes: [...notes, textNote(told.note)] };
  const short = inkOf(text) < SHORT ? [textNote("short-text")] : [];
  return { text, type, notes: [...notes, ...short] };
}

/** Text that the page holds and does not show: it comes by script, or stands behind a wall. */
function hiddenText(
  { states }: ParsedPage,
  { things, html }: PageContext,
  shown: number,
): { readonly text: string; readonly note: TextNoteCode } | null {
  const says = (text: string | null, least: number): text is string =>
    text !== null && inkOf(text) > Math.max(least, 2 * shown);
  const body = articleBody(things);
  if (says(body, 300)) return { text: body, note: "main-text-from-json-ld" };
  if (shown > SCANT) return null;
  const state = states.length === 0 ? null : readStateText(states);
  if (says(state, 300)) return { text: state, note: "main-text-from-data" };
  if (html === null || !/<(?:noscript|template)\b/i.test(html)) return null;
  const page = parsePage(html, true);
  if (page === null) return null;
  const { text } = pickMainText(page, { metas: new Map(), things: [], url: "", html: null });
  return says(text, 150) ? { text, note: "main-text-from-noscript" } : null;
}

/** A page that shows less is drawn by scripts, or is a very short report. */
const SCANT = 600;

function articleBody(things: readonly Thing[]): string | null {
  let best = "";
  for (const { types, fields } of things) {
    if (!types.some((type) => ARTICLE_TYPES.test(type))) continue;
    const body = fields["articleBody"];
    if (typeof body === "string" && body.length > best.length) best = body;
  }
  if (best === "") return null;
  if (/<\/?(?:p|br|div|a|strong|em)\b/i.test(best)) return stripTags(best);
  return best
    .split(/\s*\n\s*/)
    .map(tidy)
    .filter((line) => line !== "")
    .join("\n\n");
}
