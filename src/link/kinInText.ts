/**
 * In: the claims of one document and the people it names. Out: who of them the words call relatives of each other.
 * Never: takes two of one surname for relatives without a word that says so.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim, Person } from "../model/claim.ts";
import type { KinTie, Mention } from "../model/mention.ts";

/** Letters before a name in which a word for relatives stands: "brothers", "and his brother", «و برادرش». */
const BEFORE = 24;
/** Letters between two names that are told together. */
const BETWEEN = 60;

type Named = {
  readonly key: string;
  readonly person: Person;
  readonly claim: Claim;
  /** Where a word for relatives before the name begins in the quote, or null. */
  readonly kin: number | null;
  readonly surname: string;
  /** Its place in the text among all who are named. */
  readonly place: number;
};

/** Ties by the key of either naming. */
export function kinInText(
  claims: readonly Claim[],
  mentions: readonly Mention[],
  kinWords: ReadonlySet<string>,
): ReadonlyMap<string, readonly KinTie[]> {
  const ties = new Map<string, KinTie[]>();
  const add = (from: string, to: string, words: string): void => {
    const own = ties.get(from) ?? [];
    if (own.some(({ naming }) => naming === to)) return;
    ties.set(from, [...own, { naming: to, words }]);
  };
  const inClaim = new Map<string, Named[]>();
  const bySurname = new Map<string, Named[]>();
  for (const one of namedIn(claims, mentions, kinWords)) {
    const sameClaim = inClaim.get(one.claim.id) ?? [];
    const sameName = bySurname.get(one.surname) ?? [];
    inClaim.set(one.claim.id, sameClaim);
    bySurname.set(one.surname, sameName);
    const namesakes = one.kin === null || one.surname === "" ? [] : sameName;
    for (const other of inTurn(sameClaim.filter(isTogetherWith(one)), namesakes)) {
      const from = other.kin ?? one.kin;
      if (from === null || other.key === one.key) continue;
      const { span } = one.claim;
      const start = other.claim.id === one.claim.id ? from : (one.kin ?? from);
      const words = span.quote.slice(start, one.person.span.end - span.start).trim();
      add(one.key, other.key, words);
      add(other.key, one.key, words);
    }
    sameClaim.push(one);
    sameName.push(one);
  }
  return ties;
}

/** Each of both once, in the order of the text. */
function inTurn(some: readonly Named[], others: readonly Named[]): readonly Named[] {
  return [...new Set([...some, ...others])].sort((a, b) => a.place - b.place);
}

/** Who is named, in the order of the text. */
function namedIn(
  claims: readonly Claim[],
  mentions: readonly Mention[],
  kinWords: ReadonlySet<string>,
): readonly Named[] {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const named = mentions.flatMap(({ key, names, claims: own }) =>
    own.flatMap(({ claim: id }) => {
      const claim = claimById.get(id);
      const person = claim?.persons.find(({ name }) => names.includes(name));
      return claim === undefined || person === undefined ? [] : [{ key, person, claim }];
    }),
  );
  return named
    .sort((a, b) => a.person.span.start - b.person.span.start)
    .map((one, place) => {
      const surname = surnameOf(one.person.name);
      return { ...one, kin: kinBefore(one, kinWords), surname, place };
    });
}

/** Where in the quote the words up to a name begin, if one of them says relative; else null. */
function kinBefore(
  { person, claim: { span } }: Pick<Named, "person" | "claim">,
  kinWords: ReadonlySet<string>,
): number | null {
  const to = person.span.start - span.start;
  if (to <= 0 || to > span.quote.length) return null;
  const before = span.quote.slice(Math.max(0, to - BEFORE), to);
  // A word that is cut off is none.
  const words = to > BEFORE ? before.replace(/^\S+\s/u, "") : before;
  const isKin = foldForSearch(words)
    .split(" ")
    .some((word) => kinWords.has(word) || kinWords.has(word.replace(OWN, "")));
  return isKin ? Math.max(0, to - words.length) : null;
}

/** «برادرش»: his brother. */
export const OWN = /(?:ش|شان)$/u;

/** Is somebody of the same claim told side by side with one behind? */
function isTogetherWith(second: Named): (first: Named) => boolean {
  return (first) => {
    const apart = second.person.span.start - first.person.span.end;
    return apart >= 0 && apart <= BETWEEN;
  };
}

function surnameOf(name: string): string {
  const words = foldForSearch(name).split(" ");
  return words.length < 2 ? "" : (words.at(-1) ?? "");
}
