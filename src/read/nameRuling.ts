/**
 * In: drafts of a report in a language where verbs stand last. Out: the same, where "his sentence", "their sentence" and "the sentence
 * that was given" are of those of whom alone a death sentence or execution was told right before: "A and B were sentenced to death.
 * Their sentence was upheld in June."
 * Never: chooses among several; tells an execution of anybody; names anybody where the words say whose it was ("his brother's
 * sentence") or where somebody else was named or counted since.
 */
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, type DraftPerson, changeDraft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { isForm } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { CONCERNED } from "./nameVictims.ts";
import { holdsOneOf } from "./wordSets.ts";

/** What must have been told before of those whose sentence it is. */
const BEFORE: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
]);
/** Of whom these are told, no sentence is upheld. */
const KILLED: ReadonlySet<ClaimKind> = new Set(["killing", "death-in-custody"]);
/** The sentence before, or its own: what stands between may tell of another ruling. */
const REACH = 1;

type Words = Pick<DraftContext, "tokens" | "pack" | "names" | "readings" | "classes">;

/** Gives a sentence that was upheld those of whom it was told right before. */
export function nameRuling(drafts: readonly Draft[], words: DraftContext): readonly Draft[] {
  const { pack } = words;
  if (!pack.isVerbFinal) return drafts;
  return drafts.map((draft) => {
    const role = VICTIM_ROLE[draft.kind];
    if (role === undefined || !isOpen(draft, words)) return draft;
    const meant = sentencedBefore(draft, drafts, words);
    if (meant.length === 0 || !agrees(draft, meant.length, words)) return draft;
    const persons = meant.map(({ name }) => ({ name, role }));
    return changeDraft(draft, {
      persons: [...persons, ...draft.persons],
      notes: [...draft.notes, { code: "person-from-pronoun", level: "doubt", span: null }],
    });
  });
}

/** A sentence, by a row that does not say whose, and in words that name and count nobody. */
function isOpen(draft: Draft, words: Words): boolean {
  const { kind, rows, modality, quantity, persons, subsetOf } = draft;
  const { pack, tokens } = words;
  if (kind !== "death-sentence" || !pack.bareSentenceRows.has(rows[0] ?? "")) return false;
  if (modality !== "happened" || quantity !== null || subsetOf !== null) return false;
  if (persons.some(({ role }) => CONCERNED.has(role))) return false;
  const further = pack.wordsIn("FURTHER");
  const [from, to] = draft.range;
  if (holdsOneOf(tokens, from, to, further)) return false;
  const items = itemsOf(draft, words);
  return items.every(
    ({ group }) => group === null || group.type === "pronoun" || group.type === "institution",
  );
}

/** "His sentence" is one person's, "their sentence" several people's; a noun behind it says whose. */
function agrees(draft: Draft, count: number, words: DraftContext): boolean {
  const { pack, tokens } = words;
  const ruling = pack.wordsIn("RULINGW");
  const items = itemsOf(draft, words);
  const at = items.findIndex(({ from, to }) => holdsOneOf(tokens, from, to, ruling));
  const next = items[at + 1];
  if (at < 0 || next === undefined) return false;
  if (next.group?.type === "pronoun")
    return isForm(next, "PRONSG", words) ? count === 1 : isForm(next, "REFPL", words) && count > 1;
  if (holdsOneOf(tokens, next.from, next.to, pack.wordsIn("RULINGADJW"))) return true;
  // "The ruling |of acquittal| was upheld": any other noun says which ruling it is.
  return next.from === draft.anchor || words.classes.of(...BEHIND_RULING)[next.set] === 1;
}

/** What stands behind "the ruling" and says nothing of which it is. */
const BEHIND_RULING = ["PREP", "BY", "TO", "TIME", "ADV", "OBJECT", "PLACE", "COMMA"];

function itemsOf({ sentence, range }: Draft, { readings }: Words): readonly Item[] {
  return (readings[sentence]?.items ?? []).filter(
    ({ from, to }) => from >= range[0] && to <= range[1],
  );
}

/** Those of whom alone the last sentences tell a sentence or an execution, where nobody else is named or counted since. */
function sentencedBefore(
  draft: Draft,
  drafts: readonly Draft[],
  words: Words,
): readonly DraftPerson[] {
  const near = drafts.filter(
    (one) =>
      one.anchor < draft.anchor &&
      one.sentence >= draft.sentence - REACH &&
      VICTIM_ROLE[one.kind] !== undefined,
  );
  const told = near.filter(
    ({ kind, persons }) => BEFORE.has(kind) && concerned(persons).length > 0,
  );
  const last = told.at(-1);
  if (last === undefined) return [];
  const meant = concerned(last.persons);
  const names = new Set(meant.map(({ name }) => name.name));
  const isOf = (one: Draft): boolean => {
    const own = concerned(one.persons);
    if (own.length === 0) return KILLED.has(one.kind) || !BEFORE.has(one.kind);
    return KILLED.has(one.kind)
      ? own.every(({ name }) => !names.has(name.name))
      : own.length === names.size && own.every(({ name }) => names.has(name.name));
  };
  if (!near.every(isOf)) return [];
  const other = words.pack.wordsIn("RULINGOTHERW");
  if (holdsOneOf(words.tokens, last.anchor, draft.anchor, other)) return [];
  if (last.modality === "negated" || last.modality === "hypothetical") return [];
  const killed = new Set(
    near.flatMap(({ kind, persons }) =>
      KILLED.has(kind) ? concerned(persons).map(({ name }) => name.name) : [],
    ),
  );
  const since = words.readings[last.sentence]?.sentence.from ?? 0;
  const isOther = namesWithin(words.names, [since, draft.range[1]]).some(
    ({ type, name, isTitleOfficial }) =>
      type === "person" && !isTitleOfficial && !names.has(name) && !killed.has(name),
  );
  return isOther || countsOthers(last, draft, names.size, words) ? [] : meant;
}

/** Others are told of by a noun or a number between the two. */
function countsOthers(last: Draft, draft: Draft, count: number, { readings }: Words): boolean {
  return readings
    .slice(last.sentence, draft.sentence + 1)
    .some(({ items }) =>
      items.some(
        ({ group, from, to }) =>
          group !== null &&
          from >= last.range[1] &&
          to <= draft.range[0] &&
          group.type !== "pronoun" &&
          group.type !== "institution" &&
          group.persons.length === 0 &&
          group.quantity?.min !== count,
      ),
    );
}

function concerned(persons: readonly DraftPerson[]): readonly DraftPerson[] {
  return persons.filter(({ role }) => CONCERNED.has(role));
}
