/**
 * In: the claims of one document about one event. Out: the numbers that it tells of the whole.
 * Never: a number for those whom it names; takes who is told of beside those for one of them.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import type { ToldNumber } from "../model/telling.ts";

/** A claim, the namings it is of, and the place it is of where the event has several. */
export type Counting = {
  readonly claim: Claim;
  readonly namings: readonly string[];
  readonly isFigure: boolean;
  readonly at: string | null;
};

/** Words of a country pack that tell whom a number counts. */
export type CountingWords = {
  /** Written where a name is not known: "unidentified". */
  readonly unnamed: ReadonlySet<string>;
  /** Behind a number of those who are counted beside others: "two more". */
  readonly others: ReadonlySet<string>;
  /** Of those who are counted beside whom the sentence before counts: "a woman was also hanged". */
  readonly also: ReadonlySet<string>;
  /** What counts people of whatever kind: "people", "dead". */
  readonly anybody: ReadonlySet<string>;
};

/**
 * Numbers told of the whole. Who counts only those he names ("A and B were hanged") tells no number beside their names; who tells
 * of others beside them, or of somebody whose name is not known, tells one more than he names.
 */
export function numbersOf(
  group: readonly Counting[],
  named: number,
  words: CountingWords,
): readonly ToldNumber[] {
  const beside: ToldNumber[] = [];
  const counted = new Set<string>();
  const whole: ToldNumber[] = [];
  for (const one of group) {
    const number = one.isFigure ? null : numberOf(one);
    if (number === null || number.max === 0) continue;
    const last = whole.at(-1);
    if (last !== undefined && isOfOneVoice(last, number) && isAlso(one, last, words)) {
      const max = last.max === null || number.max === null ? null : last.max + number.max;
      whole[whole.length - 1] = { ...last, min: last.min + number.min, max };
      continue;
    }
    if (isBeside(one, words)) {
      if (!one.claim.sameAs.some((id) => counted.has(id))) beside.push(number);
      counted.add(one.claim.id);
      continue;
    }
    const { length } = one.namings;
    if (length > 0 && length >= (number.max ?? number.min)) continue;
    // One of those who are counted elsewhere in the document.
    if (number.max !== 1 || named < 2) whole.push(number);
  }
  const [first] = beside;
  if (first === undefined || whole.some(({ at }) => at === undefined)) return whole;
  const open = beside.some(({ max }) => max === null);
  const min = named + beside.reduce((sum, number) => sum + number.min, 0);
  const max = open ? null : named + beside.reduce((sum, number) => sum + (number.max ?? 0), 0);
  const { at: _, ...rest } = first;
  return [...whole, { ...rest, min, max }];
}

function numberOf({ claim, at }: Counting): ToldNumber | null {
  const { quantity } = claim;
  if (quantity === null || quantity.subsetOf !== null) return null;
  const min = lowestOf(quantity);
  const max = highestOf(quantity);
  if (min === null && max === null) return null;
  const by = unnamedIn(claim);
  return {
    claim: claim.id,
    min: min ?? 0,
    max,
    source: sourceOf(claim),
    ...(by === null ? {} : { by }),
    ...(at === null ? {} : { at }),
  };
}

/** Are those whom it counts, and does not name, more than those who were counted before? The word for it stands behind the number. */
function isAlso({ claim, namings }: Counting, last: ToldNumber, { also }: CountingWords): boolean {
  if (namings.length > 0 || claim.quantity === null || claim.sameAs.includes(last.claim))
    return false;
  return wordsBehind(claim).some((word) => also.has(word));
}

function isOfOneVoice(a: ToldNumber, b: ToldNumber): boolean {
  return a.source === b.source && a.by === b.by && a.at === b.at;
}

/** Words behind a number that tell of whom it is. */
const BEHIND = 2;

/** Does it count those who are not named beside those who are? */
export function isBeside({ claim, namings }: Counting, words: CountingWords): boolean {
  if (namings.length > 0 || claim.quantity === null) return false;
  const behind = wordsBehind(claim).slice(0, BEHIND);
  const own = wordsOf(claim.quantity.span.quote);
  // "Unidentified | 9 September", "an unidentified man"; "unknown gunmen killed five" tells of others.
  if ([...own, ...behind].some((word) => words.unnamed.has(word))) return true;
  // "More than five" counts nobody besides.
  const told = claim.quantity.qualifier === null ? [...own, ...behind] : behind;
  return told.some((word) => words.others.has(word));
}

function wordsBehind({ quantity, span }: Claim): readonly string[] {
  const from = (quantity?.span.end ?? 0) - span.start;
  return quantity === null || from < 0 ? [] : wordsOf(span.quote.slice(from));
}

function wordsOf(text: string): readonly string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

type Bounds = Pick<NonNullable<Claim["quantity"]>, "min" | "max" | "minExclusive" | "maxExclusive">;

function lowestOf({ min, minExclusive }: Bounds): number | null {
  return min === null ? null : minExclusive ? Math.floor(min) + 1 : Math.ceil(min);
}

function highestOf({ max, maxExclusive }: Bounds): number | null {
  return max === null ? null : maxExclusive ? Math.ceil(max) - 1 : Math.floor(max);
}

/** The one who says it first: the last of the chain who is named. */
export function sourceOf({ attribution }: Claim): string | null {
  const named = attribution.filter(({ source, type }) => source !== null && type !== "unnamed");
  return named.at(-1)?.source ?? null;
}

/** Who says it without being named, in the words of the document. */
export function unnamedIn(claim: Claim): string | null {
  if (sourceOf(claim) !== null) return null;
  const said = claim.attribution.at(-1);
  return said === undefined || said.type === "author" ? null : (said.source ?? said.words);
}
