/**
 * In: names behind "Among them was" that opens a sentence. Out: their draft, as a part of those counted in the sentence before.
 * Never: takes a part of several things told there, or of fewer people than are named; names whom the sentence tells free or spared,
 * or who bear an office; anybody where other people stand behind those counted.
 */
import type { ClaimKind } from "../model/claim.ts";
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { tellsOfOthers } from "./ellipsisOthers.ts";
import { spanOf } from "./ellipsisWords.ts";
import { isPluralHead } from "./itemReference.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPersonItem } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import { countOf } from "./quantityOf.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** A sentence that opens with such words and names somebody. */
export function opensAmong({ items }: Plain, { classes }: EllipsisContext): boolean {
  const [first] = items;
  return first !== undefined && classes.including[first.set] === 1 && items.some(isPersonItem);
}

/** The draft of the names at the row's part `n`, or null. */
export function amongDraft(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const first = items[at] as Item;
  const [from, to] = match.parts["n"] ?? [at, at + 1];
  const named = items.slice(from, to).filter(isPersonItem);
  const topic = countedBefore(sentence, named.length, memory);
  const role = topic === null ? undefined : VICTIM_ROLE[topic.kind];
  if (topic === null || role === undefined) return null;
  // "Five were shot while hundreds watched. Among them was A".
  if (tellsOfOthers(at, topic, sentence, context)) return null;
  if (countsOthers(topic, memory, context) || namesOthers(topic, memory, context)) return null;
  if (named.some(({ name }) => name.isTitleOfficial)) return null;
  // "Among them was A|'s brother|".
  if (has(itemOf(items, to) ?? first, context.classes.of("POSS"))) return null;
  if (hasRank(items, to, context)) return null;
  const isLiving = memory.of(sentence.index).some(({ kind }) => LIVING.has(kind));
  if (isLiving && DEADLY.has(topic.kind)) return null;
  const persons: DraftPerson[] = named.map(({ name }) => ({ name, role }));
  const last = itemOf(items, to - 1) ?? first;
  return changeDraft(topic, {
    sentence: sentence.index,
    range: [items[match.from]?.from ?? first.from, last.to],
    anchor: first.from,
    quantity: countOf(named.length, first, context.tokens, null),
    persons,
    hedge: null,
    stage: null,
    speeches: speechesOver(first.from, context.speeches),
    subsetOf: topic,
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  });
}

/** Whom the sentence before counts, more than are named; null where it tells of several things. */
function countedBefore({ index }: Plain, names: number, memory: Memory): Draft | null {
  const told = memory
    .of(index - 1)
    .filter(
      ({ kind, rows }) => VICTIM_ROLE[kind] !== undefined && rows[0]?.startsWith("own.") !== true,
    );
  const [only] = told;
  const whole = told.filter(({ subsetOf }) => subsetOf === null);
  if (only === undefined || whole.length !== 1) return null;
  if (told.some(({ kind, modality }) => kind !== only.kind || modality !== "happened")) return null;
  const [topic] = whole;
  const least = topic?.quantity?.min ?? topic?.quantity?.max ?? 0;
  return topic !== undefined && topic.persons.length === 0 && least > names ? topic : null;
}

/** "…, while |hundreds| watched": a number behind those counted that no comparison takes up. */
function countsOthers(topic: Draft, memory: Memory, { readings }: EllipsisContext): boolean {
  const told = memory.of(topic.sentence);
  return (readings[topic.sentence]?.items ?? []).some(
    ({ quantity, from }) =>
      quantity?.measure === "count" &&
      from >= topic.range[1] &&
      !told.some(({ range: [start, end] }) => start <= from && from < end),
  );
}

/** "…, on the orders of |commanders|", "before a |crowd|": other people than those counted, behind them. */
function namesOthers(topic: Draft, memory: Memory, context: EllipsisContext): boolean {
  const { pack, readings, tokens } = context;
  const counted = topic.quantity?.span.start ?? -1;
  const told = memory.of(topic.sentence);
  const people = ["HUMAN", "INST", "AGENTISH"].map((name) => pack.wordsIn(name));
  const parties = pack.wordsIn("OTHERPARTYW");
  const masses = pack.wordsIn("MASSBODYW");
  return (readings[topic.sentence]?.items ?? []).some(({ from, to }) => {
    if ((tokens.start[from] ?? 0) <= counted) return false;
    // ", two women among them".
    if (told.some((one) => one.subsetOf === topic && one.range[0] <= from && from < one.range[1]))
      return false;
    for (let token = from; token < to; token++) {
      if (isOneOf(tokens, token, parties)) return true;
      const isPeople = people.some((words) => isOneOf(tokens, token, words));
      const form = tokens.form[token] ?? "";
      if (isPeople && isPluralHead(form, context) && !masses.has(form)) return true;
    }
    return false;
  });
}

/** "A, |a commander|", "A, |the governor of| B": who has such an office may as well have been beside them. */
function hasRank(items: readonly Item[], to: number, context: EllipsisContext): boolean {
  const { classes, pack, tokens } = context;
  const ranks = pack.wordsIn("AUTHORITYRANKW");
  let at = to;
  while (at < items.length && has(items[at], classes.comma)) at++;
  for (; at < Math.min(items.length, to + RANK_REACH); at++) {
    const item = items[at] as Item;
    if (has(item, classes.comma) || has(item, classes.stop)) return false;
    if (holdsOneOf(tokens, item.from, item.to, ranks)) return true;
  }
  return false;
}

/** Items behind a name that say who bears it. */
const RANK_REACH = 6;

/** What is told of the living. */
const LIVING: ReadonlySet<ClaimKind> = new Set([
  "release",
  "clemency",
  "stay",
  "imminent-execution",
]);

const DEADLY: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);
