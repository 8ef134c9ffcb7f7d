/**
 * In: a correction as it was typed, and the report. Out: what in it nothing known bears out, with names that are near.
 * Never: refuses or changes what a person put.
 */
import { foldForSearch } from "../../base/foldForSearch.ts";
import type { Claim } from "../../model/claim.ts";
import { nearestOf } from "../nearest.ts";
import type { TypedCorrection } from "./correct.ts";

export type CorrectionDoubt =
  /** A name that the report does not hold; of places, that no pack knows either. */
  | {
      readonly kind: "place" | "person" | "source";
      readonly name: string;
      readonly near: readonly string[];
    }
  /** A day that is still to come, of something that has happened. */
  | { readonly kind: "day"; readonly name: string };

export type Doubted = {
  readonly typed: TypedCorrection;
  /** The claim as it is corrected. */
  readonly now: Claim;
  /** Text of the report, and its other claims. */
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly isPlace: (name: string) => boolean;
  readonly places: readonly string[];
  /** The day of the correction. */
  readonly today: string;
};

/** How many near names are told. */
const MOST_NEAR = 3;

export function doubtsOfCorrection(asked: Doubted): readonly CorrectionDoubt[] {
  const { typed, now, claims, places, isPlace, today } = asked;
  const holds = inReport(asked.text);
  const named = (
    kind: "place" | "person" | "source",
    names: readonly string[],
    known: readonly string[],
    isKnown: (name: string) => boolean = () => false,
  ): readonly CorrectionDoubt[] =>
    names
      .filter((name) => !holds(name) && !isKnown(name))
      .map((name) => ({ kind, name, near: nearestOf(name, known, MOST_NEAR) }));
  const source = now.attribution.at(-1)?.source ?? null;
  const days = [typed.from, typed.to].filter(
    (day) => day !== undefined && day > today && isDay(day),
  );
  return [
    ...(typed.place === undefined
      ? []
      : named(
          "place",
          now.places.map(({ words }) => words),
          places,
          isPlace,
        )),
    ...(typed.person === undefined
      ? []
      : named(
          "person",
          now.persons.map(({ name }) => name),
          claims.flatMap(({ persons }) => persons.map(({ name }) => name)),
        )),
    ...(typed.source === undefined || source === null
      ? []
      : named(
          "source",
          [source],
          claims.flatMap(({ attribution }) => attribution.flatMap((link) => link.source ?? [])),
        )),
    ...[...new Set(now.modality === "happened" ? days : [])].map(
      (name): CorrectionDoubt => ({ kind: "day", name: name ?? "" }),
    ),
  ];
}

/** Whether every word of a name stands in a text, however it is written. */
function inReport(text: string): (name: string) => boolean {
  const words = new Set(foldForSearch(text).split(" "));
  return (name) =>
    foldForSearch(name)
      .split(" ")
      .every((word) => words.has(word));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
