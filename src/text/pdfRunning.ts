/**
 * In: the lines of each page of a PDF. Out: the same without page numbers and running heads and feet.
 * Never: takes a line of the report whose number is not that of its page; empties a page of one line.
 */
import type { PdfLine } from "./pdfLines.ts";

/** Drops the numbers of pages, and the heads and feet that stand at one height on many of them. */
export function dropRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = pages.map(edgeLines);
  const byKey = new Map<string, Edge[]>();
  edges.forEach((lines, page) => {
    for (const line of lines) {
      const edge = { line, page, numbers: numbersOf(line.text) };
      const key = keyOf(line);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [edge]);
      else known.push(edge);
    }
  });
  const running = new Set<PdfLine>();
  for (const same of byKey.values())
    for (const edge of same) if (isRunning(edge, same, pages.length)) running.add(edge.line);
  return pages.map((lines, page) => {
    const isEdge = new Set(edges[page]);
    if (lines.length === 1) return [...lines];
    return lines.filter((line) => !running.has(line) && !(isEdge.has(line) && isNumber(line.text)));
  });
}

type Edge = { readonly line: PdfLine; readonly page: number; readonly numbers: readonly number[] };

/** Heads and feet have up to this many lines. */
const EDGE = 3;
/** Points by which the height of a running line may differ between pages. */
const SWAY = 3;

/** The topmost and lowest lines, wherever the order of columns put them. */
function edgeLines(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = [...lines].sort((one, other) => other.y - one.y);
  return [...new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)])];
}

/**
 * On most pages anywhere at the edge, or at one height on a third of them (left and right pages differ).
 * The numbers in it are the same, or count with the pages: "12 executions" at the foot of two pages is text.
 */
function isRunning(edge: Edge, same: readonly Edge[], pages: number): boolean {
  if (pages < 2 || letterCount(edge.line.text) < 3) return false;
  const alike = same.filter((other) => countsWith(edge, other));
  const level = alike.filter(({ line }) => Math.abs(line.y - edge.line.y) <= SWAY);
  // What is set larger than its like is the title that later pages repeat.
  const isTitle = same.some(({ line }) => edge.line.height > 1.3 * line.height);
  const isOften = pages >= 3 && !isTitle && onPages(alike) >= 0.6 * pages;
  const isLevel = edge.line.text.length < 160 && onPages(level) >= Math.max(2, pages / 3);
  return isOften || isLevel;
}

function onPages(edges: readonly Edge[]): number {
  return new Set(edges.map(({ page }) => page)).size;
}

function countsWith(one: Edge, other: Edge): boolean {
  return one.numbers.every(
    (number, at) =>
      number === other.numbers[at] || number - one.page === (other.numbers[at] ?? 0) - other.page,
  );
}

const PAGE_NUMBER =
  /^[\s\-–—|·•[(]*(?:(?:page|p\.|seite|página|pagina|pág\.|sayfa|стр\.?|страница|صفح[هة]|ص|第)\s*)?(?:[\d۰-۹٠-٩]{1,4}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))(?:\s*(?:\/|\||of|von|de|sur|di|из|از|من)\s*[\d۰-۹٠-٩]{1,4})?(?:\s*[页頁ページ]+)?[\s\-–—|·•\])]*$/iu;

function isNumber(text: string): boolean {
  return PAGE_NUMBER.test(text);
}

const DIGITS = /[\d۰-۹٠-٩]+/g;

function keyOf({ text }: PdfLine): string {
  return text.replace(DIGITS, "#").toLowerCase();
}

function numbersOf(text: string): number[] {
  return (text.match(DIGITS) ?? []).map((digits) =>
    Number(digits.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))),
  );
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
