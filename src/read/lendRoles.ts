/**
 * In: drafts of a document. Out: the same; who is only mentioned in a statement or a call is what the events of the
 * report make of them: at risk, convicted, a victim.
 * Never: gives a role that no event of the report gave; changes a speaker, an official or anybody's role in an event.
 */
import type { PersonRole } from "../model/claim.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import { CONCERNED } from "./nameVictims.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Gives those who are named in sayings the role that they have in most events. */
export function lendRoles(
  sayings: readonly Draft[],
  events: readonly Draft[],
  words: Words,
): Draft[] {
  const roles = rolesByName(events);
  return sayings.map((draft) => {
    if (draft.kind !== "statement" && draft.kind !== "call") return draft;
    if (!draft.persons.some(({ role }) => role === "other")) return draft;
    const persons = draft.persons.map((person) =>
      person.role === "other"
        ? {
            name: person.name,
            role:
              roles.get(person.name.name) ??
              (draft.kind === "call" &&
              words.pack.isVerbFinal &&
              (isOfDeath(person.name, draft, words) || isForbidden(person.name, draft, words))
                ? "at-risk"
                : person.role),
          }
        : person,
    );
    return changeDraft(draft, { persons });
  });
}

/**
 * "halt the execution of A", "annul the death sentences of A and B", where verbs stand last: whom nothing but the call tells of.
 * Elsewhere `sparedPersons.ts` asks for the verb that spares.
 */
function isOfDeath(
  { from, to, titleFrom }: NameMatch,
  { persons }: Draft,
  { tokens, pack }: Words,
): boolean {
  const deadly = pack.wordsIn("DEADLYW");
  const skipped = pack.wordsIn("DEADLYSKIPW");
  let at = Math.min(from, titleFrom) - 1;
  for (let steps = 0; at >= 0 && steps < DEADLY_REACH; steps++) {
    const listed = persons.find(({ name }) => name.from <= at && at < name.to);
    const form = tokens.form[at] ?? "";
    if (deadly.has(form)) return isSpared(at, to, persons, { tokens, pack });
    if (listed === undefined && !skipped.has(form)) return false;
    at = listed === undefined ? at - 1 : Math.min(listed.name.from, listed.name.titleFrom) - 1;
  }
  return false;
}

/** "must not OBJECT execute" behind the name, or "must not" before it: where verbs stand last, the deed follows the mark of its object. */
function isForbidden(
  { from, to, titleFrom }: NameMatch,
  { range, persons }: Draft,
  { tokens: { form }, pack }: Words,
): boolean {
  const forbids = pack.wordsIn("MUSTNOTW");
  if (!form.slice(range[0], range[1]).some((one) => forbids.has(one))) return false;
  const first = Math.min(from, titleFrom);
  // "must not execute the killer of A".
  if (first > range[0] && !forbids.has(form[first - 1] ?? "")) return false;
  let at = to;
  while (at < range[1]) {
    const listed = persons.find(({ name }) => name.from <= at && at < name.to);
    if (listed === undefined && !pack.wordsIn("NAMEJOINTW").has(form[at] ?? "")) break;
    at = listed === undefined ? at + 1 : listed.name.to;
  }
  if (pack.wordsIn("OBJECTMARK").has(form[at] ?? "")) at++;
  if (forbids.has(form[at] ?? "")) at++;
  return pack.wordsIn("DEADLYW").has(form[at] ?? "");
}

/** "the halt of the sentence of death of A", "the sentence of death of A … to annul": not "trial of those behind the execution of A". */
function isSpared(
  deadly: number,
  to: number,
  persons: Draft["persons"],
  { tokens: { form }, pack }: Words,
): boolean {
  const links = pack.wordsIn("DEADLYHEADW");
  const spares = pack.wordsIn("SPARESW");
  let at = deadly - 1;
  while (links.has(form[at] ?? "")) at--;
  if (spares.has(form[at] ?? "")) return true;
  let next = to;
  while (next < to + SPARED_WITHIN) {
    const listed = persons.find(({ name }) => name.from <= next && next < name.to);
    if (listed === undefined && !pack.wordsIn("NAMEJOINTW").has(form[next] ?? "")) break;
    next = listed === undefined ? next + 1 : listed.name.to;
  }
  if (!pack.wordsIn("OBJECTMARK").has(form[next] ?? "") || at < deadly - SPARED_WITHIN)
    return false;
  return form.slice(next, next + SPARED_WITHIN).some((one) => pack.wordsIn("SPARESVW").has(one));
}

/** Words from the name to the verb that spares. */
const SPARED_WITHIN = 12;

/** Words between the sentence and the name of whom it would kill. */
const DEADLY_REACH = 10;

function rolesByName(events: readonly Draft[]): Map<string, PersonRole> {
  const counts = new Map<string, Map<PersonRole, number>>();
  for (const { kind, persons, modality } of events) {
    if (modality === "negated" || modality === "hypothetical") continue;
    // Nobody is dead of what is only asked or planned.
    if (ASKED.has(kind) && modality === "intended") continue;
    for (const { name, role } of persons) {
      if (!CONCERNED.has(role)) continue;
      const own = counts.get(name.name) ?? new Map<PersonRole, number>();
      own.set(role, (own.get(role) ?? 0) + 1);
      counts.set(name.name, own);
    }
  }
  return new Map([...counts].map(([name, own]) => [name, mostOf(own)]));
}

const ASKED: ReadonlySet<string> = new Set(["execution", "stay", "clemency"]);

function mostOf(counts: ReadonlyMap<PersonRole, number>): PersonRole {
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? "other";
}
