import { Readability } from "@mozilla/readability";
import type { Draft } from "../makeDocument.ts";
import type { Source } from "../source.ts";
import { type DomElement, type DomNode, parsePage } from "./dom.ts";

/** Picks main text and metadata of a page. */
export function draftPage(html: string, _source: Source): Draft {
  const document = parsePage(html);
  const title = document.querySelector("title")?.textContent.trim() ?? "";
  const reader = new Readability<DomNode>(document as never, {
    serializer: (node) => node as unknown as DomNode,
  });
  const article = reader.parse();
  const root = article?.content ?? null;
  const text = root === null ? "" : blockText(root as DomElement);
  return { text, title: title === "" ? null : { value: title, by: "title" } };
}

const BLOCKS = /^(?:p|div|li|ul|ol|h[1-6]|br|tr|table|blockquote|pre|section|article)$/;

function blockText(root: DomElement): string {
  let out = "";
  const walk = (node: DomNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) out += child.nodeValue ?? "";
      else if (child.nodeType === 1) {
        const isBlock = BLOCKS.test((child as DomElement).localName);
        if (isBlock) out += "\n";
        walk(child);
        if (isBlock) out += "\n";
      }
    }
  };
  walk(root);
  return out
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ *\n\s*/g, "\n")
    .trim();
}
