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
  /** Data in JSON with which the page's own scripts would draw it. */
  readonly states: readonly string[];
  readonly elements: number;
};

type Scripts = { readonly jsonLd: string[]; readonly states: string[] };

/** Deeper elements become children of the last one allowed, so that no walk goes deeper. */
const DEPTH_LIMIT = 200;
/** The parser's own work grows with its stack; a page beyond this is no page. */
const STACK_LIMIT = 1_000;

/**
 * Parses a page, or says null where it is nested too deep to be one. `isOpened` keeps what stands in
 * `<noscript>` and `<template>`: what a page shows to those who run no scripts.
 */
export function parsePage(html: string, isOpened = false): ParsedPage | null {
  const document = new PageDocument((parent, part) => void build(part, parent, null, isOpened));
  const scripts: Scripts = { jsonLd: [], states: [] };
  const elements = build(html, document.body, scripts, isOpened);
  return elements === null ? null : { document, ...scripts, elements };
}

const SKIPPED: ReadonlySet<string> = new Set(
  "script style noscript template svg math canvas object applet audio video iframe map frameset amp-ad amp-embed amp-sidebar amp-consent amp-social-share amp-analytics amp-video amp-iframe".split(
    " ",
  ),
);
const OPENED: ReadonlySet<string> = new Set(["noscript", "template"]);
const HEAD_ONLY: ReadonlySet<string> = new Set(["title", "meta", "link", "base"]);

/** Builds under `root`, which is the body of a whole page or any element of one. */
function build(
  html: string,
  root: PageElement,
  scripts: Scripts | null,
  isOpened: boolean,
): number | null {
  const { ownerDocument } = root;
  const isWhole = scripts !== null;
  let parent = root;
  let stack = 0;
  let skipped = 0;
  let data: string | null = null;
  let list: string[] | null = null;
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
        if (
          skipped > 0 ||
          isStandIn(name, attributes) ||
          (SKIPPED.has(name) && !isKept(name, attributes, isOpened))
        ) {
          skipped++;
          if (name === "script" && scripts !== null) list = listOf(attributes, scripts);
          if (list !== null) data = "";
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
            if (list !== null && (list === scripts?.jsonLd || isState(data))) list.push(data);
            data = null;
            list = null;
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

/** A `<template>` that declares a shadow tree is shown; what else scripts replace, only where asked for. */
function isKept(
  name: string,
  attributes: Readonly<Record<string, string>>,
  isOpened: boolean,
): boolean {
  if (name === "template" && "shadowrootmode" in attributes) return true;
  return isOpened && OPENED.has(name);
}

/** What AMP shows while a part of the page loads, or where it cannot. */
function isStandIn(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (VOID_ELEMENTS.has(name) || name === "textarea") return false;
  return "fallback" in attributes || "placeholder" in attributes;
}

/** Where the words of a script are kept, or null where they are of no use. */
function listOf(
  { type, src }: Readonly<Record<string, string>>,
  scripts: Scripts,
): string[] | null {
  if (/^\s*application\/ld\+json/i.test(type ?? "")) return scripts.jsonLd;
  if (src !== undefined) return null;
  return /^\s*(?:application\/json|text\/javascript|)\s*$/i.test(type ?? "")
    ? scripts.states
    : null;
}

/** An object, or one given to a name: `window.__STATE__ = {…}`. */
function isState(script: string): boolean {
  return (
    script.length > 300 &&
    /^\s*(?:(?:var |let |const |window\.|self\.)?[\w.$]+\s*=\s*)?[{[]/.test(script)
  );
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
