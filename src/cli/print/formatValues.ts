import type { Attribution, Period, Person, Place, Quantity } from "../../model/claim.ts";
import { clean, isolate } from "./screenText.ts";

/** How a claim is called on this screen: its number in the report instead of its long id. */
export type NameClaim = (id: string) => string;

/** A quantity as an interval, its unit, and the words that made it one: `≥ 19 prisoners (“at least”)`. */
export function formatQuantity(quantity: Quantity, nameClaim: NameClaim): string {
  const about = quantity.approximate ? "≈ " : "";
  const unit = formatUnit(quantity);
  const per = quantity.per === null ? "" : ` per ${quantity.per}`;
  const qualifier = quantity.qualifier === null ? "" : ` (“${isolate(clean(quantity.qualifier))}”)`;
  const subset = quantity.subsetOf === null ? "" : `, part of ${nameClaim(quantity.subsetOf)}`;
  return `${about}${formatBounds(quantity)}${unit}${per}${qualifier}${subset}`;
}

/** `335`, `≥ 335`, `> 50`, `< 24`, `11–13`, `?`. */
export function formatBounds(quantity: Quantity): string {
  const { min, max } = quantity;
  if (min === null && max === null) return "?";
  if (min === null) return `${quantity.maxExclusive ? "<" : "≤"} ${formatNumber(max ?? 0)}`;
  if (max === null) return `${quantity.minExclusive ? ">" : "≥"} ${formatNumber(min)}`;
  if (min === max) return formatNumber(min);
  return `${formatNumber(min)}–${formatNumber(max)}`;
}

/** `1,234.5`. Not Intl: loading its data takes longer than reading a report. */
function formatNumber(number: number): string {
  const [whole = "", part] = String(Math.round(number * 1e6) / 1e6).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function formatUnit(quantity: Quantity): string {
  const unit =
    quantity.unit === "percent"
      ? "%"
      : quantity.unit === null
        ? ""
        : ` ${isolate(clean(quantity.unit))}`;
  return quantity.measure === "share" ? ` (share)${unit}` : unit;
}

/** A window: `2025-11-01 – 2025-11-30`, `until 2025-12-15`, `weekly`; why where it could not be resolved. */
export function formatPeriod(period: Period, isPut = false): string {
  const words = `“${isolate(clean(period.span.quote))}”`;
  const { earliest, latest } = period;
  if (earliest === null && latest === null) {
    return period.basis === "unresolved" ? `${words} (unresolved)` : `${words} (${period.mode})`;
  }
  const dates =
    earliest === latest
      ? (earliest ?? "")
      : latest === null
        ? `since ${earliest}`
        : earliest === null
          ? `until ${latest}`
          : `${earliest} – ${latest}`;
  // Of days that a person put in there are no words.
  if (isPut) return dates;
  const calendar = period.calendar === "gregorian" ? "" : `, ${period.calendar}`;
  return `${dates} (${words}${calendar})`;
}

/** A place with its role where it says more than that it happened there. */
export function formatPlace(place: Place): string {
  const role = place.role === "event" ? "" : ` (${place.role})`;
  return `${isolate(clean(place.words))}${role}`;
}

/** Who says it, from the document's author inward: `the author → state media → “police said” (indirect)`. */
export function formatChain(chain: readonly Attribution[]): string {
  if (chain.length === 0) return "the author";
  return chain.map(formatLink).join(" → ");
}

function formatLink(link: Attribution): string {
  const name = clean(link.source ?? link.words);
  const words = clean(link.words);
  // A quotation that goes on has a mark for its only words.
  if (!isNaming(name)) return "somebody the text does not name";
  const isSame = words.includes(name) || name.includes(words) || !isNaming(words);
  const as = isSame ? "" : ` as “${isolate(words)}”`;
  const cue =
    link.cue === null || !/\p{L}/u.test(link.cue) ? "" : `, “${isolate(clean(link.cue))}”`;
  return `${isolate(name)}${as} (${link.type}${cue})`;
}

/** Words, not a quotation mark alone: such stands for a speaker whom nothing names. */
export function isNaming(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** A person with what the text says of them: `Reza Karimi, 34, son of Ali (victim)`. */
export function formatPerson(person: Person): string {
  const age = person.age === null ? "" : `, ${person.age}`;
  const father = person.father === null ? "" : `, child of ${isolate(clean(person.father))}`;
  return `${isolate(clean(person.name))}${age}${father} (${person.role})`;
}
