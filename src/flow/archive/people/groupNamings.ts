/** Namings, pairs of them and what people decided → who is one person with whom. */
import type { ComparedMention, ConfirmedPerson } from "../../../ledger/people.ts";
import type { StoredPair } from "../../../ledger/namingPairs.ts";
import {
  clusterMentions,
  type Clusters,
  type MentionFacts,
  type PairDecision,
} from "../../../link/clusterMentions.ts";
import { wordsOf } from "../../../link/copies.ts";
import { prepareRecords } from "../../../link/linkFrozen.ts";
import { factsOfMentions } from "../../../link/mentionFacts.ts";
import type { Versions } from "../../../link/pageVersions.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import type { ListRecord } from "../../../model/listRecord.ts";
import type { PeoplePack } from "./peoplePack.ts";

/** What holds whatever the model says: decisions, confirmations, and versions of one page. */
export type Decided = {
  readonly decisions: readonly PairDecision[];
  readonly confirmed: readonly ConfirmedPerson[];
  readonly versions: Versions["ties"];
};

/** A naming as it is grouped; `said` is the same for all that say the same. */
export type SaidNaming = Pick<ComparedMention, "mention" | "document"> & { readonly said: string };

/** What two namings are grouped by, how common everything is, and from which probability on they are one. */
type By = { readonly pack: PeoplePack; readonly frozen: FrozenModel; readonly from?: number };

/** Groups namings that are all at hand into people. */
export function groupNamings(
  stored: readonly ComparedMention[],
  pairs: readonly StoredPair[],
  decided: Decided,
  by: By,
): Clusters {
  const namings = stored.map(saidNaming);
  const firsts = new Set(firstsAsked(namings, pairs, decided, by.pack.same).values());
  const asked = stored.filter(({ mention }) => firsts.has(mention));
  return groupSaid(
    namings,
    asked.map(({ body }) => body.record),
    pairs,
    decided,
    by,
  );
}

export function saidNaming({ mention, document, body }: ComparedMention): SaidNaming {
  return { mention, document, said: wordsOf(body.record) };
}

/**
 * Groups namings into people by what is said of those alone that `firstsAsked` names: many say the same, and of most nobody asks what they
 * say.
 */
export function groupSaid(
  namings: readonly SaidNaming[],
  asked: readonly ListRecord[],
  pairs: readonly StoredPair[],
  decided: Decided,
  { pack, frozen, from = pack.same }: By,
): Clusters {
  const { decisions, confirmed, versions } = decided;
  return clusterMentions({
    decisions,
    versions,
    confirmed: confirmed.map((group) => group.mentions),
    mentions: namings.map(({ mention }) => mention),
    // What speaks against two groups is weighed anew: a pair that was kept tells its probability alone.
    pairs: pairs.flatMap(({ a, b, probability }) => {
      const bits = bitsOf(probability, from);
      return bits > 0 ? [{ a, b, bits }] : [];
    }),
    wordsOf: new Map(namings.map(({ mention, said }) => [mention, said])),
    documentOf: new Map(namings.map(({ mention, document }) => [mention, document])),
    facts: factsOfSaid(
      firstsAsked(namings, pairs, decided, pack.same),
      factsOfMentions(prepareRecords(asked, frozen, pack.model)),
    ),
  });
}

/**
 * Of each naming that some other is like, or that people put together, the first that says the same, by its id; of nobody else it is
 * asked what it says.
 */
export function firstsAsked(
  namings: readonly SaidNaming[],
  pairs: readonly StoredPair[],
  { decisions, confirmed, versions }: Decided,
  same: number,
): ReadonlyMap<string, string> {
  const asked = new Set([...versions.flat(), ...confirmed.flatMap(({ mentions }) => mentions)]);
  for (const { a, b } of decisions) asked.add(a).add(b);
  for (const { a, b, probability } of pairs) if (probability > same) asked.add(a).add(b);
  const own = namings.filter(({ mention }) => asked.has(mention));
  const firsts = new Map<string, string>();
  for (const { mention, said } of own) {
    const first = firsts.get(said);
    if (first === undefined || mention < first) firsts.set(said, mention);
  }
  return new Map(own.map(({ mention, said }) => [mention, firsts.get(said) ?? mention]));
}

/** log2 of the odds, counted from the probability on from which two are one. */
function bitsOf(probability: number, from: number): number {
  const odds = (p: number): number => Math.log2(p / (1 - p));
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return odds(bounded) - odds(from);
}

function factsOfSaid(firsts: ReadonlyMap<string, string>, facts: MentionFacts): MentionFacts {
  const firstOf = (mention: string): string => firsts.get(mention) ?? "";
  return {
    areOpposed: facts.areOpposed,
    factsOf: (mention) => facts.factsOf(firstOf(mention)),
    weigh: (a, b) => facts.weigh(firstOf(a), firstOf(b)),
  };
}
