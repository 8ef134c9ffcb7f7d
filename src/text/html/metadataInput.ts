import type { Found } from "../../model/document.ts";
import { tidy } from "./blocks.ts";
import type { PageDocument, PageElement } from "./dom.ts";
import { ARTICLE_TYPES, type Thing } from "./jsonLd.ts";

/** What metadata is read from. */
export type MetadataInput = {
  readonly document: PageDocument;
  readonly metas: ReadonlyMap<string, string>;
  readonly things: readonly Thing[];
  readonly url: string | null;
  readonly timeZone: string;
};

/** The `<meta>` of a page by their lower-case names; the first of a name wins. */
export function readMetas(document: PageDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.getElementsByTagName("meta")) {
    const content = tidy(element.getAttribute("content") ?? "");
    const names = ["property", "name", "itemprop", "http-equiv"].flatMap(
      (attribute) => element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [],
    );
    for (const name of names) if (content !== "" && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** One way to find a field, and the word that says so. */
export type Way<T> = { readonly by: string; readonly find: (input: MetadataInput) => T | null };

/** The first way that finds anything. */
export function firstOf<T>(ways: readonly Way<T>[], input: MetadataInput): Found<T> | null {
  for (const { by, find } of ways) {
    const value = find(input);
    if (value !== null && value !== "") return { value, by };
  }
  return null;
}

/** Looks for the first of several `<meta>` names. */
export const metaNamed =
  (...names: readonly string[]) =>
  ({ metas }: MetadataInput): string | null =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;

/** Looks for a field of the article that JSON-LD describes. */
export const thingField =
  (field: string, read: (value: unknown) => string | null) =>
  ({ things }: MetadataInput): string | null => {
    for (const { types, fields } of things) {
      if (!types.some((type) => ARTICLE_TYPES.test(type))) continue;
      const value = read(fields[field]);
      if (value !== null) return tidy(value);
    }
    return null;
  };

/** The first element that is meant, as a short text. */
export function firstText(
  document: PageDocument,
  isMeant: (element: PageElement) => boolean,
): string | null {
  for (const element of document.body.getElementsByTagName("*")) {
    if (!isMeant(element)) continue;
    const name = tidy(element.getAttribute("content") ?? element.textContent);
    if (name !== "" && name.length < 200) return name;
  }
  return null;
}
