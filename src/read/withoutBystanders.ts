/**
 * In: drafts of a report. Out: the same without those who stand in a claim only to say whose relative somebody is, or whose death
 * somebody is held for ("|A's| girlfriend was arrested", "B was jailed for killing |A|").
 * Never: takes out whom a claim concerns, or who did it.
 */
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, type DraftPerson, changeDraft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { CONCERNED } from "./nameVictims.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** What is done to somebody for what became of another. */
const FOR_ANOTHER: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "death-sentence",
  "execution",
  "imminent-execution",
  "stay",
  "clemency",
  "release",
  "corporal-punishment",
]);

/** Leaves out owners and those of whose fate another claim of the sentence tells. */
export function withoutBystanders(
  drafts: readonly Draft[],
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): readonly Draft[] {
  const concerned = new Map<number, Draft[]>();
  for (const draft of drafts)
    if (!FOR_ANOTHER.has(draft.kind) && isTold(draft) && draft.persons.some(isConcerned))
      concerned.set(draft.sentence, [...(concerned.get(draft.sentence) ?? []), draft]);
  const isOwner = ({ name }: DraftPerson, { kind }: Draft): boolean =>
    kind !== "other-abuse" && !pack.isVerbFinal && tokens.kind[name.to] === TOKEN.possessive;
  const isOfAnother = ({ name }: DraftPerson, draft: Draft): boolean =>
    FOR_ANOTHER.has(draft.kind) &&
    (concerned.get(draft.sentence) ?? []).some((other) =>
      other.persons.some((one) => isConcerned(one) && one.name.name === name.name),
    );
  const alias = pack.wordsIn("ALIASW");
  // "A, aka |B|", "A, better known by his pen name |B|": one person, who is named twice.
  const isAlias = ({ name }: DraftPerson): boolean => {
    const before = tokens.form[name.from - 1] ?? "";
    return isOneOf(tokens, /\p{L}/u.test(before) ? name.from - 1 : name.from - 2, alias);
  };
  return drafts.map((draft) => {
    const persons = draft.persons.filter(
      (person) =>
        person.role !== "other" ||
        !(isOwner(person, draft) || isOfAnother(person, draft) || isAlias(person)),
    );
    return persons.length === draft.persons.length ? draft : changeDraft(draft, { persons });
  });
}

/** Not "whom he did not kill". */
function isTold({ modality }: Draft): boolean {
  return modality !== "negated" && modality !== "hypothetical";
}

function isConcerned({ role }: DraftPerson): boolean {
  return CONCERNED.has(role);
}
