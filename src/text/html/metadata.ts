/**
 * In: a parsed page and its machine-readable things. Out: title, author, publisher, date, language, address,
 * each with how it was found.
 * Never: makes up a date; takes the day the page was fetched or changed for the day it was published.
 */
import type { Found } from "../../model/document.ts";
import { dateOf } from "./metadataDate.ts";
import type { MetadataInput } from "./metadataInput.ts";
import { authorOf, publisherOf } from "./metadataPeople.ts";
import { titleOf } from "./metadataTitle.ts";

/** What a page says of itself. */
export type PageMetadata = {
  readonly title: Found<string> | null;
  readonly author: Found<string> | null;
  readonly publisher: Found<string> | null;
  readonly published: Found<string> | null;
  readonly language: Found<string> | null;
  readonly url: string | null;
  /** True where a date is written so that day and month cannot be told apart. */
  readonly isDateAmbiguous: boolean;
};

/** Reads what a page says of itself. */
export function readMetadata(input: MetadataInput): PageMetadata {
  const url = addressOf(input);
  const found = { ...input, url };
  const publisher = publisherOf(found);
  const date = dateOf(found);
  return {
    title: titleOf(found, publisher?.value ?? null),
    author: authorOf(found),
    publisher,
    published:
      date?.value === undefined || date.value === null ? null : { value: date.value, by: date.by },
    language: languageOf(found),
    url,
    isDateAmbiguous: date !== null && date.value === null,
  };
}

function addressOf({ document, metas, url }: MetadataInput): string | null {
  if (url !== null) return url;
  const canonical = document
    .getElementsByTagName("link")
    .find((link) => link.getAttribute("rel")?.toLowerCase() === "canonical")
    ?.getAttribute("href");
  const address = canonical ?? metas.get("og:url") ?? null;
  return address !== null && /^https?:\/\//i.test(address) ? address.trim() : null;
}

function languageOf({ document, metas }: MetadataInput): Found<string> | null {
  const declared =
    document.documentElement.getAttribute("lang") ??
    document.documentElement.getAttribute("xml:lang") ??
    document.body.getAttribute("lang");
  if (declared !== null && declared.trim() !== "") return { value: declared.trim(), by: "html" };
  const stated =
    metas.get("og:locale") ?? metas.get("content-language") ?? metas.get("dc.language");
  return stated === undefined ? null : { value: stated, by: "meta" };
}
