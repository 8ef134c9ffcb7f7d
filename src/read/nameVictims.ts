/**
 * In: drafts of a document. Out: the same, where the nameless victims of a headline or lead are those named further down.
 * Safe only where the report tells of one event of the kind: as many or fewer names as the lead counts.
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
  for (const draft of drafts) {
    const persons = namesFor(draft, drafts);
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
    notes: [...draft.notes, { code: "persons-named-later", level: "info", span: null }],
  };
}

function namesFor(draft: Draft, drafts: readonly Draft[]): DraftPerson[] {
  const count = draft.quantity?.measure === "count" ? draft.quantity.min : null;
  const isLead = draft.sentence < LEAD_SENTENCES && draft.subsetOf === null && draft.modality !== "negated";
  if (!isLead || count === null || count > MOST_NAMES || draft.persons.some((person) => CONCERNED.has(person.role))) return [];
  const named = new Map<string, DraftPerson>();
  for (const other of drafts) {
    if (other.kind !== draft.kind || other.modality !== draft.modality || other.sentence < draft.sentence) continue;
    if (periodsDiffer(draft, other)) return [];
    for (const person of other.persons) if (CONCERNED.has(person.role)) named.set(person.name.name, person);
  }
  return named.size === count ? [...named.values()] : [];
}

/** Different explicit times: perhaps two events. The same time, or none, is no objection. */
function periodsDiffer(a: Draft, b: Draft): boolean {
  if (a.period === null || b.period === null || b.persons.length === 0) return false;
  return a.period.kind === "interval" || b.period.kind === "interval";
}
