import type { PageElement, PageNode } from "./dom.ts";

/** How much text an element holds, how much of it in links, and how much in paragraphs. White space is not counted. */
export type Measure = {
  readonly text: number;
  readonly links: number;
  readonly prose: number;
  /** Elements, itself among them. */
  readonly size: number;
};

/** The measures of every element under one root, made in one walk. */
export type Measures = ReadonlyMap<PageElement, Measure>;

/** A paragraph shorter than this is a label, a button or a byline. */
const PROSE = 80;

/** Measures an element and all it holds. */
export function measure(root: PageElement): Measures {
  const measures = new Map<PageElement, Measure>();
  measureElement(root, measures);
  return measures;
}

/** The share of an element's text that stands in links; 1 where there is no text. */
export function linkDensity(element: PageElement, measures: Measures): number {
  const found = measures.get(element);
  return found === undefined || found.text === 0 ? 1 : found.links / found.text;
}

/** The measure of an element, empty for one that was not there when the page was measured. */
export function measureOf(element: PageElement, measures: Measures): Measure {
  return measures.get(element) ?? EMPTY;
}

/** Letters and digits of a text, white space left out; one of Chinese, Japanese or Korean says as much as two. */
export function inkOf(text: string): number {
  let ink = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 160) ink += code < 0x3040 || code > 0xd7af ? 1 : 2;
  }
  return ink;
}

const EMPTY: Measure = { text: 0, links: 0, prose: 0, size: 0 };

function measureElement(element: PageElement, measures: Map<PageElement, Measure>): Measure {
  let text = 0;
  let links = 0;
  let prose = 0;
  let own = 0;
  let size = 1;
  for (let node: PageNode | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const ink = inkOf(node.textContent);
      text += ink;
      own += ink;
      continue;
    }
    const inner = measureElement(node, measures);
    text += inner.text;
    links += inner.links;
    prose += inner.prose;
    size += inner.size;
    if (INLINE.has(node.localName)) own += inner.text;
  }
  const isLink = element.localName === "a";
  if (isLink) links = text;
  if (prose === 0 && own >= PROSE && !INLINE.has(element.localName) && links < 0.5 * text)
    prose = own;
  const found = { text, links, prose, size };
  measures.set(element, found);
  return found;
}

/** Elements that run on within a line. */
export const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
