/**
 * In: what is told of events. Out: for each telling of several places, and for each of one of these places, the span that it is of.
 * Never: a chain: a span is what one telling tells of together, and who tells of some of its places and of others is of none; an order
 * or an id that decides.
 */
import type { TellingPlace } from "../model/telling.ts";
import { isByHimself } from "./bareOnes.ts";
import type { TellingClass } from "./tellingClasses.ts";
import { placesDiffer } from "./tellingPlaces.ts";

type Span = Pick<TellingClass, "kind" | "places" | "days"> & {
  /** Crosses another one: nobody can say whose places it fills. */
  readonly isCrossing: boolean;
};

/** The span of each of some tellings that are of one. */
export function spansOf(classes: readonly TellingClass[]): ReadonlyMap<TellingClass, Span> {
  const wide = classes.filter(isWide).sort(byWhatIsSaid);
  const spans: Span[] = [];
  const spanOf = new Map<TellingClass, Span>();
  for (const one of wide) {
    const near = spans.filter((span) => areBound(one, span));
    const [whole] = near.filter((span) => !span.isCrossing && isWithin(one, span));
    const span = whole ?? { ...spanFrom(one), isCrossing: near.length > 0 };
    if (whole === undefined) spans.push(span);
    spanOf.set(one, span);
  }
  const open = spans.filter(({ isCrossing }) => !isCrossing);
  if (open.length === 0) return spanOf;
  for (const one of classes) {
    if (isWide(one) || one.places.length === 0 || isByHimself(one)) continue;
    const near = open.filter((span) => areBound(one, span));
    const [only] = near;
    if (near.length === 1 && only !== undefined) spanOf.set(one, only);
  }
  return spanOf;
}

/** May one be of a span of the other? So far as that goes both are looked at together. */
export function areBound(one: Omit<Span, "isCrossing">, other: Omit<Span, "isCrossing">): boolean {
  if (one.kind !== other.kind || one.days === null || other.days === null) return false;
  if (one.places.length < 2 && other.places.length < 2) return false;
  if (one.days.from > other.days.to || other.days.from > one.days.to) return false;
  return one.places.some((a) => other.places.some((b) => areOne(a, b)));
}

export function isWide({ places, days }: TellingClass): boolean {
  return places.length > 1 && days !== null;
}

function isWithin(one: TellingClass, span: Span): boolean {
  return one.places.every((a) => span.places.some((b) => areOne(a, b)));
}

function spanFrom({ kind, places, days }: TellingClass): Omit<Span, "isCrossing"> {
  return { kind, places, days };
}

/** One prison, or one town of which no other prison is told. */
function areOne(a: TellingPlace, b: TellingPlace): boolean {
  if (placesDiffer(a, b)) return false;
  return (a.prison !== null && a.prison === b.prison) || (a.city !== null && a.city === b.city);
}

/** Of most places first; then by days and places: nothing that another archive writes otherwise. */
function byWhatIsSaid(a: TellingClass, b: TellingClass): number {
  const said = (one: TellingClass): string =>
    [
      one.days?.from,
      one.days?.to,
      ...one.places.map(({ id }) => id),
      one.numbers?.min,
      one.numbers?.max,
      one.documents.size,
    ].join(" ");
  const [x, y] = [said(a), said(b)];
  return b.places.length - a.places.length || (x < y ? -1 : x > y ? 1 : 0);
}
