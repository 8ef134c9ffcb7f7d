/**
 * In: the claims of a document and the people it names. Out: by what name each is compared: "Karim Daneshkia and his brother Rahim" tells of
 * a Rahim Daneshkia.
 * Never: gives a surname to a wife, a mother, an in-law or a child, whose family's name may be another; changes what was written.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim, Person } from "../model/claim.ts";
import type { Mention } from "../model/mention.ts";
import { OWN } from "./kinInText.ts";
import type { LinkModel } from "./linkModel.ts";

type KinModel = Pick<LinkModel, "siblings" | "beforeSiblings">;

/** Namings with the surname of their brother or sister, where they are told right behind the other without one. */
export function withKinSurnames(
  mentions: readonly Mention[],
  claims: readonly Claim[],
  model: KinModel,
): readonly Mention[] {
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  return mentions.map((mention) => {
    const { record, names } = mention;
    if (names.some((name) => wordsOf(name).length !== 1)) return mention;
    const surnames = mention.claims.flatMap(({ claim: id }) => {
      const claim = claimById.get(id);
      const person = claim?.persons.find(({ name }) => names.includes(name));
      return claim === undefined || person === undefined ? [] : surnameBefore(claim, person, model);
    });
    const [surname] = surnames;
    if (surname === undefined || new Set(surnames.map(foldForSearch)).size > 1) return mention;
    const { name, nameFa } = record;
    const joined = (given: string | null): string | null => given && `${given} ${surname}`;
    const isLatin = LATIN.test(surname);
    return {
      ...mention,
      record: isLatin ? { ...record, name: joined(name) } : { ...record, nameFa: joined(nameFa) },
      written: { name, nameFa },
    };
  });
}

const LATIN = /^\p{Script=Latin}/u;

/**
 * The surname of who is named right before, where nothing stands between but words that lead to "brother". Of three words nobody knows
 * where the surname begins.
 */
function surnameBefore(
  { persons, span }: Claim,
  person: Person,
  { siblings, beforeSiblings }: KinModel,
): readonly string[] {
  const before = persons
    .filter((other) => other.role === person.role && other.span.end <= person.span.start)
    .sort((a, b) => b.span.end - a.span.end)[0];
  if (before === undefined || before.span.start < span.start) return [];
  const between = wordsOf(
    span.quote.slice(before.span.end - span.start, person.span.start - span.start),
  ).filter((word) => !/^\d+$/u.test(word));
  const isSibling = (word: string): boolean =>
    siblings.has(word) || siblings.has(word.replace(OWN, ""));
  const [last = "", ...led] = between.toReversed();
  if (!isSibling(last) || !led.every((word) => beforeSiblings.has(word))) return [];
  const words = before.name.trim().split(/\s+/u);
  return words.length === 2 ? words.slice(1) : [];
}

function wordsOf(text: string): readonly string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
