/**
 * In: candidates, and what is expected of one person's records. Out: bits and probability of each, and what the lists taught.
 * Never: lets the lists teach against what is expected by more than they are worth.
 */
import { AGE_LEVELS, DATE_LEVELS, MISSING, PLACE_LEVELS } from "./compareFields.ts";
import type { Candidate, ToldFields } from "./candidates.ts";
import type { Weights } from "./linkModel.ts";

/** Shares by level that the scoring uses, after the lists were seen. */
export type Fitted = {
  readonly date: readonly number[];
  readonly age: readonly number[];
  readonly sex: readonly number[];
  readonly place: readonly number[];
  readonly prison: readonly number[];
  /** Bits that each word in another spelling gains, as the lists spell alike less or more than is expected. */
  readonly variant: number;
  /** log2 of the odds that a random pair is one person. */
  readonly prior: number;
  /** log2 of how many random pairs are kin, beside how many are one person. */
  readonly kin: number;
};

/** How many pairs there are, and how many of them can be one person at most. */
export type Sizes = { readonly pairs: number; readonly smaller: number };

/** As though only one in `step` of the left side were there. */
export function sizesOfPart({ pairs, smaller }: Sizes, step: number): Sizes {
  return { pairs: pairs / step, smaller: smaller / step };
}

export function sizesOf(sizeA: number, sizeB: number, isSameList: boolean): Sizes {
  return isSameList
    ? { pairs: Math.max(1, (sizeA * (sizeA - 1)) / 2), smaller: Math.max(1, sizeA) }
    : { pairs: Math.max(1, sizeA * sizeB), smaller: Math.max(1, Math.min(sizeA, sizeB)) };
}

const ROUNDS = 8;
/** How many people the expectation of kin is worth, and how many kin a person has in the other list at most. */
const KIN_STRENGTH = 100;
const MOST_KIN = 1;

/** What is expected before the lists are seen. */
export function fitNothing({ pairs, smaller }: Sizes, weights: Weights): Fitted {
  return {
    date: weights.date,
    age: weights.age,
    sex: weights.sex,
    place: weights.place,
    prison: weights.prison,
    variant: 0,
    prior: Math.log2(Math.max(0.5, weights.overlap * smaller) / pairs),
    kin: Math.log2((weights.kin.expected * smaller) / pairs),
  };
}

export function fit(candidates: readonly Candidate[], sizes: Sizes, weights: Weights): Fitted {
  const { pairs, smaller } = sizes;
  let fitted = fitNothing(sizes, weights);
  /** Names keep most kin from being candidates, so that candidates teach only that there are more. */
  const least = fitted.kin;
  const most = Math.log2((MOST_KIN * smaller) / pairs);
  for (let round = 0; round < ROUNDS; round++) {
    const date = weights.date.map((share) => share * weights.strength);
    const age = weights.age.map((share) => share * weights.strength);
    const sex = weights.sex.map((share) => share * weights.strength);
    const prison = weights.prison.map((share) => share * weights.strength);
    const place = weights.place.map((share) => share * weights.strength);
    let words = weights.strength * 2;
    let variants = words * weights.variants;
    let matches = weights.overlap * smaller * 0.02;
    let all = 0;
    let kin = weights.kin.expected * KIN_STRENGTH;
    for (const candidate of candidates) {
      const chance = 1 / (1 + 2 ** -scoreBits(candidate, fitted, weights));
      all += chance;
      kin += (1 - chance) / (1 + 2 ** -kinBits(candidate, fitted, weights));
      if (chance < 0.01) continue;
      words += chance * candidate.matched;
      variants += chance * candidate.variants;
      add(date, candidate.date, chance);
      add(age, candidate.age, chance);
      add(sex, candidate.sex, chance);
      add(prison, candidate.prison, chance);
      add(place, candidate.place, chance);
    }
    matches += all * 0.98;
    const expected = Math.max(0.5, Math.min(matches, smaller));
    const towns = (place[0] ?? 0) + (place[1] ?? 0) + (place[3] ?? 0);
    const provinces = (place[2] ?? 0) + (place[3] ?? 0);
    fitted = {
      date: shares(date),
      age: shares(age),
      sex: shares(sex),
      prison: shares(prison),
      place: [
        (place[0] ?? 0) / towns,
        (place[1] ?? 0) / towns,
        (place[2] ?? 0) / provinces,
        (place[3] ?? 0) / (towns + (place[2] ?? 0)),
      ],
      variant: Math.max(-1, Math.min(3, Math.log2(variants / words / weights.variants))),
      prior: Math.log2(expected / pairs),
      kin: Math.min(
        most,
        Math.max(least, Math.log2((kin * smaller) / (smaller + KIN_STRENGTH) / pairs)),
      ),
    };
  }
  return fitted;
}

function add(counts: number[], level: number, chance: number): void {
  if (level !== MISSING) counts[level] = (counts[level] ?? 0) + chance;
}

function shares(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** Bits of one field: how much likelier the level is for one person than by chance. */
export function fieldBits(expected: readonly number[], level: number, chance: number): number {
  return level === MISSING ? 0 : Math.log2(expected[level] ?? 1) - chance;
}

/** Bits of the dates: either of them may be a mistake, which agrees with nothing. */
export function dateBits(candidate: Candidate, fitted: Fitted): number {
  if (candidate.date === MISSING) return 0;
  const bits = fieldBits(fitted.date, candidate.date, candidate.dateChance);
  if (candidate.date < 3) return bits;
  const mistakes = Math.max(LEAST_MISTAKES, (fitted.date[6] ?? 0) + (fitted.date[7] ?? 0));
  return Math.max(bits, Math.log2(2 ** bits + Math.min(1, mistakes * 2 ** candidate.dateMistake)));
}

/** Share of dates that are taken for mistakes at least. */
const LEAST_MISTAKES = 0.04;

/** log2 of the odds that a candidate is one person, against chance and against kin. */
export function scoreBits(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  const same =
    fitted.prior +
    weights.calibration.offset +
    candidate.nameBits +
    candidate.variants * fitted.variant +
    candidate.fatherBits +
    candidate.chargeBits +
    dateBits(candidate, fitted) +
    fieldBits(fitted.age, candidate.age, candidate.ageChance) +
    fieldBits(fitted.sex, candidate.sex, candidate.sexChance) +
    fieldBits(fitted.place, candidate.place, candidate.placeChance) +
    fieldBits(fitted.prison, candidate.prison, candidate.prisonChance);
  return same - Math.log2(1 + 2 ** kinBits(candidate, fitted, weights));
}

/** What all but the names of a pair say at most, in calibrated bits. */
export function mostBits(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  const bits =
    fitted.prior +
    weights.calibration.offset +
    MOST_WORDS * Math.max(0, fitted.variant) +
    candidate.fatherBits +
    candidate.chargeBits +
    mostOfDates(candidate, fitted) +
    fieldBits(fitted.age, candidate.age, candidate.ageChance) +
    Math.max(0, fieldBits(fitted.sex, candidate.sex, candidate.sexChance)) +
    fieldBits(fitted.place, candidate.place, candidate.placeChance) +
    fieldBits(fitted.prison, candidate.prison, candidate.prisonChance);
  return weights.calibration.slope * bits;
}

/** Words of one name that are compared. */
const MOST_WORDS = 8;

/** Bits of the dates where either of them is surely a mistake, if it may be one. */
function mostOfDates(candidate: Candidate, fitted: Fitted): number {
  if (candidate.date === MISSING) return 0;
  const bits = fieldBits(fitted.date, candidate.date, candidate.dateChance);
  return candidate.date < 3 ? bits : Math.max(0, bits) + 1;
}

/**
 * Calibrated bits: 1 / (1 + 2^-bits) is the probability. Ages far apart, several contradictions, a life behind the death, two known
 * given names or surnames that an ending makes two leave a pair to a person.
 */
export function calibratedBits(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  const bits = weights.calibration.slope * scoreBits(candidate, fitted, weights);
  const isFarInAge = candidate.age !== MISSING && candidate.age >= FURTHER_AGE;
  const isApart =
    candidate.isOtherGiven ||
    candidate.isOtherFamily ||
    candidate.isAliveAfter ||
    isContradicted(candidate);
  if (!isFarInAge && !isApart) return bits;
  const most = weights.same * (isApart ? LEFT_APART : LEFT_FAR);
  return Math.min(bits, Math.log2(most / (1 - most)));
}

/** Shares of what makes two the same that are said of pairs left to a person; calibrated they stay below it. */
const LEFT_APART = 0.66;
const LEFT_FAR = 0.72;

/**
 * Odds of a pair after others contested it, as they turned out on made-up lists: what stands in the middle is likelier one person than
 * its parts say, what is nearly sure is as sure as they say.
 */
export function calibrateContested(bits: number, { calibration: { middle } }: Weights): number {
  return bits + middle.height * Math.exp(-(((bits - middle.at) / middle.width) ** 2));
}

/** No pair weighs less among the members of two groups: names that are not alike at all, or fields that all contradict. */
export const LEAST_OF_GROUPS = -12;

/** Outweighs an initial that fits both: "H. Torkashi" makes no one of Hassan and Hossein. */
const OTHER_GIVEN = -9;

/** What a pair weighs that no edge joins, where its groups are to be one; nothing at most. */
export function bitsOfGroups(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  if (candidate.isOtherGiven) return OTHER_GIVEN;
  const same = Math.log2(weights.same / (1 - weights.same));
  const bits = calibratedBits(candidate, fitted, weights) - same;
  return Math.max(LEAST_OF_GROUPS, Math.min(0, bits));
}

/** What a pair that is left to a person is held to say less than its fields do. */
export function bitsTaken(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  const { slope } = weights.calibration;
  return calibratedBits(candidate, fitted, weights) / slope - scoreBits(candidate, fitted, weights);
}

/** Whether too much speaks against a pair for its name to outweigh it. */
export function isContradicted(candidate: ToldFields): boolean {
  return countContradictions(candidate) >= CONTRADICTED;
}

/** Whether two are told apart for good: several contradictions, another father or another sex. No third record joins them. */
export function isOpposed(candidate: ToldFields): boolean {
  const { sex, fatherBits } = candidate;
  return isContradicted(candidate) || fatherBits <= OTHER_FATHER || (sex !== MISSING && sex > 0);
}

/** Contradictions from which on a pair is left to a person, whatever its name weighs. */
const CONTRADICTED = 2;

/**
 * How far apart two people stand in several fields at once: mistakes in single fields are common, and are weighed as if
 * each came by itself; several large ones in one pair are another person, however rare the name.
 */
function countContradictions(candidate: ToldFields): number {
  const { date, age, place, sex, fatherBits } = candidate;
  return [
    date !== MISSING && date >= FURTHER_DATE,
    age !== MISSING && age >= FURTHER_AGE,
    place !== MISSING && place >= ANOTHER_PROVINCE,
    sex !== MISSING && sex > 0,
    fatherBits <= OTHER_FATHER,
  ].filter(Boolean).length;
}

/** More than a year, more than ten years, another province; a father's name that speaks clearly against. */
const FURTHER_DATE = DATE_LEVELS.indexOf("further apart");
const FURTHER_AGE = AGE_LEVELS.indexOf("further apart");
const ANOTHER_PROVINCE = PLACE_LEVELS.indexOf("another province");
const OTHER_FATHER = -2;

/**
 * log2 of the odds that two people are kin rather than strangers: surname, day and place agree, a few are named alike, the
 * rest is chance.
 */
export function kinBits(candidate: Candidate, fitted: Fitted, weights: Weights): number {
  if (candidate.familyBits <= 0) return -Infinity;
  return (
    fitted.kin +
    candidate.familyBits +
    Math.log2(1 + weights.kin.given * 2 ** Math.max(0, candidate.nameBits - candidate.familyBits)) +
    Math.log2(weights.kin.surname) +
    Math.max(0, candidate.fatherBits) +
    fieldBits(weights.kin.date, candidate.date, candidate.dateChance) +
    fieldBits(weights.kin.place, candidate.place, candidate.placeChance)
  );
}
