/**
 * In: a number that goes on with a figure told before. Out: whether others stand between them whom it may
 * mean as well.
 * Never: says whom it means.
 */
import type { Draft } from "./draft.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { Item } from "./items.ts";
import { has } from "./listContext.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** "Ten were hanged. Fifty took part in the ceremony. Of them, eight were women": those counted last, of whom nothing is told. */
export function countsOthers(
  least: number,
  topic: Draft,
  sentence: Plain,
  memory: Memory,
  { readings, classes, tokens }: EllipsisContext,
): boolean {
  for (let index = topic.sentence + 1; index < sentence.index; index++)
    for (const { group, quantity, set, from } of readings[index]?.items ?? []) {
      const read = group?.quantity ?? quantity;
      if (read?.measure !== "count" || classes.time[set] === 1) continue;
      if ((read.max ?? Infinity) < least || memory.isTaken(tokens.start[from] ?? -1)) continue;
      return true;
    }
  return false;
}

/** "280 were hanged. Lawyers protested. Twelve of them were women": people without a number stand nearer. */
export function tellsOfOthers(
  at: number,
  topic: Draft,
  sentence: Plain,
  { readings, tokens, pack }: EllipsisContext,
): boolean {
  const definite = pack.wordsIn("DEF");
  const to = sentence.items[at]?.from ?? 0;
  for (let index = topic.sentence; index <= sentence.index; index++)
    for (const { group, from } of readings[index]?.items ?? []) {
      if (group === null || from < topic.range[1] || from >= to) continue;
      if (group.type === "pronoun" || group.type === "institution") continue;
      if (!isOneOf(tokens, from, definite)) return true;
    }
  return false;
}

/** "280 were hanged and 400 arrested. This figure was …": which of the two is open. */
export function isOneOfTwo(topic: Draft, memory: Memory): boolean {
  return memory
    .of(topic.sentence)
    .some(
      ({ kind, quantity, subsetOf }) =>
        kind !== topic.kind && subsetOf === null && quantity?.measure === "count",
    );
}

/** "Eleven were hanged and 3 |were moved| to the ward": joined to what was done to those before, another deed is done to others. */
export function isDoneElse(
  at: number,
  topic: Draft,
  { index, items }: Plain,
  { classes, pack, tokens }: EllipsisContext,
): boolean {
  if (pack.isVerbFinal) return false;
  if (isElsewhere(items, at, { classes, pack, tokens })) return true;
  const joint = items[skipLeft(items, at - 1, classes.adverb)];
  const joints = [classes.and, classes.comma, classes.stop];
  if (topic.sentence !== index || !joints.some((members) => has(joint, members))) return false;
  let verb = at + 1;
  while (has(items[verb], classes.adverb) || has(items[verb], classes.aux)) verb++;
  const deed = items[verb];
  if (deed === undefined || verb === at + 1) return false;
  const form = tokens.form[deed.from] ?? "";
  if (pack.wordsIn("SAIDOFDEADW").has(form)) return false;
  const done = classes.of("T.part", "SENTENCE", "ED", "MOVEDV", "GIVENV", "RETURNV");
  return has(deed, done) || pack.wordsIn("LEDW").has(form);
}

/** "three are |missing|", "three were |in hospital|": they live, as far as is known. */
function isElsewhere(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens }: Pick<EllipsisContext, "classes" | "pack" | "tokens">,
): boolean {
  let verb = at + 1;
  while (has(items[verb], classes.adverb) || has(items[verb], classes.aux)) verb++;
  if (verb === at + 1) return false;
  const off = pack.wordsIn("OFFITW");
  const from = items[verb]?.from ?? 0;
  return holdsOneOf(tokens, from, from + ELSEWHERE_REACH, off);
}

/** Tokens from the verb to where they are ("on death row"). */
const ELSEWHERE_REACH = 3;
