/** Namings, pairs of them and what people decided → who is one person with whom. */
import type { ConfirmedPerson, StoredMention } from "../../../ledger/people.ts";
import type { StoredPair } from "../../../ledger/namingPairs.ts";
import {
  clusterMentions,
  type Clusters,
  type MentionFacts,
  type PairDecision,
} from "../../../link/clusterMentions.ts";
import { wordsOf } from "../../../link/copies.ts";
import { type IdPair, prepareRecords } from "../../../link/linkFrozen.ts";
import { factsOfMentions } from "../../../link/mentionFacts.ts";
import type { Versions } from "../../../link/pageVersions.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import type { PeoplePack } from "./peoplePack.ts";

/** What holds whatever the model says: decisions, confirmations, and versions of one page. */
export type Decided = {
  readonly decisions: readonly PairDecision[];
  readonly confirmed: readonly ConfirmedPerson[];
  readonly versions: Versions["ties"];
};

/** Two are one from the probability `from` on. */
export function groupNamings(
  stored: readonly StoredMention[],
  pairs: readonly StoredPair[],
  { decisions, confirmed, versions }: Decided,
  { pack, frozen }: { readonly pack: PeoplePack; readonly frozen: FrozenModel },
  from = pack.same,
): Clusters {
  const words = new Map(stored.map(({ mention, body }) => [mention, wordsOf(body.record)]));
  const bound = { decisions, versions, confirmed: confirmed.map((group) => group.mentions) };
  return clusterMentions({
    ...bound,
    mentions: stored.map(({ mention }) => mention),
    // What speaks against two groups is weighed anew: a pair that was kept tells its probability alone.
    pairs: pairs.flatMap(({ a, b, probability }) => {
      const bits = bitsOf(probability, from);
      return bits > 0 ? [{ a, b, bits }] : [];
    }),
    wordsOf: words,
    documentOf: new Map(stored.map(({ mention, document }) => [mention, document])),
    facts: factsOfStored(stored, { ...bound, pairs, words }, pack, frozen),
  });
}

/** log2 of the odds, counted from the probability on from which two are one. */
function bitsOf(probability: number, from: number): number {
  const odds = (p: number): number => Math.log2(p / (1 - p));
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return odds(bounded) - odds(from);
}

/** What namings say that some other is like, or that people put together; of nobody else it is asked, and once of all that say the same. */
function factsOfStored(
  stored: readonly StoredMention[],
  {
    pairs,
    decisions,
    versions,
    confirmed,
    words,
  }: {
    readonly words: ReadonlyMap<string, string>;
    readonly pairs: readonly StoredPair[];
    readonly decisions: readonly PairDecision[];
    readonly versions: readonly IdPair[];
    readonly confirmed: readonly (readonly string[])[];
  },
  { model, same }: PeoplePack,
  frozen: FrozenModel,
): MentionFacts {
  const asked = new Set([...versions.flat(), ...confirmed.flat()]);
  for (const { a, b } of decisions) asked.add(a).add(b);
  for (const { a, b, probability } of pairs) if (probability > same) asked.add(a).add(b);
  const firsts = new Map<string, string>();
  const records = stored.flatMap(({ mention, body }) => {
    const said = words.get(mention) ?? mention;
    if (!asked.has(mention) || firsts.has(said)) return [];
    firsts.set(said, mention);
    return [body.record];
  });
  const askedOf = (mention: string): string =>
    asked.has(mention) ? (firsts.get(words.get(mention) ?? mention) ?? "") : "";
  const facts = factsOfMentions(prepareRecords(records, frozen, model));
  return {
    areOpposed: facts.areOpposed,
    factsOf: (mention) => facts.factsOf(askedOf(mention)),
    weigh: (a, b) => facts.weigh(askedOf(a), askedOf(b)),
  };
}
