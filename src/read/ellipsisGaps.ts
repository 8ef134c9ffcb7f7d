/**
 * In: a draft and the numbers behind it that have no verb ("31 to murder, two to political charges", "three in Bukan and
 * one in Sanandaj"). Out: a draft each, in the shape of the first.
 * Never: goes on over a verb or a number that is told of already.
 */
import { isToldElse } from "./ellipsisElse.ts";
import { type Draft, changeDraft } from "./draft.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { UNREAL, isTopic, nearest, preferred } from "./ellipsisTopic.ts";
import { clauseStop, spanOf, trimmedEnd, unitBehind } from "./ellipsisWords.ts";
import { type Item, itemOf } from "./items.ts";
import { LISTED, has, isPlaceItem, timeIn } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { countOf, toQuantity } from "./quantityOf.ts";
import type { TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

type Gap = { readonly draft: Draft; readonly at: number };
/** With the claim behind which it stands. */
type Behind = Gap & { readonly topic: Draft };

/** "31 to murder, two to political charges", "129 Turks and 80 Afghans": what goes on in the shape of the claim before. */
export function gapped(
  first: Draft,
  sentence: Plain,
  from: number,
  memory: Memory,
  context: EllipsisContext,
  isTold = false,
): Gap[] {
  if (!isTold && first.subsetOf === null && first.rows[0] !== "own.account") return [];
  const found: Gap[] = [];
  let at = from + 1;
  for (let draft = first; ; ) {
    const next = nextNumber(sentence, at, draft.range[1], context);
    if (next < 0) return found;
    const item = sentence.items[next] as Item;
    if (memory.isTaken(context.tokens.start[item.from] ?? -1)) return found;
    if (item.quantity === null && isApposed(sentence.items, next)) return found;
    const end = trimmedEnd(
      sentence.items,
      clauseStop(sentence.items, next + 1, context),
      next,
      context,
    );
    if (!isVerbless(sentence.items, next + 1, end, context)) return found;
    if (isToldElse(sentence.items, next, draft.kind, context)) return found;
    const range: TokenRange = [item.from, sentence.items[end - 1]?.to ?? item.to];
    draft = changeDraft(first, {
      range,
      anchor: item.from,
      quantity:
        item.quantity === null
          ? countOf(1, item, context.tokens, null)
          : toQuantity(
              item.quantity,
              context.tokens,
              unitBehind(sentence.items, next, context),
              null,
            ),
      places: sentence.items
        .slice(next, end)
        .filter(isPlaceItem)
        .map((one) => one.name),
      rows: ["part.gapped", ...first.rows.slice(0, 1)],
    });
    found.push({ draft, at: next });
    at = next + 1;
  }
}

/** "…, and Vahid Gorgij, a father of four": who somebody is, no further one. */
function isApposed(items: readonly Item[], at: number): boolean {
  return items[at - 2]?.name?.type === "person" && items[at - 1]?.entry === null;
}

/** "Thirty-four of the executions were for drugs, 31 for murder": a verb told the first part, the others have none. */
export function behindParts(sentence: Plain, memory: Memory, context: EllipsisContext): Gap[] {
  const { items } = sentence;
  return memory.of(sentence.index).flatMap((draft) => {
    const start = draft.quantity?.span.start ?? -1;
    const at = items.findIndex(
      (item) => item.quantity !== null && context.tokens.start[item.from] === start,
    );
    const next = items[at + 1];
    const isPartitive =
      at >= 0 &&
      (has(next, context.classes.of_) || has(next, context.classes.including)) &&
      !has(next, context.classes.and);
    if (
      !isPartitive ||
      !LISTED.has(draft.kind) ||
      UNREAL.has(draft.modality) ||
      draft.rows[0]?.startsWith("part") === true
    )
      return [];
    return gapped(
      changeDraft(draft, {
        subsetOf: draft.subsetOf ?? wholeBehind(draft, sentence, at, memory, context),
        persons: [],
        hedge: null,
        notes: [{ code: "topic-continued", level: "info", span: spanOf(draft, context) }],
      }),
      sentence,
      at,
      memory,
      context,
      true,
    );
  });
}

function wholeBehind(
  draft: Draft,
  sentence: Plain,
  at: number,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const before = (sentence.items[at] as Item).from;
  return nearest(
    sentence,
    before,
    (other) => other.kind === draft.kind && other.subsetOf === null && isTopic(other),
    memory,
    context,
  );
}

/** The count that follows right behind the claim before, over a comma, "and" or both; or "a child". */
function nextNumber(sentence: Plain, at: number, behind: number, context: EllipsisContext): number {
  const { items } = sentence;
  const { classes } = context;
  let i = at;
  while (i < items.length && (items[i] as Item).from < behind) i++;
  if (isMarked(items[i], context) === false) i = clauseStop(items, i, context);
  let marks = 0;
  while (
    i < items.length &&
    (has(items[i], classes.comma) ||
      has(items[i], classes.and) ||
      has(items[i], classes.of("SEMI")))
  ) {
    i++;
    marks++;
  }
  const item = items[i];
  if (marks === 0 || item === undefined) return -1;
  if (item.quantity?.measure === "count" && !has(item, classes.of("AGE"))) return i;
  return has(item, classes.of("INDEF")) && has(items[i + 1], classes.of("HUMAN")) ? i : -1;
}

function isMarked(item: Item | undefined, context: EllipsisContext): boolean {
  return (
    item === undefined ||
    has(item, context.classes.comma) ||
    has(item, context.classes.and) ||
    has(item, context.classes.of("SEMI"))
  );
}

/** A gap has words but no verb: "to murder", "Turks", "in Khuzestan", "citizens of Afghanistan". */
function isVerbless(
  items: readonly Item[],
  from: number,
  to: number,
  context: EllipsisContext,
): boolean {
  const { classes } = context;
  if (from >= to) return false;
  const first = items[from];
  const fits =
    has(first, classes.preposition) ||
    has(first, classes.of("HUMAN", "CAP", "ADJ", "NAME", "PLACE", "TO", "T.part", "TIME")) ||
    first?.name != null;
  return (
    fits &&
    !items
      .slice(from, to)
      .some(
        (item) =>
          has(item, classes.aux) ||
          has(item, classes.cue) ||
          has(item, classes.of("CUE.say", "T.pres", "MONEY")),
      )
  );
}

/** "Two were killed in Saqqez, three in Bukan and one in Sanandaj", "31 in Tehran, in Khuzestan 14". */
export function behindEvents(
  sentence: Plain,
  done: ReadonlySet<number>,
  memory: Memory,
  context: EllipsisContext,
): Gap[] {
  const { items } = sentence;
  const { classes, tokens } = context;
  const found: Behind[] = [];
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (
      done.has(at) ||
      item.quantity?.measure !== "count" ||
      has(item, classes.of("AGE")) ||
      memory.isTaken(tokens.start[item.from] ?? -1)
    )
      continue;
    const place = placedAt(items, at, context);
    if (place === null) continue;
    const topic = preferred(
      memory
        .of(sentence.index)
        .filter(
          (draft) =>
            draft.anchor < item.from &&
            isPlaced(draft) &&
            LISTED.has(draft.kind) &&
            !UNREAL.has(draft.modality),
        ),
    );
    const [from, to] = place;
    const time = items.slice(from, to).flatMap((one) => timeIn(one, context) ?? [])[0] ?? null;
    const isTimed = !items
      .slice(from, to)
      .some((one) => isPlaceItem(one) || isPlaceNoun(one, context));
    if (topic === null || (isTimed && topic.period === null)) continue;
    if (isJoint(items, at, topic, context)) continue;
    const range: TokenRange = [
      items[from]?.from ?? item.from,
      itemOf(items, to - 1)?.to ?? item.to,
    ];
    found.push({
      at,
      topic,
      draft: changeDraft(topic, {
        range,
        anchor: item.from,
        quantity: toQuantity(item.quantity, tokens, null, null),
        places: items
          .slice(from, to)
          .filter(isPlaceItem)
          .map((one) => one.name),
        period: isTimed ? time : topic.period,
        persons: [],
        hedge: null,
        speeches: speechesOver(item.from, context.speeches),
        rows: ["own.placed", ...topic.rows.slice(0, 1)],
        notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
      }),
    });
  }
  return partsOf(found);
}

/** "The hanging of a woman and two men in the prison of X": both numbers are of the event before the one place. */
function isJoint(
  items: Plain["items"],
  at: number,
  topic: Draft,
  { classes, pack }: EllipsisContext,
): boolean {
  const item = items[at];
  const before = items[at - 1];
  if (!pack.isVerbFinal || item === undefined || before === undefined) return false;
  if (!has(before, classes.and)) return false;
  const isPlacedBefore = topic.places.some(({ from }) => from < item.from);
  return !isPlacedBefore && topic.anchor < item.from && topic.range[1] > item.from;
}

/**
 * "Three were hanged on Sunday, two in Isfahan and one in Yazd": those told with a place each are just as many, so they are
 * parts; what is told behind a claim without a place is nothing else.
 */
function partsOf(found: readonly Behind[]): Gap[] {
  return found.flatMap(({ draft, at, topic }) => {
    const beside = found.filter((other) => other.topic === topic);
    const sum = beside.reduce((total, other) => total + (other.draft.quantity?.min ?? 0), 0);
    const isSplit =
      beside.length > 1 &&
      beside.every((other) => other.draft.places.length > 0) &&
      // "Three were hanged in Karaj, two in Isfahan and one in Yazd" tells of six.
      topic.places.every(({ from }) => beside.some((other) => from >= other.draft.range[0])) &&
      sum === topic.quantity?.min;
    if (isSplit) return [{ draft: changeDraft(draft, { subsetOf: topic }), at }];
    return draft.places.length > 0 && topic.places.length === 0 ? [] : [{ draft, at }];
  });
}

function isPlaced(draft: Draft): boolean {
  return draft.quantity !== null && draft.quantity.measure === "count";
}

/** "three in Bukan", "in Khuzestan 14" between marks: the item range, or null. */
function placedAt(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): readonly [number, number] | null {
  const { classes } = context;
  const opens = (i: number): boolean =>
    has(items[i], classes.comma) || has(items[i], classes.and) || has(items[i], classes.of("SEMI"));
  const begins = (i: number): boolean =>
    opens(i) || has(items[i], classes.colon) || has(items[i], classes.dash);
  const closes = (i: number): boolean =>
    items[i] === undefined || has(items[i], classes.stop) || opens(i);
  // "and three in Derna on Thursday", "… during the protests": circumstances of all of them.
  const goesOn = (i: number): boolean =>
    closes(i) || has(items[i], classes.time) || has(items[i], classes.preposition);
  const further = classes.of("FURTHER");
  // "three others in Bukan", "two more in Bukan".
  const human = has(items[at + 1], classes.of("HUMAN")) || has(items[at + 1], further) ? 1 : 0;
  // "and |another| 12 in Karun", "|a further| 12".
  let lead = at - 1;
  while (lead > 0 && (has(items[lead], further) || has(items[lead], classes.hedge))) lead--;
  if (lead < at - 1 && lead > 0 && has(items[lead], classes.determiner)) lead--;
  if (begins(lead) && has(items[at + human + 1], classes.preposition)) {
    const head = placeNounEnd(items, at + human + 2, context);
    if (head > 0 && (closes(head) || has(items[head], classes.subordinator))) return [at, head];
    // "two in Isfahan's Dastgerd Prison".
    let to = at + human + 2;
    const isOfPlace = (i: number): boolean =>
      isPlaceItem(items[i]) || (i > at + human + 2 && has(items[i], classes.possessive));
    while (to < at + human + PLACE_ITEMS && isOfPlace(to)) to++;
    if (isPlaceItem(items[to - 1]) && goesOn(to)) return [at, to];
  }
  const timed = at + human + 1;
  if (opens(at - 1) && timeIn(items[timed], context) !== null && closes(timed + 1))
    return [at, timed + 1];
  if (
    opens(at - 1) &&
    has(items[timed], classes.adverb) &&
    has(items[timed], classes.preposition) &&
    closes(timed + 1)
  )
    return [at, timed + 1];
  if (!closes(at + 1)) return null;
  if (isPlaceItem(itemOf(items, at - 1)) && opens(at - 2)) return [at - 1, at + 1];
  if (
    isPlaceItem(itemOf(items, at - 1)) &&
    has(itemOf(items, at - 2), classes.preposition) &&
    opens(at - 3)
  )
    return [at - 2, at + 1];
  return null;
}

/** End of "the town of Karun south of the capital", "the border": a noun that can only be a place, with what belongs to it; or -1. */
function placeNounEnd(items: readonly Item[], from: number, context: EllipsisContext): number {
  const { classes, pack } = context;
  if (pack.isVerbFinal) return -1;
  const opens = (item: Item | undefined): boolean =>
    has(item, classes.determiner) || (has(item, classes.adjective) && item?.group == null);
  let at = from;
  while (at < from + PLACE_ITEMS && opens(items[at]) && !isPlaceNoun(items[at], context)) at++;
  const isNamed = at > from && isPlaceItem(items[at]);
  if (!isNamed && !isPlaceNoun(items[at], context)) return -1;
  const isLinked = (i: number): boolean =>
    isPlaceItem(items[i]) ||
    isPlaceNoun(items[i], context) ||
    (has(items[i], classes.preposition) &&
      (isPlaceItem(items[i + 1]) || (opens(items[i + 1]) && isPlaceNoun(items[i + 2], context)))) ||
    (opens(items[i]) && isPlaceNoun(items[i + 1], context));
  at++;
  while (at < items.length && isLinked(at)) at++;
  return at;
}

function isPlaceNoun(item: Item | undefined, { tokens, pack }: EllipsisContext): boolean {
  return (
    item !== undefined &&
    item.to - item.from === 1 &&
    isOneOf(tokens, item.from, pack.wordsIn("PLACEHEADW"))
  );
}

/** Items of "in Isfahan's Dastgerd Prison". */
const PLACE_ITEMS = 6;
