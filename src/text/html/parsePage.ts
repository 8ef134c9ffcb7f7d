/**
 * In: the markup of a page. Out: its DOM, the scripts that carry data, and whether it was nested too deep.
 * Never: recurses with the page's depth; keeps what no reader sees (scripts, styles, pictures, comments).
 */
import { Parser } from "htmlparser2";
import { PageAttribute, PageDocument, PageElement, PageText, VOID_ELEMENTS } from "./dom.ts";

/** A parsed page. */
export type ParsedPage = {
  readonly document: PageDocument;
  /** The contents of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
  readonly elements: number;
};

/** Deeper elements become children of the last one allowed, so that no walk goes deeper. */
const DEPTH_LIMIT = 200;
/** The parser's own work grows with its stack; a page beyond this is no page. */
const STACK_LIMIT = 1_000;

/** Parses a page, or says null where it is nested too deep to be one. */
export function parsePage(html: string): ParsedPage | null {
  const document = new PageDocument((parent, part) => void build(part, parent, null));
  const jsonLd: string[] = [];
  const elements = build(html, document.body, jsonLd);
  return elements === null ? null : { document, jsonLd, elements };
}

const SKIPPED: ReadonlySet<string> = new Set(
  "script style noscript template svg math canvas object applet audio video iframe map frameset".split(
    " ",
  ),
);
const HEAD_ONLY: ReadonlySet<string> = new Set(["title", "meta", "link", "base"]);

/** Builds under `root`, which is the body of a whole page or any element of one. */
function build(html: string, root: PageElement, jsonLd: string[] | null): number | null {
  const { ownerDocument } = root;
  const isWhole = jsonLd !== null;
  let parent = root;
  let stack = 0;
  let skipped = 0;
  let data: string | null = null;
  let count = 0;
  let isTooDeep = false;
  /** For each open element: where its children go, and what stood there before. */
  const open: { name: string; before: PageElement }[] = [];

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        stack++;
        if (stack > STACK_LIMIT) isTooDeep = true;
        if (isTooDeep) return;
        if (skipped > 0 || SKIPPED.has(name)) {
          skipped++;
          if (name === "script" && isJsonLd(attributes["type"])) data = "";
          return;
        }
        if (isWhole && (name === "html" || name === "head" || name === "body")) {
          copyAttributes(
            name === "html"
              ? ownerDocument.documentElement
              : name === "head"
                ? ownerDocument.head
                : ownerDocument.body,
            attributes,
          );
          return;
        }
        count++;
        const element = new PageElement(ownerDocument, name, attributesOf(attributes));
        const isHead = isWhole && HEAD_ONLY.has(name);
        (isHead ? ownerDocument.head : parent).appendChild(element);
        if (VOID_ELEMENTS.has(name)) return;
        open.push({ name, before: parent });
        if (open.length <= DEPTH_LIMIT || isHead) parent = element;
      },
      ontext(text) {
        if (isTooDeep) return;
        if (data !== null) data += text;
        else if (skipped === 0) addText(parent, text);
      },
      onclosetag(name) {
        stack--;
        if (isTooDeep) return;
        if (skipped > 0) {
          skipped--;
          if (data !== null && name === "script") {
            jsonLd?.push(data);
            data = null;
          }
          return;
        }
        if (VOID_ELEMENTS.has(name) || open[open.length - 1]?.name !== name) return;
        parent = open.pop()?.before ?? root;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < html.length && !isTooDeep; at += SLICE)
    parser.write(html.slice(at, at + SLICE));
  if (isTooDeep) return null;
  parser.end();
  return count;
}

const SLICE = 1 << 16;

function isJsonLd(type: string | undefined): boolean {
  return type !== undefined && /^\s*application\/ld\+json/i.test(type);
}

function attributesOf(attributes: Readonly<Record<string, string>>): PageAttribute[] {
  return Object.entries(attributes).map(([name, value]) => new PageAttribute(name, value));
}

/** The page's own root may be hidden until its scripts ran; that hides nothing here. */
function copyAttributes(to: PageElement, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (!["style", "hidden", "aria-hidden"].includes(name) && !to.hasAttribute(name))
      to.setAttribute(name, value);
}

function addText(parent: PageElement, text: string): void {
  const last = parent.lastChild;
  if (last instanceof PageText) last.textContent += text;
  else parent.appendChild(new PageText(text));
}
