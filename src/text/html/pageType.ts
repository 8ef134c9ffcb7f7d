/**
 * In: a page, its machine-readable things and measures. Out: what kind of page it is.
 * Never: decides by one weak sign; each sign is a row with its weight.
 */
import { tidy } from "./blocks.ts";
import { isUnderLeads } from "./boxes.ts";
import { isNamedChrome, isTaggedChrome } from "./chrome.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { ARTICLE_TYPES, type Thing } from "./jsonLd.ts";
import { INLINE, inkOf, type Measures, measureOf } from "./measure.ts";

/** `other` is a page of sections that is none of these: a service, an organisation, a front page. */
export type PageType = "article" | "forum" | "product" | "listing" | "documentation" | "other";

/** A kind of page, and whether more than one sign speaks for it. */
export type ToldType = { readonly type: PageType; readonly isSure: boolean };

/** What the signs look at. */
export type PageSigns = {
  readonly document: PageDocument;
  readonly elements: readonly PageElement[];
  /** Class and id of every element that has any. */
  readonly names: readonly string[];
  readonly metas: ReadonlyMap<string, string>;
  readonly things: readonly Thing[];
  readonly measures: Measures;
  readonly url: string;
  /** True where what readers say, each with a button to answer it, is nearly all of the page. */
  readonly isTalk: boolean;
};

/** Weighs the signs of each kind; `other` where none is strong enough. */
export function tellPageType(signs: PageSigns): ToldType {
  const weights = new Map<PageType, number>();
  for (const { type, weight, holds } of SIGN_ROWS)
    if (holds(signs)) weights.set(type, (weights.get(type) ?? 0) + weight);
  const [best] = [...weights].sort(([, left], [, right]) => right - left);
  return best !== undefined && best[1] >= 3
    ? { type: best[0], isSure: best[1] > 3 }
    : { type: "other", isSure: false };
}

type SignRow = {
  readonly type: PageType;
  readonly weight: number;
  readonly holds: (signs: PageSigns) => boolean;
};

const hasThing = (types: RegExp) => (signs: PageSigns) =>
  signs.things.some((thing) => thing.types.some((type) => types.test(type)));
const meta = (name: string, pattern: RegExp) => (signs: PageSigns) =>
  pattern.test(signs.metas.get(name) ?? "");
const named = (pattern: RegExp, least: number) => (signs: PageSigns) => {
  let count = 0;
  for (const name of signs.names) if (pattern.test(name) && ++count >= least) return true;
  return false;
};
const rootNamed = (pattern: RegExp) => (signs: PageSigns) => {
  const { documentElement, body } = signs.document;
  return pattern.test(
    `${documentElement.className} ${documentElement.id} ${body.className} ${body.id}`,
  );
};
const address = (pattern: RegExp) => (signs: PageSigns) => pattern.test(signs.url);

const SIGN_ROWS: readonly SignRow[] = [
  { type: "article", weight: 4, holds: hasThing(ARTICLE_TYPES) },
  { type: "article", weight: 2, holds: meta("og:type", /^(?:article|news|blog)/i) },
  { type: "article", weight: 2, holds: (signs) => saysArticle(signs) && hasHeadedProse(signs) },
  { type: "article", weight: 3, holds: meta("article:published_time", /\d/) },
  { type: "article", weight: 2, holds: meta("dc.date.issued", /\d/) },
  {
    type: "article",
    weight: 3,
    holds: (signs) =>
      signs.elements.some((element) => element.getAttribute("itemprop") === "articleBody"),
  },
  {
    type: "article",
    weight: 1,
    holds: rootNamed(/(?:^|\s)(?:single-post|single|article(?:-page)?|post-template\S*)(?:\s|$)/i),
  },
  { type: "article", weight: 1, holds: address(/\/(?:19|20)\d\d\/\d\d?\//) },
  { type: "article", weight: 3, holds: hasOneLongRun },
  {
    type: "forum",
    weight: 4,
    holds: meta(
      "generator",
      /phpbb|vbulletin|xenforo|discourse|invision|mybb|simple machines|\bsmf\b|flarum|nodebb|discuz|vanilla|bbpress/i,
    ),
  },
  { type: "forum", weight: 3, holds: (signs) => signs.isTalk && !saysArticle(signs) },
  { type: "forum", weight: 6, holds: hasThing(/^(?:DiscussionForumPosting|QAPage)$/) },
  {
    type: "forum",
    weight: 4,
    holds: named(
      /(?:^|[\s_-])(?:postbody|post_body|post_message|message-?(?:body|content)|bbwrapper|topic-post|answercell|js-post-body|comment-?tree|commtext|postbit|cpost|js-comment-body|timeline-comment|post_wrapper|postarea|post-stream|forum-post|reply-content|bbp-reply-content|shreddit-comment|comment_text|comment-copy|comments_subtree)(?:$|[\s_\d-])/i,
      2,
    ),
  },
  {
    type: "forum",
    weight: 3,
    holds: rootNamed(/phpbb|vbulletin|xenforo|discourse|bbpress|section-viewtopic|ipsapp|smf/i),
  },
  {
    type: "forum",
    weight: 2,
    holds: address(
      /viewtopic|showthread|\/threads?\/|\/topics?\/|\/forums?\/|\/questions\/\d|\/t\/[\w-]+\/\d|\/r\/\w+\/comments\//i,
    ),
  },
  { type: "product", weight: 5, holds: meta("og:type", /^(?:og:)?product(?:\.item)?$/i) },
  {
    type: "product",
    weight: 4,
    holds: (signs) =>
      countThings(signs, /^Product(?:Group)?$/) === 1 && !hasThing(ARTICLE_TYPES)(signs),
  },
  {
    type: "product",
    weight: 3,
    holds: rootNamed(
      /single-product|product-template|page-product|template-product|catalog-product-view/i,
    ),
  },
  {
    type: "product",
    weight: 2,
    holds: named(/add-?to-?(?:cart|basket|bag)|single_add_to_cart|buy-?now/i, 1),
  },
  { type: "product", weight: 3, holds: hasOneBuyButton },
  { type: "listing", weight: 4, holds: meta("og:type", /^product\.group$/i) },
  {
    type: "listing",
    weight: 3,
    holds: hasThing(/^(?:CollectionPage|ItemList|SearchResultsPage|OfferCatalog)$/),
  },
  {
    type: "listing",
    weight: 3,
    holds: rootNamed(
      /(?:^|\s)(?:archive|category|tag|search-results|blog|home|tax-[\w-]+|template-collection|post-type-archive|catalog-category-view)(?:\s|$)/i,
    ),
  },
  { type: "listing", weight: 3, holds: hasManyCards },
  {
    type: "listing",
    weight: 1,
    holds: address(
      /\/(?:category|categories|tag|tags|collections?|archives?|search|topics?|blog|news)\/?(?:[\w-]+\/?)?$/i,
    ),
  },
  {
    type: "documentation",
    weight: 4,
    holds: meta(
      "generator",
      /sphinx|mkdocs|docusaurus|gitbook|vuepress|vitepress|mdbook|doxygen|javadoc|rustdoc|starlight|nextra|antora|asciidoctor|docfx|pdoc|typedoc|readthedocs|docutils/i,
    ),
  },
  {
    type: "documentation",
    weight: 4,
    holds: named(
      /(?:^|[\s_-])(?:rst-content|md-content|theme-doc-markdown|docs-content|doc-content|documentwrapper|docmainwrapper|rustdoc|mdbook|markdown-section|vp-doc|sl-markdown-content|docutils|refentry|apidoc)(?:$|[\s_-])/i,
      1,
    ),
  },
  { type: "documentation", weight: 2, holds: (signs) => countTags(signs, /^pre$/) >= 3 },
  {
    type: "documentation",
    weight: 1,
    holds: address(/\b(?:docs?|documentation|reference|manual|guide|api|wiki|help)\b/i),
  },
];

/** One button that puts one thing into a basket; a list of goods has one for each. */
function hasOneBuyButton({ elements }: PageSigns): boolean {
  const buttons = elements.filter(
    ({ localName }) => localName === "button" || localName === "input",
  );
  const count = buttons.filter((button) =>
    BUY.test((button.getAttribute("value") ?? button.textContent).trim()),
  ).length;
  return count === 1 || count === 2;
}

const BUY =
  /^(?:add to (?:my )?(?:cart|basket|bag)|buy (?:it )?now|pre-?order(?: now)?|in den (?:warenkorb|einkaufswagen)|ajouter au panier|añadir al carrito|aggiungi al carrello|adicionar ao carrinho|добавить в корзину|в корзину|купить|sepete ekle|加入购物车|カートに入れる|افزودن به سبد(?: خرید)?)$/iu;

/** The page itself says that it is one report, whatever readers said below it. */
function saysArticle(signs: PageSigns): boolean {
  return (
    hasThing(ARTICLE_TYPES)(signs) ||
    /^(?:article|news|blog)/i.test(signs.metas.get("og:type") ?? "") ||
    signs.metas.has("article:published_time")
  );
}

function countThings(signs: PageSigns, types: RegExp): number {
  return signs.things.filter((thing) => thing.types.some((type) => types.test(type))).length;
}

function countTags(signs: PageSigns, names: RegExp): number {
  return signs.elements.filter(({ localName }) => names.test(localName)).length;
}

/** One element holds most of the page's paragraphs as its own children: an article, whatever it declares. */
function hasOneLongRun({ elements, measures, document }: PageSigns): boolean {
  const whole = measureOf(document.body, measures).prose;
  if (whole < 500) return false;
  return elements.some((element) => {
    if (measureOf(element, measures).prose < 0.6 * whole) return false;
    let ink = 0;
    let count = 0;
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      const text = node.nodeType === 3 ? inkOf(node.textContent) : paragraphInk(node, measures);
      if (text < 80) continue;
      ink += text;
      count++;
    }
    return count >= 3 && ink >= 0.6 * whole;
  });
}

/** The text of a paragraph, whatever it is called; 0 for what holds paragraphs of its own. */
function paragraphInk(element: PageElement, measures: Measures): number {
  const { text, links } = measureOf(element, measures);
  if (links > 0.4 * text) return 0;
  if (element.localName === "p") return text;
  if (element.localName !== "div" && element.localName !== "blockquote") return 0;
  return element.children.every((child) => INLINE.has(child.localName) || child.localName === "br")
    ? text
    : 0;
}

/** Prose beside the page's one headline, in a box that is not the whole page. */
function hasHeadedProse({ document, measures }: PageSigns): boolean {
  const headings = document.body.getElementsByTagName("h1");
  const [headline] = headings;
  if (headline === undefined || headings.length > 1) return false;
  if (!document.title.includes(tidy(headline.textContent))) return false;
  let box = headline;
  for (let floor = 0; floor < 3 && box.parentNode !== null; floor++) {
    box = box.parentNode;
    const { prose, links, text } = measureOf(box, measures);
    if (prose >= 150) return links < 0.2 * text;
  }
  return false;
}

/** Three floors up are enough to meet the box that a list stands in. */
function isWithinChrome(element: PageElement): boolean {
  let up: PageElement | null = element;
  for (let floor = 0; up !== null && floor < 3; floor++, up = up.parentNode)
    if (isTaggedChrome(up) || isNamedChrome(up, ["always", "menu"])) return true;
  return false;
}

/** Many siblings of one kind, each with a link and a little text, hold most of the page. */
function hasManyCards({ elements, measures, document }: PageSigns): boolean {
  const whole = measureOf(document.body, measures).text;
  if (whole === 0) return false;
  return elements.some((element) => {
    const { text } = measureOf(element, measures);
    if (text < 0.35 * whole || isWithinChrome(element) || isUnderLeads(element, measures))
      return false;
    const byShape = new Map<string, number>();
    for (const child of element.children) {
      const inner = measureOf(child, measures);
      if (inner.text < 15 || inner.text > 900 || inner.links < 0.08 * inner.text) continue;
      const shape = `${child.localName}.${child.className.split(/\s+/)[0] ?? ""}`;
      if (child.localName !== "p") byShape.set(shape, (byShape.get(shape) ?? 0) + inner.text);
      if ((byShape.get(shape) ?? 0) > 0.35 * whole && element.children.length >= 5) return true;
    }
    return false;
  });
}
