/**
 * In: a name without a verb of its own behind a claim about one named before ("and Vahid Gorgij in Yazd", "as was Vahid
 * Gorgij"). Out: its draft, in the shape of that claim.
 * Never: goes on over another name, a doer ("by"), another verb or the owner of something ("as was his brother's house").
 */
import { type Draft, type DraftPerson, changeDraft } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { UNREAL } from "./ellipsisTopic.ts";
import { spanOf } from "./ellipsisWords.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPersonItem, isPlaceItem, timeIn } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import { countOf } from "./quantityOf.ts";
import { holdsOneOf } from "./wordSets.ts";

/** A sentence in which somebody was told of, and more are named behind: only there a name can go on. */
export function mayGoOn(sentence: Plain, memory: Memory): boolean {
  return memory
    .of(sentence.index)
    .some(
      (draft) =>
        VICTIM_ROLE[draft.kind] !== undefined &&
        draft.persons.length > 0 &&
        sentence.items.some((item) => item.from > draft.anchor && isPersonItem(item)),
    );
}

/** The draft of the name (or names) at the row's part `n`, or null. */
export function namedDraft(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const [from, to] = match.parts["n"] ?? [at, at + 1];
  const named = items.slice(from, to).filter(isPersonItem);
  const topic = topicBefore(items, at, match.from, sentence, memory, context);
  const [first] = named;
  const role = topic === null ? undefined : VICTIM_ROLE[topic.kind];
  if (topic === null || role === undefined || first === undefined) return null;
  if (named.some(({ name }) => name.isTitleOfficial)) return null;
  // "and his |killer| C in D": it befell somebody else.
  const lead = items[match.from]?.from ?? first.from;
  if (holdsOneOf(context.tokens, lead, first.to, context.pack.wordsIn("THEIRKILLERW"))) return null;
  // "…, and C on Friday, the agency wrongly reported".
  const wrongly = context.pack.wordsIn("WRONGLYW");
  const isWrong = items.some(({ from: word }) => wrongly.has(context.tokens.form[word] ?? ""));
  if (row.listed === true && isWrong) return null;
  if (row.listed === true && !endsJoined(items, match.to, context)) return null;
  if (named.some(({ name }) => isTold(name, memory.of(sentence.index)))) return null;
  const end = match.parts["p"]?.[1] ?? to;
  const joints = context.classes.of("COMMA", "SEMI", "CONJ");
  const start = items.slice(match.from, from).find((item) => !has(item, joints)) ?? first;
  const own = items.slice(to, end);
  const persons: DraftPerson[] = named.map(({ name }) => ({ name, role }));
  const places = own.filter(isPlaceItem).map(({ name }) => name);
  const time = own.flatMap((item) => timeIn(item, context) ?? [])[0] ?? null;
  return changeDraft(topic, {
    range: [start.from, itemOf(items, end - 1)?.to ?? first.to],
    anchor: first.from,
    quantity: countOf(named.length, first, context.tokens, null),
    persons,
    places: places.length > 0 ? places : topic.places,
    period: time ?? topic.period,
    speeches: speechesOver(first.from, context.speeches),
    subsetOf: null,
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  });
}

/** The claim about one named, right before, with nobody and no other verb between. */
function topicBefore(
  items: readonly Item[],
  at: number,
  opens: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const before = (items[at] as Item).from;
  const topic = memory
    .of(sentence.index)
    .filter((draft) => draft.anchor < before)
    .reduce<Draft | null>(
      (last, one) => (last === null || one.anchor > last.anchor ? one : last),
      null,
    );
  if (topic === null || UNREAL.has(topic.modality) || topic.persons.length === 0) return null;
  const role = VICTIM_ROLE[topic.kind];
  if (role === undefined || topic.persons.some((person) => person.role !== role)) return null;
  const concerned = new Set(topic.persons.map(({ name }) => name.from));
  const firstName = Math.min(...concerned);
  const { classes } = context;
  const plain = classes.of("PREP", "OF", "DET", "COMMA", "ADV", "POSS", "AGE", "TODEATH", "T.part");
  const isOpen = items.every((item, index) => {
    if (index >= opens || item.to <= topic.range[0]) return true;
    if (isPersonItem(item)) return concerned.has(item.from);
    if (item.from <= topic.anchor) return !has(item, classes.relative);
    // "was held with help from neighbours and Gorgij in Yazd": the name is joined to the neighbours.
    if (has(item, classes.of("BY", "REL", "SUBORD"))) return false;
    // "arrested |office manager| A on Sunday".
    if (item.to <= firstName) return true;
    return isPlaceItem(item) || timeIn(item, context) !== null || has(item, plain);
  });
  return isOpen ? topic : null;
}

/** ", B on Tuesday |and C on Friday|.": what follows is more names, the last joined by "and", and no verb. */
function endsJoined(items: readonly Item[], from: number, { classes }: EllipsisContext): boolean {
  let isJoined = false;
  let hasLast = false;
  for (const item of items.slice(from)) {
    const { set } = item;
    if (classes.stop[set] === 1) return hasLast;
    if (classes.comma[set] === 1 && hasLast) return true;
    if (classes.aux[set] === 1 || classes.cue[set] === 1 || classes.relative[set] === 1)
      return false;
    if (isPersonItem(item)) hasLast = isJoined;
    else if (hasLast && !isPlaceItem(item) && item.period === null) {
      if (classes.preposition[set] !== 1 && classes.determiner[set] !== 1) return false;
    }
    isJoined ||= classes.and[set] === 1;
  }
  return hasLast;
}

function isTold(name: DraftPerson["name"], drafts: readonly Draft[]): boolean {
  return drafts.some(({ persons }) =>
    persons.some((person) => person.name.from === name.from && person.role !== "other"),
  );
}
