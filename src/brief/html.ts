/**
 * In: pieces of text and markup. Out: markup.
 * Never: lets a text reach the page unescaped; only html`` makes Markup.
 */

/** Markup that is safe to put into a page. */
export type Markup = { readonly markup: string };
export type Part = string | number | Markup | null | readonly Part[];

/** Joins markup; every string put in is escaped: html`<p>${text}</p>`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = strings[0] ?? "";
  for (const [index, part] of parts.entries()) markup += write(part) + (strings[index + 1] ?? "");
  return { markup };
}

/** Puts a separator between pieces. */
export function joinParts(parts: readonly Part[], separator: Part): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** Markup of our own that holds no text of a report, such as the style sheet. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Escapes for text and double-quoted attributes; control characters become U+FFFD. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"'\u0000-\u0008\u000b-\u001f\u007f]/g, (character) => {
    return ENTITIES.get(character) ?? "\ufffd";
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function write(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(write).join("");
}
