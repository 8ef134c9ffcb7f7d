/**
 * In: a claim and the words by which a report counts more than one country ("worldwide"). Out: whether its number is of more.
 * Never: takes the name of a body or of a man for such a word ("The United Nations counted 40").
 */
import type { Claim, Place } from "../model/claim.ts";
import { eventPlaces } from "./places.ts";

/** Marks that part clauses. */
const PARTING = /[,،;؛:.]/u;
/** Several words that begin with a capital: a name. */
const CAPITALS = /\p{Lu}[\p{L}\p{M}’'-]*(?: (?:(?:of|for|the|and) ){0,2}\p{Lu}[\p{L}\p{M}’'-]*)+/gu;
/** A headline without any such word writes all its words with capitals, and no name can be told in it. */
const PLAIN_WORD = /(?<![\p{L}\p{M}])\p{Ll}{5,}/u;

/**
 * Whether the number is of more than the country `isCountry` knows. A claim whose own place is the country is of that country, unless
 * such a word stands between the number and the place ("Iran and other countries executed 40").
 */
export function countsMore(
  claim: Claim,
  wider: readonly string[],
  isCountry: (place: Place) => boolean,
): boolean {
  if (wider.length === 0) return false;
  const quote = blankNames(blankSpans(claim));
  const own = claim.places.find(({ role, span }) => role === "event" && isInside(span, claim.span));
  if (own !== undefined && isCountry(own)) return holdsWord(stretchOf(quote, claim, own), wider);
  if (holdsWord(quote, wider)) return true;
  const title = eventPlaces(claim.places).length === 0 ? (claim.document.title ?? "") : "";
  return holdsWord(blankNames(blankSources(title, claim)), wider);
}

type Stretch = { readonly start: number; readonly end: number };

function isInside(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** What stands between number and place; before a place that comes first also the rest of its clause ("Countries such as Iran"). */
function stretchOf(quote: string, { span, quantity }: Claim, { span: place }: Place): string {
  if (quantity === null || !isInside(quantity.span, span)) return quote;
  const between = (from: number, to: number): string =>
    quote.slice(from - span.start, Math.max(from, to) - span.start);
  if (quantity.span.end <= place.start) return between(quantity.span.end, place.start);
  const before = between(span.start, place.start).split(PARTING).at(-1) ?? "";
  return `${before} ${between(place.end, quantity.span.start)}`;
}

/** The quote without those who speak and those who are named; places in it stay what they were. */
function blankSpans(claim: Claim): string {
  const { span } = claim;
  let quote = span.quote;
  for (const named of [...claim.attribution, ...claim.persons].map((one) => one.span)) {
    if (!isInside(named, span)) continue;
    const [from, to] = [named.start - span.start, named.end - span.start];
    quote = quote.slice(0, from) + blank(quote.slice(from, to)) + quote.slice(to);
  }
  return quote;
}

/** A title without those who speak, or publish it. */
function blankSources(title: string, { attribution, document }: Claim): string {
  const sources = [
    document.publisher,
    ...attribution.flatMap(({ source, words }) => [source, words]),
  ];
  return sources
    .filter((source) => source !== null && source !== "")
    .reduce<string>((text, source) => text.replaceAll(source ?? "", blank), title);
}

function blankNames(text: string): string {
  return PLAIN_WORD.test(text) ? text.replace(CAPITALS, blank) : text;
}

/** As long as it was, and no word: not even one that is parted. */
function blank(words: string): string {
  return "_".repeat(words.length);
}

function holdsWord(text: string, words: readonly string[]): boolean {
  const said = text.toLowerCase();
  return words.some((word) => {
    const sought = word.toLowerCase();
    for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1))
      if (!isLetter(said[at - 1]) && !isLetter(said[at + sought.length])) return true;
    return false;
  });
}

/** A letter, or what joins letters to one word. */
function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{M}\p{N}_\u200c]/u.test(unit);
}
