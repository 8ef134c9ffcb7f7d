/**
 * In: somebody who "met the same fate" as those told of right before. Out: the draft of it, in the kind of what befell those.
 * Never: takes up what did not happen, or one of several things told of them; gives the time or place of the first to the second.
 */
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { spanOf } from "./ellipsisWords.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPersonItem, isPlaceItem, timeIn } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import { countOf, toQuantity } from "./quantityOf.ts";

/** The draft of the names (part `n`) or the number (part `q`) that met a fate told before, or null. */
export function fateDraft(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const first = items[at] as Item;
  if (isOfOther(itemOf(items, at - 1), context)) return null;
  const topic = fateBefore(first.from, sentence, memory);
  const role = topic === null ? undefined : VICTIM_ROLE[topic.kind];
  if (topic === null || role === undefined) return null;
  const [from, to] = match.parts["n"] ?? [at, at];
  const persons: DraftPerson[] = items
    .slice(from, to)
    .filter(isPersonItem)
    .map(({ name }) => ({ name, role }));
  if (persons.some(({ name }) => name.isTitleOfficial)) return null;
  const read = first.quantity;
  const quantity =
    persons.length > 0
      ? countOf(persons.length, first, context.tokens, null)
      : read?.measure === "count"
        ? toQuantity(read, context.tokens, null, null)
        : null;
  if (quantity === null) return null;
  const own = items.filter(
    (item) => item.from >= topic.range[1] || topic.sentence < sentence.index,
  );
  const period = own.flatMap((item) => timeIn(item, context) ?? [])[0] ?? null;
  const last = itemOf(items, match.to - 1) ?? first;
  return changeDraft(topic, {
    sentence: sentence.index,
    range: [first.from, last.to],
    anchor: first.from,
    quantity,
    persons,
    places: items
      .slice(match.to)
      .filter(isPlaceItem)
      .map(({ name }) => name),
    period,
    hedge: null,
    stage: null,
    speeches: speechesOver(first.from, context.speeches),
    subsetOf: null,
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  });
}

/** "the brother |of| A", "A|'s| B": it befell somebody else. */
function isOfOther(before: Item | undefined, { classes }: EllipsisContext): boolean {
  return before !== undefined && has(before, classes.of("OF", "PREP", "POSS", "NEG", "OP.neg"));
}

/** What befell those told of before it in the sentence, else in the one before: the one kind of thing that befell anybody there. */
function fateBefore(token: number, { index }: Plain, memory: Memory): Draft | null {
  for (const back of [index, index - 1]) {
    const told = memory.of(back).filter(({ kind, anchor }) => {
      return VICTIM_ROLE[kind] !== undefined && anchor < token;
    });
    if (told.length === 0) continue;
    const [only] = told;
    const isOne = told.every(
      ({ kind, modality }) => kind === only?.kind && modality === "happened",
    );
    return isOne ? (told.at(-1) ?? null) : null;
  }
  return null;
}
