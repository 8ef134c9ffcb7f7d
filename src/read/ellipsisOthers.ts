/**
 * In: a number that goes on with a figure told before, where verbs stand last. Out: whether others stand between them whom it may
 * mean as well.
 * Never: says whom it means.
 */
import type { Draft } from "./draft.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";

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
      if (!definite.has(tokens.form[from] ?? "")) return true;
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
