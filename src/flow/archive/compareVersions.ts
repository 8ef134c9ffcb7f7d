/**
 * In: the claims of two versions of a page. Out: what the later one says no more, what it says besides, and what it says otherwise
 * in the same words. Never: calls claims the same whose values differ.
 */
import type { Claim } from "../../model/claim.ts";
import { CORRECTED_FIELDS, type Correction } from "../../model/correction.ts";

/** What a new version of a page says that the one before did not, and the other way round. */
export type VersionChange = {
  readonly previous: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** The same words of the same kind with other values. */
  readonly changed: readonly ChangedClaim[];
};

type ChangedClaim = {
  readonly words: string;
  readonly fields: readonly ChangedField[];
};

/** What two claims of the same kind and words may tell otherwise. */
type ChangedField = Exclude<keyof Correction, "kind">;
const CHANGED_FIELDS = CORRECTED_FIELDS.filter((field): field is ChangedField => field !== "kind");

export function compareVersions(
  previous: string,
  claimsBefore: readonly Claim[],
  claimsNow: readonly Claim[],
): VersionChange {
  const [before, now] = [byWords(claimsBefore), byWords(claimsNow)];
  const changed = [...now].flatMap(([words, claims]): readonly ChangedClaim[] => {
    const fields = changedFields(before.get(words) ?? claims, claims);
    return fields.length === 0 ? [] : [{ words, fields }];
  });
  return {
    previous,
    gone: [...before.keys()].filter((words) => !now.has(words)),
    come: [...now.keys()].filter((words) => !before.has(words)),
    changed,
  };
}

/** Claims by their kind and words. */
function byWords(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const all = new Map<string, Claim[]>();
  for (const claim of claims) {
    const words = `${claim.kind}: ${claim.span.quote}`;
    const own = all.get(words);
    if (own === undefined) all.set(words, [claim]);
    else own.push(claim);
  }
  return all;
}

function changedFields(before: readonly Claim[], now: readonly Claim[]): readonly ChangedField[] {
  return CHANGED_FIELDS.filter((field) => valuesOf(before, field) !== valuesOf(now, field));
}

function valuesOf(claims: readonly Claim[], field: ChangedField): string {
  return claims
    .map((claim) => JSON.stringify(valueOf(claim, field)))
    .toSorted()
    .join("\n");
}

/** A value without the places of its words in the text, which move with every line above them. */
function valueOf(claim: Claim, field: ChangedField): unknown {
  const { quantity, period, places, persons, attribution } = claim;
  switch (field) {
    case "modality":
      return claim.modality;
    case "stage":
      return claim.stage;
    case "number":
      return quantity === null
        ? null
        : [quantity.min, quantity.max, quantity.approximate, quantity.unit, quantity.measure];
    case "period":
      return period === null ? null : [period.earliest, period.latest];
    case "places":
      return places.map(({ words, id }) => [words, id]);
    case "persons":
      return persons.map(({ name, age, sex, father, role }) => [name, age, sex, father, role]);
    case "source":
      return attribution.map(({ words, source, type }) => [words, source, type]);
  }
}
