import { CHROME_ROWS, type ChromeRow, LEADS_AWAY, NEVER_REPORT } from "./chromeRows.ts";
import { LEADS_LINE } from "./boxRows.ts";
import type { Block } from "./blocks.ts";
import type { PageElement } from "./dom.ts";
import { inkOf } from "./measure.ts";

/** Where a rule about class names holds. */
export type ChromeScope = ChromeRow["on"];

/** True where class or id of an element name something that stands around a main text. */
export function isNamedChrome(element: PageElement, scopes: readonly ChromeScope[]): boolean {
  const names = namesOf(element);
  if (names.trim() === "") return false;
  const found = scopesOf(names);
  return scopes.some((scope) => found.has(scope));
}

/** True where an element is called a menu and links fill a good part of it. */
export function isNamedMenu(element: PageElement, density: number): boolean {
  return density > 0.3 && isNamedChrome(element, ["menu"]);
}

/** What an element is called: by class, id, what bundlers write beside them, and its own name if a page made it up. */
export function namesOf(element: PageElement): string {
  const { localName } = element;
  const own = localName.includes("-") ? localName : "";
  for (const name of NAMING) {
    const given = element.getAttribute(name);
    if (given !== null) return `${element.className} ${element.id} ${own} ${given}`;
  }
  return `${element.className} ${element.id} ${own}`;
}

const NAMING: readonly string[] = ["data-component", "data-testid", "data-role", "slot"];

const TAGS: ReadonlySet<string> = new Set("nav footer aside form dialog menu".split(" "));
const ROLES: ReadonlySet<string> = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist alert".split(
    " ",
  ),
);

/** True where an element's name or role says that it stands around a main text. */
export function isTaggedChrome(element: PageElement): boolean {
  return TAGS.has(element.localName) || ROLES.has(element.getAttribute("role") ?? "");
}

/** True for what the page itself hides. */
export function isHidden(element: PageElement): boolean {
  if (element.attributes.length === 0) return false;
  const { display, visibility } = element.style;
  return (
    display === "none" ||
    visibility === "hidden" ||
    element.hasAttribute("hidden") ||
    (element.getAttribute("aria-hidden") === "true" && element.localName !== "div")
  );
}

/** True for a short block that leads away from the report, asks for something, or credits a picture. */
export function leadsAway(block: Block): boolean {
  const { kind, text } = block;
  if (kind === "code" || kind === "row" || kind === "title" || text.length > 220) return false;
  if (NEVER_REPORT.test(text)) return true;
  if (LEADS_LINE.test(text) && text.length < 200) return block.links > 0.3 * inkOf(text);
  return text.length < 160 && LEADS_AWAY.test(text) && !isSentence(block);
}

/** A sentence with few links: "Also on Monday, the court …" is part of a report. */
function isSentence({ text, links, kind }: Block): boolean {
  return kind !== "heading" && links < 0.3 * inkOf(text) && /[.!?؟۔]["”’»)]?$/.test(text);
}

type Matcher = ReadonlyMap<string, { scope: ChromeScope; rest: readonly string[] }[]>;

const MATCHER: Matcher = (() => {
  const map = new Map<string, { scope: ChromeScope; rest: readonly string[] }[]>();
  for (const { on, words } of CHROME_ROWS)
    for (const entry of words.split(" ")) {
      const [first = "", ...rest] = entry.split("+");
      map.set(first, [...(map.get(first) ?? []), { scope: on, rest }]);
    }
  return map;
})();

const cache = new Map<string, ReadonlySet<ChromeScope>>();
const CACHE_LIMIT = 5_000;

/** Names repeat within a page and across pages of a site, so what they mean is kept. */
function scopesOf(names: string): ReadonlySet<ChromeScope> {
  const known = cache.get(names);
  if (known !== undefined) return known;
  const found = new Set<ChromeScope>();
  for (const name of names.slice(0, 400).split(/\s+/)) matchName(name, found);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(names, found);
  return found;
}

function matchName(name: string, found: Set<ChromeScope>): void {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_:.]+/);
  // `has-sidebar`, `no-ads`: said of what stands beside, not of this.
  if (/^(?:has|no|with|without|is|not|hide|show)$/.test(words[0] ?? "")) return;
  words.forEach((word, at) => {
    for (const { scope, rest } of MATCHER.get(word) ?? [])
      if (rest.every((next, offset) => words[at + 1 + offset] === next)) found.add(scope);
  });
}
