/**
 * In: a pair and its scores. Out: what speaks for it and against it, with the words of both sides.
 * Never: a reason for what was not compared.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { LinkField, Reason } from "../model/pairFound.ts";
import type { Candidate, Work } from "./candidates.ts";
import {
  AGE_LEVELS,
  DATE_LEVELS,
  MISSING,
  PLACE_LEVELS,
  PRISON_LEVELS,
  SEX_LEVELS,
  type Side,
} from "./compareFields.ts";
import { explainNames } from "./explainNames.ts";
import { bitsTaken, type Fitted, dateBits, fieldBits, kinBits } from "./score.ts";

export function giveReasons(
  candidate: Candidate,
  a: ListRecord,
  b: ListRecord,
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const add = (field: LinkField, level: string, bits: number, ofA: string, ofB: string) =>
    reasons.push({ field, level, bits: Math.round(bits * 10) / 10, a: ofA, b: ofB });
  const names = explainNames(left, candidate.a, right, candidate.b, work);
  const writtenIn = (record: ListRecord) =>
    names.isPersian ? (record.nameFa ?? record.name) : (record.name ?? record.nameFa);
  const nameA = writtenIn(a) ?? "";
  const nameB = writtenIn(b) ?? "";
  reasons.push({
    field: "name",
    level: names.level,
    bits: Math.round((candidate.nameBits + candidate.variants * fitted.variant) * 10) / 10,
    a: nameA,
    b: nameB,
    tokens: names.tokens,
  });
  const levelled = (
    field: LinkField,
    levels: readonly string[],
    expected: readonly number[],
    level: number,
    chance: number,
    ofA: string,
    ofB: string,
  ) => {
    if (level !== MISSING)
      add(field, levels[level] ?? "", fieldBits(expected, level, chance), ofA, ofB);
  };
  if (candidate.date !== MISSING)
    add(
      "date",
      candidate.date === 0 && (isSpan(a) || isSpan(b))
        ? MAY_BE
        : (DATE_LEVELS[candidate.date] ?? ""),
      dateBits(candidate, fitted),
      a.date?.words ?? "",
      b.date?.words ?? "",
    );
  levelled("age", AGE_LEVELS, fitted.age, candidate.age, candidate.ageChance, ageOf(a), ageOf(b));
  levelled(
    "sex",
    SEX_LEVELS,
    fitted.sex,
    candidate.sex,
    candidate.sexChance,
    a.sex ?? "",
    b.sex ?? "",
  );
  levelled(
    "place",
    PLACE_LEVELS,
    fitted.place,
    candidate.place,
    candidate.placeChance,
    placeOf(a),
    placeOf(b),
  );
  levelled(
    "prison",
    PRISON_LEVELS,
    fitted.prison,
    candidate.prison,
    candidate.prisonChance,
    a.prison ?? "",
    b.prison ?? "",
  );
  if (candidate.fatherBits !== 0)
    add(
      "father",
      candidate.fatherBits > 0 ? "alike" : "unlike",
      candidate.fatherBits,
      a.father ?? "",
      b.father ?? "",
    );
  if (candidate.chargeBits !== 0)
    add(
      "charge",
      candidate.chargeBits > 0 ? "same" : "another",
      candidate.chargeBits,
      a.charge ?? "",
      b.charge ?? "",
    );
  const kin = -Math.log2(1 + 2 ** kinBits(candidate, fitted, work.model.weights));
  if (kin < -0.5) add("kin", "relatives would agree in as much", kin, nameA, nameB);
  const taken = bitsTaken(candidate, fitted, work.model.weights);
  if (candidate.isAliveAfter) {
    const [living, dead] = isLater(a, b) ? [a, b] : [b, a];
    const words = (record: ListRecord): string =>
      (record === living ? living.aliveOn?.words : dead.date?.words) ?? "";
    add("alive", ALIVE_AFTER, Math.min(LEAST_AGAINST, taken), words(a), words(b));
  } else if (candidate.isOtherGiven && taken < -0.05)
    add("kin", "two known given names: a person decides", taken, nameA, nameB);
  else if (candidate.isOtherFamily && taken < -0.05)
    add("kin", "surnames of two families: a person decides", taken, nameA, nameB);
  return sortReasons(reasons);
}

/** The strongest first. */
export function sortReasons(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits));
}

/** A life behind a death: one of the two is wrong, or they are two. A person decides. */
const ALIVE_AFTER = "a sign of life after the death: a person decides";
const LEAST_AGAINST = -0.1;

function isLater(living: ListRecord, dead: ListRecord): boolean {
  const alive = living.aliveOn?.earliest;
  return alive !== undefined && dead.date !== null && alive > dead.date.latest;
}

/** Of a date that is known to a month or a year only. */
const MAY_BE = "may be the same day";

function isSpan({ date }: ListRecord): boolean {
  return date !== null && (date.earliest !== date.latest || date.earliest.length < 10);
}

function ageOf({ age }: ListRecord): string {
  if (age === null) return "";
  return age.min === age.max ? `${age.min}` : `${age.min}–${age.max}`;
}

function placeOf({ city, province }: ListRecord): string {
  return [city, province].filter((part) => part !== null).join(", ");
}
