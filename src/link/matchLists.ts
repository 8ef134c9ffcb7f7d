/**
 * In: two lists of people. Out: the pairs of records that are one person, or may be, each with its reasons; best first.
 * Never: forces one to one: a list may name a person twice; says the same of two people whose names say otherwise.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound } from "../model/pairFound.ts";
import { type Candidate, findCandidates, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { countFrequencies, measureRarity } from "./frequencies.ts";
import { indexKeys } from "./keyIndex.ts";
import type { LinkModel } from "./linkModel.ts";
import { giveReasons } from "./reasons.ts";
import { makeRoster, type Roster } from "./roster.ts";
import { fit, fitNothing, type Fitted, scoreBits, sizesOf } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** People of the left list looked at so far, of how many. */
export type OnProgress = (done: number, all: number) => void;

export function matchLists(
  a: readonly ListRecord[],
  b: readonly ListRecord[],
  model: LinkModel,
  onProgress: OnProgress = () => {},
): PairFound[] {
  const vocabulary = new Vocabulary(model);
  const rosterA = makeRoster(a, vocabulary, model);
  const rosterB = makeRoster(b, vocabulary, model);
  return match(rosterA, rosterB, { vocabulary, model }, false, onProgress);
}

/** Records of one list that are one person, or may be. */
export function findDuplicates(
  list: readonly ListRecord[],
  model: LinkModel,
  onProgress: OnProgress = () => {},
): PairFound[] {
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(list, vocabulary, model);
  return match(roster, roster, { vocabulary, model }, true, onProgress);
}

function match(
  rosterA: Roster,
  rosterB: Roster,
  { vocabulary, model }: Pick<Work, "vocabulary" | "model">,
  isSameList: boolean,
  onProgress: OnProgress,
): PairFound[] {
  const people = rosterA.size + (isSameList ? 0 : rosterB.size);
  const sizes = sizesOf(rosterA.size, rosterB.size, isSameList);
  const work: Work = {
    vocabulary,
    model,
    start: fitNothing(sizes, model.weights),
    rarity: measureRarity(vocabulary, people, model),
  };
  const left: Side = { roster: rosterA, frequencies: countFrequencies(rosterA) };
  const right: Side = isSameList
    ? left
    : { roster: rosterB, frequencies: countFrequencies(rosterB) };
  const index = indexKeys(rosterB, vocabulary);
  const step = Math.max(1, Math.floor(rosterA.size / 100));
  const candidates = findCandidates(left, right, index, work, isSameList, (person) => {
    if (person % step === 0) onProgress(person, rosterA.size);
  });
  onProgress(rosterA.size, rosterA.size);
  const fitted = fit(candidates, sizes, model.weights);
  return choosePairs(candidates, left, right, work, fitted, isSameList);
}

/** Nothing is certain. */
const MOST_SURE = 0.9999;

/** The pairs worth showing: of a record of two people each pair of records once, by its best. */
function choosePairs(
  candidates: readonly Candidate[],
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
  isSameList: boolean,
): PairFound[] {
  const { weights } = work.model;
  const { slope } = weights.calibration;
  const best = new Map<number, { candidate: Candidate; probability: number }>();
  for (const candidate of candidates) {
    const bits = scoreBits(candidate, fitted, weights);
    const probability = 1 / (1 + 2 ** -(slope * bits));
    if (probability < weights.unsure) continue;
    const recordA = left.roster.recordOf[candidate.a] ?? 0;
    const recordB = right.roster.recordOf[candidate.b] ?? 0;
    if (isSameList && recordA === recordB) continue;
    const key = recordA * right.roster.records.length + recordB;
    const before = best.get(key);
    if (before === undefined || before.probability < probability)
      best.set(key, { candidate, probability });
  }
  return [...best.values()]
    .map(({ candidate, probability }): PairFound => {
      const a = left.roster.records[left.roster.recordOf[candidate.a] ?? 0];
      const b = right.roster.records[right.roster.recordOf[candidate.b] ?? 0];
      return {
        a: a?.id ?? "",
        b: b?.id ?? "",
        probability: Math.min(MOST_SURE, Math.round(probability * 1e4) / 1e4),
        decision: probability >= weights.same ? "same" : "unsure",
        why:
          a === undefined || b === undefined
            ? []
            : giveReasons(candidate, a, b, left, right, work, fitted),
      };
    })
    .sort(
      (x, y) =>
        y.probability - x.probability || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1),
    );
}
