import { parseHTML } from "linkedom";

/** What is used of a DOM node; linkedom gives more. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly nextSibling: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly parentNode: DomNode | null;
};

/** What is used of a DOM element. */
export type DomElement = DomNode & {
  readonly localName: string;
  readonly textContent: string;
  readonly id: string;
  readonly className: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
};

/** What is used of a DOM document. */
export type DomDocument = {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly head: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
};

/** Parses a page into a DOM. */
export function parsePage(html: string): DomDocument {
  const { document } = parseHTML(html) as unknown as { document: DomDocument };
  return document;
}
