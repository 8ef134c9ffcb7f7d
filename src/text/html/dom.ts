/**
 * A small DOM: what Readability asks of one, and nothing else. Pages are parsed into it once (parsePage.ts),
 * measured, and then cut down by Readability in place. docs/adr/0010 says why it is our own.
 */

/** A node of a page: an element, or a text. */
export type PageNode = PageElement | PageText;

const NO_NODES: readonly PageNode[] = [];
const ELEMENT = 1;
const TEXT = 3;

/** What elements and texts share: their place among their siblings. */
abstract class Linked {
  parentNode: PageElement | null = null;
  nextSibling: PageNode | null = null;
  previousSibling: PageNode | null = null;

  get parentElement(): PageElement | null {
    return this.parentNode;
  }

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling;
    while (node !== null && node.nodeType !== ELEMENT) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== ELEMENT) node = node.previousSibling;
    return node;
  }
}

/** A run of text. */
export class PageText extends Linked {
  readonly nodeType = TEXT;
  readonly nodeName = "#text";
  readonly firstChild = null;
  readonly childNodes: readonly PageNode[] = NO_NODES;
  textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }

  get nodeValue(): string {
    return this.textContent;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

/** An attribute; Readability copies them from one element to another. */
export class PageAttribute {
  readonly name: string;
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): PageAttribute {
    return this;
  }
}

/** An element. `localName` is lower case, `tagName` upper, as in an HTML document. */
export class PageElement extends Linked {
  readonly nodeType = ELEMENT;
  readonly localName: string;
  readonly tagName: string;
  readonly ownerDocument: PageDocument;
  attributes: PageAttribute[];
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;

  constructor(ownerDocument: PageDocument, name: string, attributes: PageAttribute[]) {
    super();
    this.ownerDocument = ownerDocument;
    this.localName = name.toLowerCase();
    this.tagName = this.localName.toUpperCase();
    this.attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get nodeValue(): null {
    return null;
  }

  get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): PageElement[] {
    const elements: PageElement[] = [];
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      if (node.nodeType === ELEMENT) elements.push(node);
    return elements;
  }

  get firstElementChild(): PageElement | null {
    return this.firstChild?.nodeType === TEXT
      ? this.firstChild.nextElementSibling
      : this.firstChild;
  }

  get textContent(): string {
    const first = this.firstChild;
    if (first !== null && first.nodeType === TEXT && first.nextSibling === null)
      return first.textContent;
    let text = "";
    for (let node = first; node !== null; node = node.nextSibling) text += node.textContent;
    return text;
  }

  set textContent(text: string) {
    this.clear();
    if (text !== "") this.appendChild(new PageText(text));
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  get className(): string {
    return this.getAttribute("class") ?? "";
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute("style");
    return style === null ? SHOWN : styleOf(style);
  }

  get innerHTML(): string {
    let html = "";
    for (let node = this.firstChild; node !== null; node = node.nextSibling) html += markup(node);
    return html;
  }

  set innerHTML(html: string) {
    this.clear();
    this.ownerDocument.parseInto(this, html);
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new PageAttribute(name, value));
  }

  setAttributeNode(added: PageAttribute): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === added.name);
    if (at === -1) this.attributes.push(added);
    else this.attributes[at] = added;
  }

  removeAttribute(name: string): void {
    if (this.hasAttribute(name))
      this.attributes = this.attributes.filter((attribute) => attribute.name !== name);
  }

  getElementsByTagName(name: string): PageElement[] {
    return collect(this, name === "*" ? null : [name.toLowerCase()]);
  }

  /** Elements of the names in a comma-separated list; no other selector is known. */
  querySelectorAll(names: string): PageElement[] {
    return collect(
      this,
      names.split(",").map((name) => name.trim().toLowerCase()),
    );
  }

  appendChild<T extends PageNode>(node: T): T {
    node.parentNode?.removeChild(node);
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
    return node;
  }

  replaceChild<T extends PageNode>(added: PageNode, old: T): T {
    if (added === old) return old;
    added.parentNode?.removeChild(added);
    const { previousSibling, nextSibling } = old;
    added.parentNode = this;
    added.previousSibling = previousSibling;
    added.nextSibling = nextSibling;
    if (previousSibling === null) this.firstChild = added;
    else previousSibling.nextSibling = added;
    if (nextSibling === null) this.lastChild = added;
    else nextSibling.previousSibling = added;
    detach(old);
    return old;
  }

  removeChild<T extends PageNode>(node: T): T {
    const { previousSibling, nextSibling } = node;
    if (previousSibling === null) this.firstChild = nextSibling;
    else previousSibling.nextSibling = nextSibling;
    if (nextSibling === null) this.lastChild = previousSibling;
    else nextSibling.previousSibling = previousSibling;
    detach(node);
    return node;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  private clear(): void {
    while (this.firstChild !== null) this.removeChild(this.firstChild);
  }
}

/** A page. Addresses are not resolved: nothing here follows a link. */
export class PageDocument {
  readonly nodeType = 9;
  readonly baseURI = "about:blank";
  readonly documentURI = "about:blank";
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly parseInto: (parent: PageElement, html: string) => void;

  constructor(parseInto: (parent: PageElement, html: string) => void) {
    this.parseInto = parseInto;
    this.documentElement = new PageElement(this, "html", []);
    this.head = this.documentElement.appendChild(new PageElement(this, "head", []));
    this.body = this.documentElement.appendChild(new PageElement(this, "body", []));
  }

  get firstChild(): PageElement {
    return this.documentElement;
  }

  get childNodes(): PageElement[] {
    return [this.documentElement];
  }

  get title(): string {
    return this.head.getElementsByTagName("title")[0]?.textContent.trim() ?? "";
  }

  createElement(name: string): PageElement {
    return new PageElement(this, name, []);
  }

  createTextNode(text: string): PageText {
    return new PageText(text);
  }

  getElementsByTagName(name: string): PageElement[] {
    return this.documentElement.getElementsByTagName(name);
  }

  querySelectorAll(names: string): PageElement[] {
    return this.documentElement.querySelectorAll(names);
  }
}

const SHOWN = { display: "", visibility: "" } as const;

function styleOf(style: string): { display: string; visibility: string } {
  return {
    display: /(?:^|;)\s*display\s*:\s*none\b/i.test(style) ? "none" : "",
    visibility: /(?:^|;)\s*visibility\s*:\s*hidden\b/i.test(style) ? "hidden" : "",
  };
}

function detach(node: PageNode): void {
  node.parentNode = null;
  node.nextSibling = null;
  node.previousSibling = null;
}

function collect(root: PageElement, names: readonly string[] | null): PageElement[] {
  const found: PageElement[] = [];
  let node: PageNode | null = root.firstChild;
  while (node !== null) {
    if (node.nodeType === ELEMENT) {
      if (names === null || names.includes(node.localName)) found.push(node);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
    }
    while (node !== null && node.nextSibling === null) {
      const parent: PageElement | null = node.parentNode;
      node = parent === root ? null : parent;
    }
    node = node?.nextSibling ?? null;
  }
  return found;
}

/** Elements that have no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

function markup(node: PageNode): string {
  if (node.nodeType === TEXT) return escapeText(node.textContent);
  const attributes = node.attributes
    .map(({ name, value }) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  const open = `<${node.localName}${attributes}>`;
  return VOID_ELEMENTS.has(node.localName) ? open : `${open}${node.innerHTML}</${node.localName}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
