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

type Named = { readonly key: string; readonly person: Person; readonly claim: Claim };

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
  const named = namedIn(claims, mentions);
  for (const [at, one] of named.entries()) {
    const before = named.slice(0, at).filter(({ key }) => key !== one.key);
    const own = kinBefore(one, kinWords);
    for (const other of before) {
      const from = kinBefore(other, kinWords) ?? own;
      if (from === null || !areTogether(other, one, own !== null)) continue;
      const { span } = one.claim;
      const start = other.claim.id === one.claim.id ? from : (own ?? from);
      const words = span.quote.slice(start, one.person.span.end - span.start).trim();
      add(one.key, other.key, words);
      add(other.key, one.key, words);
    }
  }
  return ties;
}

/** Who is named, in the order of the text. */
function namedIn(claims: readonly Claim[], mentions: readonly Mention[]): readonly Named[] {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const named = mentions.flatMap(({ key, names, claims: own }) =>
    own.flatMap(({ claim: id }): Named[] => {
      const claim = claimById.get(id);
      const person = claim?.persons.find(({ name }) => names.includes(name));
      return claim === undefined || person === undefined ? [] : [{ key, person, claim }];
    }),
  );
  return named.sort((a, b) => a.person.span.start - b.person.span.start);
}

/** Where in the quote the words up to a name begin, if one of them says relative; else null. */
function kinBefore(
  { person, claim: { span } }: Named,
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

/** Told side by side, or, where the relative's own word stands before him, of one surname in one document. */
function areTogether(first: Named, second: Named, isOwn: boolean): boolean {
  const apart = second.person.span.start - first.person.span.end;
  if (apart >= 0 && apart <= BETWEEN && first.claim.id === second.claim.id) return true;
  const surname = surnameOf(second.person.name);
  return isOwn && surname !== "" && surnameOf(first.person.name) === surname;
}

function surnameOf(name: string): string {
  const words = foldForSearch(name).split(" ");
  return words.length < 2 ? "" : (words.at(-1) ?? "");
}
