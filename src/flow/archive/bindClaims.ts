/**
 * In: the claims of an earlier reading and of a new one over the same text. Out: the new ones, under the ids of those
 * they stand for. Never: gives two claims one id; binds where two fit as well.
 */
import type { Claim } from "../../model/claim.ts";

export type Bound = {
  readonly claims: readonly Claim[];
  /** Ids of earlier claims that no new one stands for. */
  readonly gone: readonly string[];
  /** Ids of new claims that stand for none. */
  readonly come: readonly string[];
  /** Ids of earlier claims that two new ones fit as well; they count as gone, and a person should look. */
  readonly ambiguous: readonly string[];
};

/** Shared letters over all letters that the two cover, from which on they are the same words. */
const SAME = 0.5;
/** A second fit this near to the best one makes a binding ambiguous. */
const MARGIN = 0.1;

/** Binds by kind and overlap of the words, the best fit first. */
export function bindClaims(
  before: readonly Claim[],
  now: readonly Claim[],
  makeId: () => string,
): Bound {
  const fits = before.flatMap((old) =>
    now
      .map((claim, at) => ({
        old: old.id,
        at,
        overlap: old.kind === claim.kind ? overlapOf(old, claim) : 0,
      }))
      .filter(({ overlap }) => overlap >= SAME),
  );
  fits.sort((a, b) => b.overlap - a.overlap || a.at - b.at);
  const idAt = new Map<number, string>();
  const bound = new Set<string>();
  const ambiguous = new Set<string>();
  for (const { old, at, overlap } of fits) {
    if (bound.has(old) || ambiguous.has(old) || idAt.has(at)) continue;
    const isRival = (fit: (typeof fits)[number]): boolean =>
      fit.old === old && fit.at !== at && !idAt.has(fit.at) && overlap - fit.overlap < MARGIN;
    if (overlap < 1 && fits.some(isRival)) {
      ambiguous.add(old);
      continue;
    }
    idAt.set(at, old);
    bound.add(old);
  }
  const ids = now.map((_, at) => idAt.get(at) ?? makeId());
  const names = new Map(now.map(({ id }, at) => [id, ids[at] ?? id]));
  return {
    claims: now.map((claim, at) => renamed(claim, ids[at] ?? claim.id, names)),
    gone: before.map(({ id }) => id).filter((id) => !bound.has(id)),
    come: ids.filter((_, at) => !idAt.has(at)),
    ambiguous: [...ambiguous],
  };
}

/** A claim under another id, with its ties to others under theirs. */
export function renamed(claim: Claim, id: string, names: ReadonlyMap<string, string>): Claim {
  const named = (other: string): string => names.get(other) ?? other;
  const { quantity } = claim;
  return {
    ...claim,
    id,
    sameAs: claim.sameAs.map(named),
    quantity:
      quantity === null || quantity.subsetOf === null
        ? quantity
        : { ...quantity, subsetOf: named(quantity.subsetOf) },
  };
}

function overlapOf(a: Claim, b: Claim): number {
  const shared = Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start);
  const joined = Math.max(a.span.end, b.span.end) - Math.min(a.span.start, b.span.start);
  return joined === 0 ? 0 : Math.max(0, shared) / joined;
}
