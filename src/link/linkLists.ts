/**
 * In: any number of lists, and what people decided. Out: the people in them, each with the records that name them, and
 * how many there are at least, at best and at most.
 * Never: goes against a decision; lets the order of lists or records change a person.
 */
import { canonicalJson } from "../base/canonicalJson.ts";
import { sha256 } from "../base/digest.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { findCandidates, type Work } from "./candidates.ts";
import { clusterEdges, type Edge } from "./cluster.ts";
import type { Side } from "./compareFields.ts";
import { countFrequencies, measureRarity } from "./frequencies.ts";
import { indexKeys } from "./keyIndex.ts";
import type { LinkModel } from "./linkModel.ts";
import { makeRoster } from "./roster.ts";
import { calibratedBits, fit, fitNothing, sizesOf } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** An edition of a list; a certified one has been looked through and names nobody twice. */
export type PeopleList = {
  readonly id: string;
  readonly records: readonly ListRecord[];
  readonly certified?: boolean;
};

/** What a person decided of two records, bound to what the records say. */
export type LinkDecision = {
  readonly a: string;
  readonly b: string;
  readonly decision: "same" | "different" | "unsure";
};

/** A record and the list it stands in. */
export type Place = { readonly list: string; readonly record: string };

export type LinkedPeople = {
  readonly people: readonly (readonly Place[])[];
  /** How many people there are: if all that may be one is one, as linked, and if only what is certain is one. */
  readonly low: number;
  readonly best: number;
  readonly high: number;
  /** Links that are expected to be wrong, and pairs that are expected to be one person and are not linked. */
  readonly falseLinks: number;
  readonly missedLinks: number;
  /** Decisions on records that no list holds any more, and decisions that go against an earlier one. */
  readonly stale: readonly LinkDecision[];
  readonly contradicted: readonly LinkDecision[];
};

/** What a record says, as one digest: a decision holds as long as that stays the same. */
export function digestRecord(record: ListRecord): string {
  const { id: _id, row: _row, ...words } = record;
  return sha256(canonicalJson(words));
}

export function linkLists(
  lists: readonly PeopleList[],
  model: LinkModel,
  decisions: readonly LinkDecision[] = [],
): LinkedPeople {
  const sorted = [...lists].sort((x, y) => compareTexts(x.id, y.id));
  const places = sorted.flatMap((list, number) =>
    [...list.records]
      .sort((x, y) => compareTexts(x.id, y.id))
      .map((record) => ({
        list: list.id,
        record,
        certified: list.certified === true ? number : -1,
      })),
  );
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(
    places.map((place) => place.record),
    vocabulary,
    model,
  );
  const sizes = sizesOf(roster.size, roster.size, true);
  const work: Work = {
    vocabulary,
    model,
    start: fitNothing(sizes, model.weights),
    rarity: measureRarity(vocabulary, [roster], model),
  };
  const side: Side = { roster, frequencies: countFrequencies(roster) };
  const index = indexKeys(roster, vocabulary);
  const candidates = findCandidates(side, side, index, work);
  const fitted = fit(candidates, sizes, model.weights);
  const edges = candidates
    .map(
      ({ a, b, ...rest }): Edge => ({
        a,
        b,
        bits: calibratedBits({ a, b, ...rest }, fitted, model.weights),
      }),
    )
    .filter(({ a, b }) => roster.recordOf[a] !== roster.recordOf[b]);
  const bound = bindDecisions(
    decisions,
    places.map((place) => place.record),
    roster.recordOf,
  );
  const certified = Array.from(roster.recordOf, (record) => places[record]?.certified ?? -1);
  const rules = { must: bound.must, cannot: bound.cannot, certifiedList: certified };
  const clusters = clusterEdges(roster.size, edges, rules);
  const certain = edges.filter((edge) => edge.bits >= CERTAIN);
  const possible = edges
    .filter((edge) => edge.bits > bitsOf(model.weights.unsure))
    .map((edge) => [edge.a, edge.b] as const);
  const low = clusterEdges(roster.size, [], {
    must: [...bound.must, ...possible],
    cannot: bound.cannot,
  });
  const high = clusterEdges(roster.size, certain, rules);
  const people = new Map<number, Place[]>();
  clusters.of.forEach((cluster, person) => {
    const place = places[roster.recordOf[person] ?? 0];
    if (place === undefined) return;
    const known = people.get(cluster);
    const at = { list: place.list, record: place.record.id };
    if (known === undefined) people.set(cluster, [at]);
    else known.push(at);
  });
  let falseLinks = 0;
  let missedLinks = 0;
  for (const { a, b, bits } of edges) {
    const chance = 1 / (1 + 2 ** -bits);
    if (clusters.of[a] === clusters.of[b]) falseLinks += 1 - chance;
    else missedLinks += chance;
  }
  return {
    people: [...people.values()],
    low: countDistinct(low.of),
    best: people.size,
    high: countDistinct(high.of),
    falseLinks,
    missedLinks,
    stale: bound.stale,
    contradicted: clusters.refused.flatMap((at) => bound.mustFrom[at] ?? []),
  };
}

/** From so many bits on a link is certain enough for the highest count: 99 of 100. */
const CERTAIN = Math.log2(99);

function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

function countDistinct(clusters: Int32Array): number {
  return new Set(clusters).size;
}

type Bound = {
  readonly must: readonly (readonly [number, number])[];
  /** The decision of each of `must`. */
  readonly mustFrom: readonly LinkDecision[];
  readonly cannot: readonly (readonly [number, number])[];
  readonly stale: readonly LinkDecision[];
};

/** Finds the people that decisions speak of; of two decisions on the same two records the later one holds. */
function bindDecisions(
  decisions: readonly LinkDecision[],
  records: readonly ListRecord[],
  recordOf: Int32Array,
): Bound {
  if (decisions.length === 0) return { must: [], mustFrom: [], cannot: [], stale: [] };
  const firstPerson = new Map<number, number>();
  recordOf.forEach((record, person) => {
    if (!firstPerson.has(record)) firstPerson.set(record, person);
  });
  const byDigest = new Map<string, number[]>();
  records.forEach((record, at) => {
    const digest = digestRecord(record);
    byDigest.set(digest, [...(byDigest.get(digest) ?? []), firstPerson.get(at) ?? 0]);
  });
  const latest = new Map<string, LinkDecision>();
  for (const decision of decisions) {
    const key = [decision.a, decision.b].sort(compareTexts).join(" ");
    latest.delete(key);
    latest.set(key, decision);
  }
  const must: (readonly [number, number])[] = [];
  const mustFrom: LinkDecision[] = [];
  const cannot: (readonly [number, number])[] = [];
  const stale: LinkDecision[] = [];
  for (const decision of latest.values()) {
    const left = byDigest.get(decision.a);
    const right = byDigest.get(decision.b);
    if (left === undefined || right === undefined) {
      stale.push(decision);
      continue;
    }
    for (const a of left)
      for (const b of right) {
        if (a === b) continue;
        if (decision.decision === "different") cannot.push([a, b]);
        if (decision.decision !== "same") continue;
        must.push([a, b]);
        mustFrom.push(decision);
      }
  }
  return { must, mustFrom, cannot, stale };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
