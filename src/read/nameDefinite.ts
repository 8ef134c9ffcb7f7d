/**
 * In: drafts of a document. Out: the same, where "the execution" and "the death sentence" are of those of whom the sentence before
 * tells an execution or such a sentence: "A and B were hanged on Monday. The execution took place at dawn."
 * Never: chooses among several; names anybody where the words say whose it was ("the execution of two others") or that it was another
 * ("the second execution", on another day, in another place).
 */
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, type DraftPerson, changeDraft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { CONCERNED } from "./nameVictims.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";

/** What must have been told before of those whom the noun means. */
const BEFORE: Readonly<Partial<Record<ClaimKind, ReadonlySet<ClaimKind>>>> = {
  execution: new Set<ClaimKind>(["execution"]),
  "death-sentence": new Set<ClaimKind>(["execution", "death-sentence", "imminent-execution"]),
};
/** So many sentences back. */
const REACH = 2;
/** Tokens of the noun, and between it and who owns it ("the death sentence of"). */
const WIDTH = 3;

/** Gives "the execution" those of whom it was told right before. */
export function nameDefinite(
  drafts: readonly Draft[],
  words: Pick<DraftContext, "tokens" | "pack" | "names" | "readings">,
): readonly Draft[] {
  if (words.pack.isVerbFinal) return drafts;
  return drafts.map((draft) => {
    const role = VICTIM_ROLE[draft.kind];
    if (role === undefined || !isDefinite(draft, words)) return draft;
    const names = namesBefore(draft, drafts, words);
    const persons = names.map(({ name }) => ({ name, role }));
    return persons.length === 0
      ? draft
      : changeDraft(draft, { persons: [...persons, ...draft.persons] });
  });
}

/** "The execution", "the death sentence", of nobody who is said. */
function isDefinite(
  { kind, modality, quantity, persons, anchor, range, subsetOf }: Draft,
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): boolean {
  if (BEFORE[kind] === undefined || modality !== "happened" || subsetOf !== null) return false;
  if (quantity !== null || persons.some(({ role }) => CONCERNED.has(role))) return false;
  const owners = pack.wordsIn("OWNERPREP");
  const forms = tokens.form.slice(Math.max(0, Math.min(range[0], anchor - 2)), anchor + 1 + WIDTH);
  const at = forms.findIndex((form) => pack.wordsIn("DEF").has(form));
  // Not "the second execution", "the public execution".
  const isPlain = at >= 0 && at <= REACH && pack.wordsIn("DEEDNOUNW").has(forms[at + 1] ?? "");
  return isPlain && !forms.some((form) => owners.has(form));
}

/** Those of whom the last sentence with such an event tells, where it tells of them alone and nobody stands between. */
function namesBefore(
  draft: Draft,
  drafts: readonly Draft[],
  { names, readings }: Pick<DraftContext, "names" | "readings">,
): readonly DraftPerson[] {
  const kinds = BEFORE[draft.kind];
  let passed: Draft | null = null;
  for (let back = 1; back <= REACH; back++) {
    const told = drafts
      .filter(({ sentence }) => sentence === draft.sentence - back)
      .filter(
        ({ kind, persons }) => VICTIM_ROLE[kind] !== undefined && concerned(persons).length > 0,
      );
    if (told.length === 0) continue;
    const [first] = told;
    if (first === undefined || !told.every((one) => isOf(one, first))) return [];
    if (passed !== null && !isOf(passed, first)) return [];
    if (!told.some(({ kind }) => kinds?.has(kind) === true)) {
      // "A was hanged. The court had upheld his sentence. The execution …".
      if (!told.every(({ kind }) => kind === "death-sentence")) return [];
      passed = first;
      continue;
    }
    if (told.some((one) => one.kind === draft.kind && isElsewhere(draft, one))) return [];
    const meant = concerned(first.persons);
    // "A was sentenced to death and B to ten years": of either.
    const at = readings[draft.sentence - back]?.sentence;
    const isOther = names.some(
      ({ from, to, type, name, isTitleOfficial }) =>
        type === "person" &&
        isTitleOfficial !== true &&
        from >= (at?.from ?? 0) &&
        to <= (at?.to ?? 0) &&
        !meant.some((person) => person.name.name === name),
    );
    return isOther ? [] : meant;
  }
  return [];
}

/** At another time, or in a place that was not told of it: another one's. */
function isElsewhere({ period, places, anchor }: Draft, told: Draft): boolean {
  if (period !== null && told.period !== null && !isSamePeriod(period, told.period)) return true;
  const own = new Set(told.places.map(({ name }) => name));
  const isOther = places.some(({ name }) => !own.has(name));
  // "The execution |in Qom|": which one, not where it was.
  const isRestrictive = places.some(({ from }) => from > anchor && from <= anchor + WIDTH);
  return isOther && (own.size > 0 || isRestrictive);
}

function isSamePeriod(one: PeriodMatch, other: PeriodMatch): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** Of the same people, and told as so. */
function isOf(one: Draft, first: Draft): boolean {
  const names = new Set(concerned(first.persons).map(({ name }) => name.name));
  const own = concerned(one.persons);
  return (
    one.modality !== "negated" &&
    one.modality !== "hypothetical" &&
    own.length === names.size &&
    own.every(({ name }) => names.has(name.name))
  );
}

function concerned(persons: readonly DraftPerson[]): readonly DraftPerson[] {
  return persons.filter(({ role }) => CONCERNED.has(role));
}
