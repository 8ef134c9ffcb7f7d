import type { Claim } from "../../src/model/claim.ts";
import { assign } from "./assign.ts";
import {
  comparePersons,
  comparePlaces,
  comparePrisons,
  doIntervalsMeet,
  isOtherSource,
  isReadAsHappened,
  isSamePeriod,
  isSameQuantity,
  isSameSource,
  overlapOf,
  type Paired,
  personNames,
} from "./fields.ts";
import type { GoldClaim } from "./gold.ts";

export const FIELDS = ["span", "quantity", "period", "source", "modality", "persons"] as const;
export type Field = (typeof FIELDS)[number];
export type Harm = "modality" | "source" | "quantity";

/** A gold claim with what was read of it. */
export type Match = {
  readonly gold: GoldClaim;
  readonly read: Claim;
  readonly wrong: readonly Field[];
  readonly harm: readonly Harm[];
  readonly persons: Paired;
  /** Null where the gold does not say. */
  readonly prisons: Paired | null;
  readonly places: Paired | null;
};

/** One report held against its gold. */
export type CaseScore = {
  readonly matches: readonly Match[];
  readonly missed: readonly GoldClaim[];
  readonly extra: readonly { readonly read: Claim; readonly harm: readonly Harm[] }[];
};

const NO_EVENT: readonly string[] = ["statement", "call", "statistic", "other"];

/** Pairs gold and read claims of one kind one to one, and holds the fields of each pair against each other. */
export function scoreCase(gold: readonly GoldClaim[], read: readonly Claim[]): CaseScore {
  const pairs = [...new Set(gold.map((claim) => claim.kind))].flatMap((kind) =>
    pairKind(
      gold.filter((claim) => claim.kind === kind),
      read.filter((claim) => claim.kind === kind),
    ),
  );
  const golds = new Set(pairs.map(([claim]) => claim));
  const reads = new Set(pairs.map(([, claim]) => claim));
  return {
    matches: pairs
      .filter(([claim]) => claim.optional !== true)
      .map(([left, right]) => compare(left, right)),
    missed: gold.filter((claim) => !golds.has(claim) && claim.optional !== true),
    extra: read
      .filter((claim) => !reads.has(claim))
      .map((claim) => ({ read: claim, harm: harmOfExtra(claim, gold) })),
  };
}

/** Claims of one kind pair where they share a quarter of their joined, or half of the shorter one's, letters. */
function pairKind(
  gold: readonly GoldClaim[],
  read: readonly Claim[],
): (readonly [GoldClaim, Claim])[] {
  const weights = gold.map((left) =>
    read.map((right) => {
      const { iou, held } = overlapOf(left, right.span);
      if (iou < 0.25 && held < 0.5) return 0;
      const sameNumber = isSameQuantity(left.quantity, right.quantity) ? 0.05 : 0;
      return 0.01 + iou + sameNumber;
    }),
  );
  return assign(weights).flatMap((column, row) => {
    const left = gold[row];
    const right = column === null ? undefined : read[column];
    return left === undefined || right === undefined ? [] : [[left, right] as const];
  });
}

function compare(gold: GoldClaim, read: Claim): Match {
  const persons = comparePersons(
    personNames(gold.persons),
    read.persons.map((person) => person.name),
  );
  const right: Readonly<Record<Field, boolean>> = {
    span: overlapOf(gold, read.span).iou >= 0.5,
    quantity: isSameQuantity(gold.quantity, read.quantity),
    period: isSamePeriod(gold.period, read.period),
    source: isSameSource(gold.attribution, read),
    modality: gold.modality === read.modality,
    persons: persons.both === persons.gold && persons.both === persons.read,
  };
  return {
    gold,
    read,
    wrong: FIELDS.filter((field) => !right[field]),
    harm: harmOf(gold, read),
    persons,
    prisons: comparePrisons(gold.prison, read),
    places: comparePlaces(gold.place, read),
  };
}

function harmOf(gold: GoldClaim, read: Claim): readonly Harm[] {
  const isEvent = !NO_EVENT.includes(gold.kind);
  const harm: Harm[] = [];
  if (isEvent && isReadAsHappened(gold, read)) harm.push("modality");
  if (!isSameSource(gold.attribution, read) && isOtherSource(gold.attribution, read))
    harm.push("source");
  if (
    gold.quantity !== null &&
    read.quantity !== null &&
    !doIntervalsMeet(gold.quantity, read.quantity)
  ) {
    harm.push("quantity");
  }
  return harm;
}

/** An event that no gold claim has, read as happened inside words that ask for it, threaten it or deny it. */
function harmOfExtra(read: Claim, gold: readonly GoldClaim[]): readonly Harm[] {
  if (NO_EVENT.includes(read.kind)) return [];
  const around = gold.filter((claim) => overlapOf(claim, read.span).held >= 0.5);
  const isDenied = around.some(
    (claim) => claim.kind !== "statement" && isReadAsHappened(claim, read),
  );
  const isTold = around.some(
    (claim) => !NO_EVENT.includes(claim.kind) && ["happened", "ongoing"].includes(claim.modality),
  );
  return isDenied && !isTold ? ["modality"] : [];
}
