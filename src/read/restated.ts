/**
 * In: the drafts of a report. Out: the same without those that only say who somebody is of whom the report told before
 * ("The victim was identified as A").
 * Never: makes a second event of a name; calls somebody killed where the report tells of the wounded alone.
 */
import type { ClaimKind } from "../model/claim.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import { ATTRIBUTIVE } from "./eventAttributive.ts";
import type { LanguagePack } from "./packRows.ts";
import { isRivalOf } from "./placesApart.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf } from "./wordSets.ts";

/** "A man was wounded. The victim was identified as A": nobody was killed, so far as the report tells. */
export function dropUnfounded(drafts: readonly Draft[], pack: LanguagePack): readonly Draft[] {
  if (!drafts.some((draft) => isNamingDead(draft, pack))) return drafts;
  const isDeadly = drafts.some((draft) => DEATHS.has(draft.kind) && !isNamingDead(draft, pack));
  if (isDeadly) return drafts;
  return drafts.filter(
    (draft) =>
      !isNamingDead(draft, pack) ||
      !drafts.some(({ kind, sentence }) => kind === "injury" && sentence < draft.sentence),
  );
}

/** "A was taken to the gallows, but the victim's mother forgave him": who is spared right behind it was not hanged. */
export function dropSparedAtGallows(
  drafts: readonly Draft[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): readonly Draft[] {
  const scaffold = pack.wordsIn("SCAFFOLDW");
  const isLed = ({ kind, modality, range: [from, to] }: Draft): boolean =>
    kind === "execution" && modality === "happened" && holdsOneOf(tokens, from, to, scaffold);
  if (scaffold.size === 0 || !drafts.some(isLed)) return drafts;
  return drafts.filter(
    (draft) => !isLed(draft) || !drafts.some((other) => sparesAfter(other, draft)),
  );
}

function sparesAfter(other: Draft, { anchor, sentence, persons }: Draft): boolean {
  if (!SPARES.has(other.kind) || other.modality !== "happened" || other.anchor < anchor)
    return false;
  if (other.sentence > sentence + 1) return false;
  // "Two were taken to the gallows, but the execution of one of them, A, was halted."
  if (persons.length === 0) return other.sentence === sentence;
  if (other.persons.length === 0) return other.sentence === sentence && other.quantity === null;
  return other.persons.some(({ name }) => persons.some((own) => own.name.name === name.name));
}

const SPARES: ReadonlySet<ClaimKind> = new Set(["clemency", "stay"]);

/** "He was to be hanged on Thursday, but his fate is unknown": whether it was done; nobody hides where he is. */
export function dropOpenFates(
  drafts: readonly Draft[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): readonly Draft[] {
  const fates = pack.wordsIn("FATEW");
  const traces = pack.wordsIn("TRACEW");
  const isFate = ({ kind, range: [from, to] }: Draft): boolean => {
    if (kind !== "enforced-disappearance") return false;
    const forms = tokens.form.slice(from, to);
    return forms.some((form) => fates.has(form)) && !forms.some((form) => traces.has(form));
  };
  if (!drafts.some(isFate)) return drafts;
  return drafts.filter(
    (draft) => !isFate(draft) || !drafts.some((other) => isDangerBefore(other, draft)),
  );
}

function isDangerBefore(other: Draft, { sentence, persons, anchor }: Draft): boolean {
  if (!DANGERS.has(other.kind) || other.anchor > anchor || other.sentence < sentence - 1)
    return false;
  return (
    persons.length === 0 ||
    other.persons.length === 0 ||
    other.persons.some(({ name }) => persons.some((own) => own.name.name === name.name))
  );
}

const DANGERS: ReadonlySet<ClaimKind> = new Set(["imminent-execution", "stay"]);

/** "The two were hanged. The executed men were identified as A and B": those told before have the names already. */
export function dropRestated(drafts: readonly Draft[], pack: LanguagePack): readonly Draft[] {
  const named = drafts.filter(({ notes }) =>
    notes.some(({ code }) => code === "persons-named-later"),
  );
  if (named.length === 0) return drafts;
  const restating = drafts.filter(
    (draft) => isNaming(draft) || (pack.isVerbFinal && isNamingDead(draft, pack)),
  );
  const dropped = new Set(
    restating.filter((draft) =>
      named.some(
        (other) =>
          other !== draft &&
          other.sentence < draft.sentence &&
          areOfOneKind(other.kind, draft.kind) &&
          draft.persons.every(({ name }) =>
            other.persons.some((person) => person.name.name === name.name),
          ),
      ),
    ),
  );
  return dropped.size === 0
    ? drafts
    : drafts.filter(
        (draft) => !dropped.has(draft) && (draft.subsetOf === null || !dropped.has(draft.subsetOf)),
      );
}

/**
 * "Three were arrested. The identity of two of the arrested, A and B, is known": where a row only says who some of those told before
 * are, their names go to the whole, and no second event is left.
 */
export function giveNamesToWholes(drafts: readonly Draft[], pack: LanguagePack): readonly Draft[] {
  const namesOf = new Map<Draft, Draft["persons"]>();
  const dropped = new Set<Draft>();
  for (const draft of drafts) {
    const whole = draft.subsetOf;
    if (whole === null || !isNamingDead(draft, pack)) continue;
    if (
      drafts.some(
        (other) => other.sentence < draft.sentence && isRivalOf(other, whole, draft.persons.length),
      )
    )
      continue;
    const known = new Set(whole.persons.map(({ name }) => name.name));
    const fresh = draft.persons.filter(({ name }) => !known.has(name.name));
    namesOf.set(whole, [...(namesOf.get(whole) ?? whole.persons), ...fresh]);
    dropped.add(draft);
  }
  if (dropped.size === 0) return drafts;
  const changed = new Map<Draft, Draft>();
  for (const [whole, persons] of namesOf)
    changed.set(
      whole,
      changeDraft(whole, {
        persons,
        notes: [...whole.notes, { code: "persons-named-later", level: "doubt", span: null }],
      }),
    );
  return replaceDrafts(
    drafts.filter((draft) => !dropped.has(draft)),
    changed,
  );
}

/** "The executed men were identified as A and B". */
export function isNaming({ rows, tier }: Draft): boolean {
  return rows[0] === ATTRIBUTIVE && tier === "counted";
}

function isNamingDead({ rows }: Draft, pack: LanguagePack): boolean {
  return pack.namingRows.has(rows[0] ?? "");
}

/** Alike, or two ways to be killed. */
export function areOfOneKind(a: ClaimKind, b: ClaimKind): boolean {
  return a === b || (DEATHS.has(a) && DEATHS.has(b));
}

const DEATHS: ReadonlySet<ClaimKind> = new Set(["killing", "death-in-custody"]);
