/**
 * In: drafts of a document. Out: the same, where counted but nameless people are those whom the report names elsewhere.
 * Safe only where the report tells of one event of the kind: just as many names as the claim counts.
 * Never: names more people than were counted; touches a claim that has names of its own or is not the report's main event.
 */
import type { PersonRole } from "../model/claim.ts";
import type { Draft, DraftPerson } from "./draft.ts";

/** Headline, sub-heading and lead. */
const LEAD_SENTENCES = 3;
/** More names than this are a list of several events. */
const MOST_NAMES = 12;

const CONCERNED: ReadonlySet<PersonRole> = new Set(["victim", "at-risk", "injured", "convicted"]);

/** Gives the names that later sentences tell to the counted but nameless people of the lead. */
export function nameVictims(drafts: readonly Draft[]): Draft[] {
  const changed = new Map<Draft, Draft>();
  const named = namedByKind(drafts);
  for (const draft of drafts) {
    const persons = namesFor(draft, named.get(draft.kind) ?? []);
    if (persons.length > 0) changed.set(draft, withNames(draft, persons));
  }
  if (changed.size === 0) return [...drafts];
  return drafts.map((draft) => {
    const own = changed.get(draft) ?? draft;
    const whole = own.subsetOf === null ? undefined : changed.get(own.subsetOf);
    return whole === undefined ? own : { ...own, subsetOf: whole };
  });
}

function withNames(draft: Draft, persons: readonly DraftPerson[]): Draft {
  return {
    ...draft,
    persons: [...persons, ...draft.persons],
    notes: [...draft.notes, { code: "persons-named-later", level: "doubt", span: null }],
  };
}

/** The drafts of a kind that name those concerned; none where too many are named to be one event. */
function namedByKind(drafts: readonly Draft[]): Map<string, readonly Draft[]> {
  const byKind = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!draft.persons.some((person) => CONCERNED.has(person.role))) continue;
    byKind.set(draft.kind, [...(byKind.get(draft.kind) ?? []).slice(0, MOST_DRAFTS), draft]);
  }
  return new Map([...byKind].map(([kind, list]) => [kind, list.length > MOST_DRAFTS ? [] : list]));
}

/** More claims with names than this are a list of several events. */
const MOST_DRAFTS = 60;

function namesFor(draft: Draft, drafts: readonly Draft[]): DraftPerson[] {
  const count = draft.quantity?.measure === "count" ? draft.quantity.min : null;
  const isNameless = !draft.persons.some((person) => CONCERNED.has(person.role));
  if (count === null || count > MOST_NAMES || !isNameless) return [];
  if (draft.subsetOf !== null || draft.modality === "negated") return [];
  const isLead = draft.sentence < LEAD_SENTENCES;
  const named = new Map<string, DraftPerson>();
  let isSameScene = false;
  for (const other of drafts) {
    if (other === draft || other.kind !== draft.kind || other.modality !== draft.modality) continue;
    if (isLead && other.sentence < draft.sentence) continue;
    if (periodsDiffer(draft, other) || placesDiffer(draft, other)) return [];
    const theirs = other.persons.filter((person) => CONCERNED.has(person.role));
    if (theirs.length > 0 && other.quantity?.min === count)
      isSameScene ||= count > 1 || sharesPlace(draft, other);
    for (const person of theirs) named.set(person.name.name, person);
  }
  return named.size === count && (isLead || isSameScene) ? [...named.values()] : [];
}

/** The same place stands in both, as written. */
function sharesPlace(a: Draft, b: Draft): boolean {
  return a.places.some(({ name }) => b.places.some((other) => other.name === name));
}

/** Both name places, and none in common: two events. */
function placesDiffer(a: Draft, b: Draft): boolean {
  return a.places.length > 0 && b.places.length > 0 && !sharesPlace(a, b);
}

/** Different explicit times: perhaps two events. The same time, or none, is no objection. */
function periodsDiffer(a: Draft, b: Draft): boolean {
  if (a.period === null || b.period === null || b.persons.length === 0) return false;
  return a.period.kind === "interval" || b.period.kind === "interval";
}
