/**
 * In: a lead that tells of one person without a name ("A man was executed"), and how the next sentence goes on about somebody. Out: whether
 * that is the one of the lead.
 * Never: takes somebody of whom anything is told that the one of the lead cannot have done ("was freed", "is on trial"), or one of two.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { Introduction } from "./introductions.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Told = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly drafts: ReadonlyMap<number, readonly Draft[]>;
  readonly kindsByName: ReadonlyMap<string, ReadonlySet<ClaimKind>>;
  readonly sexes: ReadonlyMap<string, "female" | "male">;
};

/** Whom a lead can leave without a name until the next sentence. */
const LED: ReadonlySet<ClaimKind> = new Set(["execution", "death-sentence"]);

/** What can be told of somebody who was put to death, and of the one whose case it is. */
const OF_THE_CASE: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "arrest",
  "torture",
  "enforced-disappearance",
]);

const PAST: ReadonlySet<Modality> = new Set(["happened", "alleged"]);

/** The sentence behind the lead goes on about the one whom the draft tells of. */
export function isLedTo(introduction: Introduction, draft: Draft, told: Told): boolean {
  const { tried, sentence, persons } = introduction;
  const [person] = persons;
  if (tried === null || tried.isOpen || person === undefined || person.isTitleOfficial)
    return false;
  if (draft.modality !== "happened" || draft.quantity?.max !== 1) return false;
  if (sentence !== draft.sentence + 1 || !isBroughtIn(draft, told)) return false;
  if (tellsOfAnother(draft, told) || !isForThat(tried.charge, draft, told)) return false;
  const { drafts, kindsByName } = told;
  const beside = drafts.get(draft.sentence) ?? [];
  if (!beside.some(({ kind }) => LED.has(kind)) || !beside.every((other) => isOfOne(other, draft)))
    return false;
  const next = drafts.get(sentence) ?? [];
  return (
    next.every(isPastCase) &&
    [...(kindsByName.get(person.name) ?? [])].every((kind) => OF_THE_CASE.has(kind)) &&
    !isOfOtherSex(person.name, draft, told)
  );
}

/** Nothing that goes on, and no term in prison: whoever is told to serve it lives. */
function isPastCase({ modality, kind, persons }: Draft): boolean {
  if (VICTIM_ROLE[kind] === undefined) return true;
  const isTerm = kind === "arrest" && persons.some(({ role }) => role === "convicted");
  return PAST.has(modality) && !isTerm;
}

/** One person, without a name, whose case it is; or whom that person killed. */
function isOfOne({ kind, modality, quantity, persons }: Draft, draft: Draft): boolean {
  if (VICTIM_ROLE[kind] === undefined || modality === "alleged") return true;
  if (!OF_THE_CASE.has(kind) || persons.some(({ role }) => role === VICTIM_ROLE[kind]))
    return false;
  return quantity === null || quantity.span.start === draft.quantity?.span.start;
}

/** "a man", "an Afghan prisoner": told of for the first time. */
function isBroughtIn({ range: [from, to], quantity }: Draft, { tokens, pack }: Told): boolean {
  const noun = quantity?.unit?.toLowerCase().split(/\s+/).at(-1);
  if (noun === undefined || pack.wordsIn("UNIFORMED").has(noun)) return false;
  const at = tokens.form.indexOf(noun, from);
  if (at < from || at >= to) return false;
  const indefinite = pack.wordsIn("INDEF");
  const further = pack.wordsIn("FURTHER");
  const before = tokens.form.slice(Math.max(from, at - BEFORE_NOUN), at);
  return before.some((form) => indefinite.has(form)) && !before.some((form) => further.has(form));
}

/** Words from the article to the noun ("a 34 - year - old Kurdish man"). */
const BEFORE_NOUN = 8;

/** "executed a man on Monday and another on Tuesday": nobody knows which of them is named. */
function tellsOfAnother({ range: [from, to] }: Draft, { tokens, pack }: Told): boolean {
  const further = pack.wordsIn("FURTHER");
  for (let at = from; tokens.form[at] !== "." && at < to + BEHIND_LEAD; at++)
    if (isOneOf(tokens, at, further)) return true;
  return false;
}

/** Words from what is told to the end of its sentence. */
const BEHIND_LEAD = 40;

/** The lead names the same charge by the same word. */
function isForThat(charge: string | null, { range: [from, to] }: Draft, { tokens }: Told): boolean {
  if (charge === null) return true;
  for (let at = from; at < to + BEHIND_LEAD && tokens.form[at] !== "."; at++)
    if (tokens.form[at] === charge) return true;
  return false;
}

function isOfOtherSex(name: string, { quantity }: Draft, { sexes, pack }: Told): boolean {
  const sex = sexes.get(name);
  if (sex === undefined) return false;
  const opposite = pack.wordsIn(sex === "female" ? "SEX.male" : "SEX.female");
  const unit = quantity?.unit?.toLowerCase().split(/\s+/) ?? [];
  return unit.some((word) => opposite.has(word));
}
