/**
 * In: an element. Out: its text as blocks: a paragraph, a heading, a list item, a table's row.
 * Never: glues two blocks together; changes a word but for white space, soft hyphens and invisible marks.
 */
import type { PageElement, PageNode } from "./dom.ts";
import { INLINE, inkOf } from "./measure.ts";

/** A run of text that stands by itself on the page. */
export type Block = {
  readonly kind: "paragraph" | "title" | "heading" | "item" | "row" | "code";
  readonly text: string;
  /** Letters that stand in links. */
  readonly links: number;
  /** True where only a line ends before it, no paragraph. */
  readonly isClose: boolean;
};

/** Reads the blocks of an element; `isSkipped` says which elements are passed over. */
export function readBlocks(
  root: PageElement,
  isSkipped: (element: PageElement) => boolean = () => false,
): Block[] {
  const writer = new BlockWriter(isSkipped);
  writer.write(root);
  return writer.end();
}

/** Puts blocks back together: an empty line between paragraphs, a line end between items and rows. */
export function joinBlocks(blocks: readonly Block[]): string {
  let text = "";
  for (const block of blocks) {
    if (text !== "") text += block.isClose ? "\n" : "\n\n";
    text += block.text;
  }
  return text;
}

/** A text in one line: white space to one space, soft hyphens and invisible marks out. */
export function tidy(text: string): string {
  if (isTidy(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0\u2028\u2029]+/g, " ")
    .trim();
}

/** Most texts need nothing; to see that is cheaper than to replace nothing. */
function isTidy(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 ? code < 32 || before === 32 : code >= 0x7f && isOdd(code)) return false;
    before = code;
  }
  return text === "" || before !== 32;
}

/** Wide enough to hold every space and invisible mark beyond ASCII. */
function isOdd(code: number): boolean {
  return code <= 0xad || (code >= 0x1680 && code <= 0x2060) || code === 0x3000 || code === 0xfeff;
}

/** The text of an element in one line, that of two elements never run together; no more than is asked for. */
export function flatText(element: PageElement, limit = Infinity): string {
  return tidy(spaced(element, limit)).slice(0, limit);
}

function spaced(element: PageElement, limit: number): string {
  let text = "";
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (text.length >= limit) break;
    text += node.nodeType === 3 ? node.textContent : ` ${spaced(node, limit - text.length)} `;
  }
  return text;
}

/** Soft hyphen, zero-width space, word joiner, stray byte order mark. The joiners of Persian stay. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

const NEVER: ReadonlySet<string> = new Set(
  "head title meta link button input select textarea option progress meter datalist dialog".split(
    " ",
  ),
);

type Kind = Block["kind"];

/** Holds the blocks written so far and the line being written. */
class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly isSkipped: (element: PageElement) => boolean;
  private line = "";
  private links = 0;
  private kind: Kind = "paragraph";
  private isClose = false;
  private inLink = false;

  constructor(isSkipped: (element: PageElement) => boolean) {
    this.isSkipped = isSkipped;
  }

  write(element: PageElement): void {
    for (let node: PageNode | null = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) this.add(node.textContent);
      else if ((!NEVER.has(node.localName) || isFold(node)) && !this.isSkipped(node))
        this.writeElement(node);
    }
  }

  end(): Block[] {
    this.close(false);
    return this.blocks;
  }

  private writeElement(element: PageElement): void {
    const name = element.localName;
    if (name === "br") return this.close(true);
    if (name === "a") return this.writeLink(element);
    if (name === "sup" && isFootnoteMark(element)) return;
    if (name === "cite" && element.parentNode?.localName === "blockquote") this.close(true);
    if (INLINE.has(name) && !holdsBlocks(element)) {
      this.part(element);
      return this.write(element);
    }
    if (name === "pre") return this.writeWhole(element, "code", codeOf(this.raw(element)));
    if (name === "blockquote" && isPost(element))
      return this.writeWhole(element, "paragraph", tidy(this.plain(element)));
    if (name === "table" && isDataTable(element)) return this.writeTable(element);
    const isItem = name === "li" || name === "dt" || name === "dd";
    this.close(isItem && element.previousElementSibling !== null);
    if (HEADING.test(name)) this.kind = name === "h1" ? "title" : "heading";
    else if (isItem) this.kind = "item";
    this.write(element);
    this.close(isItem);
  }

  private writeLink(element: PageElement): void {
    if (isAnchorMark(element)) return;
    this.part(element);
    const outer = this.inLink;
    this.inLink = true;
    this.write(element);
    this.inLink = outer;
  }

  private writeWhole(element: PageElement, kind: Kind, text: string): void {
    this.close(false);
    if (/\S/.test(text)) this.blocks.push({ kind, text, links: 0, isClose: false });
    this.close(element.nextSibling === null);
  }

  private writeTable(table: PageElement): void {
    this.close(false);
    let isFirst = true;
    const caption = tidy(table.getElementsByTagName("caption")[0]?.textContent ?? "");
    if (caption !== "")
      this.blocks.push({ kind: "paragraph", text: caption, links: 0, isClose: false });
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row).map((cell) => tidy(this.plain(cell)));
      while (cells.length > 0 && cells[cells.length - 1] === "") cells.pop();
      if (!cells.some((cell) => cell !== "")) continue;
      const links = row.getElementsByTagName("a").reduce((sum, a) => sum + inkOf(a.textContent), 0);
      this.blocks.push({ kind: "row", text: cells.join(" | "), links, isClose: !isFirst });
      isFirst = false;
    }
  }

  /** The text of an element as it is set, without buttons. */
  private raw(element: PageElement): string {
    let text = "";
    for (let node: PageNode | null = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) text += node.textContent;
      else if (node.localName === "br") text += "\n";
      else if (!NEVER.has(node.localName) && !this.isSkipped(node)) text += this.raw(node);
    }
    return text;
  }

  /** The text of an element in one line, blocks parted by spaces. */
  private plain(element: PageElement): string {
    let text = "";
    for (let node: PageNode | null = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) text += node.textContent;
      else if (!NEVER.has(node.localName) && !this.isSkipped(node))
        text += INLINE.has(node.localName) ? this.plain(node) : ` ${this.plain(node)} `;
    }
    return text;
  }

  /** Styles set two boxes apart that follow each other without a space; the text of one must not run on. */
  private part(element: PageElement): void {
    const before = element.previousSibling;
    if (before === null || before.nodeType === 3 || this.line === "") return;
    if (element.localName === "a" || element.hasAttribute("class") || before.localName === "a")
      this.line += " ";
  }

  private add(text: string): void {
    if (this.inLink) this.links += inkOf(text);
    this.line += text;
  }

  private close(isLineOnly: boolean): void {
    const text = tidy(this.line);
    if (text !== "") {
      const { kind, links, isClose } = this;
      this.blocks.push({ kind, text, links, isClose });
      this.isClose = isLineOnly;
    } else if (!isLineOnly) this.isClose = false;
    this.line = "";
    this.links = 0;
    this.kind = "paragraph";
  }
}

/** The heading of a part that opens at a touch is set as a button. */
function isFold(element: PageElement): boolean {
  if (element.localName !== "button") return false;
  return (
    HEADING.test(element.parentNode?.localName ?? "") ||
    (element.hasAttribute("aria-expanded") && /[?？؟]\s*$/.test(element.textContent))
  );
}

/** Old pages set paragraphs into `<font>`; the paragraphs rule. */
function holdsBlocks(element: PageElement): boolean {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType !== 3 && BLOCKS.has(node.localName)) return true;
  return false;
}

const BLOCKS: ReadonlySet<string> = new Set(
  "p div ul ol table h1 h2 h3 h4 section article".split(" "),
);

const HEADING = /^h[1-6]$/;

/** A mark such as [1] that leads to a note. */
function isFootnoteMark(element: PageElement): boolean {
  return /^\s*\[?\s*(?:\d{1,3}|[a-z]|note \d+|citation needed)\s*\]\s*$/i.test(element.textContent);
}

/** The mark beside a heading that holds its address. */
function isAnchorMark(link: PageElement): boolean {
  return /^\s*[#¶§🔗]\s*$/u.test(link.textContent);
}

/** A post of a social network put into the page: its words, author and date are one block. */
function isPost(element: PageElement): boolean {
  return /\b(?:twitter-tweet|twitter-video|bluesky-embed|mastodon-embed|instagram-media)\b/.test(
    element.className,
  );
}

function codeOf(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/\r\n?/g, "\n")
    .replaceAll("\u00a0", " ")
    .replace(/[ \t\u00a0]+$/gm, "")
    .replace(/^\n+|\s+$/g, "");
}

/** A table whose rows are facts, not one that lays out a page. */
function isDataTable(table: PageElement): boolean {
  if (table.getElementsByTagName("table").length > 0) return false;
  // A headline in a row of its own heads the rows below; beside other cells it lays out a page.
  const isHeading = (row: PageElement): boolean => row.getElementsByTagName("h1").length > 0;
  if (rowsOf(table).some((row) => isHeading(row) && cellsOf(row).length > 1)) return false;
  const role = table.getAttribute("role");
  if (role === "presentation" || role === "none") return false;
  const rows = rowsOf(table).map(cellsOf);
  const filled = rows.filter((cells) => cells.length >= 2);
  if (filled.length === 0 || filled.length < 0.4 * rows.length) return false;
  const cells = filled.flat();
  // Two or three rows with a long cell lay out a page: a post and its author, a text and its margin.
  if (rows.length <= 3 && cells.some((cell) => cell.textContent.length > 120)) return false;
  const isLong = (cell: PageElement): boolean =>
    cell.textContent.length > 600 || cell.getElementsByTagName("p").length > 2;
  return cells.filter(isLong).length <= 0.1 * cells.length;
}

function rowsOf(table: PageElement): PageElement[] {
  return table.getElementsByTagName("tr");
}

function cellsOf(row: PageElement): PageElement[] {
  return row.children.filter(({ localName }) => localName === "td" || localName === "th");
}
