/**
 * In: drafts of a report, where verbs stand last. Out: the same, where "the execution of this prisoner has not been reported" is said of
 * somebody whom the report elsewhere only knows in danger: nobody has heard whether he lives.
 * Never: doubts a death that the report tells in a sentence of its own ("was hanged. His execution has not been announced by officials").
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";
import { isPairOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Where drafts stand that tell of an execution nobody has reported, of people who are in danger of one. */
export function untoldOf(
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  words: Words,
): ReadonlySet<number> {
  const untold = drafts.filter((draft) => isUntold(draft, sentences, words));
  return new Set(
    untold.filter((draft) => isOnlyInDanger(draft, untold, drafts)).map(({ anchor }) => anchor),
  );
}

/** Marks the executions that stand there as unclear. */
export function doubtUntold(
  drafts: readonly Draft[],
  anchors: ReadonlySet<number>,
): readonly Draft[] {
  return drafts.map((draft) =>
    draft.kind === "execution" && anchors.has(draft.anchor)
      ? changeDraft(draft, {
          modality: "unclear",
          tier: "shown",
          persons: draft.persons.map((person) => ({ ...person, role: "other" })),
        })
      : draft,
  );
}

/** "has not been announced" stands behind the execution in its sentence. */
function isUntold(
  { kind, modality, anchor, sentence }: Draft,
  sentences: readonly Sentence[],
  { tokens, pack }: Words,
): boolean {
  if (kind !== "execution" || modality !== "happened") return false;
  const phrases = pack.wordsIn("UNTOLDW");
  const end = sentences[sentence]?.to ?? 0;
  for (let at = anchor + 1; at < end - 1; at++) if (isPairOf(tokens, at, phrases)) return true;
  return false;
}

/** The report tells before that they are to be hanged, and nowhere that they were. */
function isOnlyInDanger(draft: Draft, untold: readonly Draft[], all: readonly Draft[]): boolean {
  const earlier = all.filter(
    (other) => !untold.includes(other) && other.sentence <= draft.sentence,
  );
  const names = new Set(draft.persons.map(({ name }) => name.name));
  const isOfThem = ({ persons }: Draft): boolean =>
    names.size === 0 || persons.length === 0 || persons.some(({ name }) => names.has(name.name));
  const danger = earlier.findLast(
    (other) => other.kind === "imminent-execution" && isOfThem(other),
  );
  const isDead = earlier.some(
    (other) =>
      other.kind === "execution" &&
      other.modality === "happened" &&
      (isDeadOf(other, names) || isDeadSince(other, danger)),
  );
  return danger !== undefined && !isDead;
}

/** "He was moved to a cell. He was hanged at dawn.": nobody is named, and it follows. */
function isDeadSince({ persons, sentence }: Draft, danger: Draft | undefined): boolean {
  return danger !== undefined && persons.length === 0 && sentence > danger.sentence;
}

/** A death told of the same names, in its own words where it is a headline, or of somebody who may be one of them. */
function isDeadOf({ persons, sentence, range }: Draft, names: ReadonlySet<string>): boolean {
  if (persons.length === 0) return names.size === 0;
  return persons.some(
    ({ name }) =>
      names.size === 0 ||
      (names.has(name.name) && (sentence > 0 || (name.from >= range[0] && name.to <= range[1]))),
  );
}
