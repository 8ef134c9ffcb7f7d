/**
 * In: a line. Out: claims of its labelled sentences ("Arrests: 39 recorded", "Shot dead: Soran Rashidi, 24, Sardasht").
 * Never: takes a speaker or a headline's country for a label; counts other things than people and cases.
 */
import type { Draft } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import {
  countIn,
  countQuantity,
  has,
  hasVerb,
  isPersonItem,
  isPlaceItem,
  type ListContext,
  sentenceAt,
  timeIn,
} from "./listContext.ts";
import type { TopicRow } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { SETTINGS } from "./listTopics.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import { countOf } from "./quantityOf.ts";
import type { TokenRange } from "./speech.ts";

export type Labelled = { readonly draft: Draft; readonly range: TokenRange };

/** How many items a label has at most. */
const LABEL_ITEMS = 7;

/** The labelled claims of a line; `headPeriod` is the time that the report's title gives it. */
export function draftLabelled(
  line: Line,
  headPeriod: PeriodMatch | null,
  context: ListContext,
): Labelled[] {
  const { classes } = context;
  const found: Labelled[] = [];
  let start = 0;
  // Few lines have a colon.
  const last = line.items.findLastIndex((item) => has(item, classes.colon));
  for (let at = 0; at <= last; at++) {
    const item = line.items[at] as Item;
    if (has(item, classes.dot) || isLabelEnd(line.items, at, context)) start = at + 1;
    if (!has(item, classes.colon) || at === start || at - start > LABEL_ITEMS) continue;
    const topic = topicOfLabel(line.items.slice(start, at), context);
    const one =
      topic === null ? null : draftBehind(line, start, at + 1, topic, headPeriod, context);
    if (one !== null) found.push(one);
  }
  return found;
}

/** What a label names, when nearly all of its words belong to that. */
function topicOfLabel(label: readonly Item[], context: ListContext): TopicRow | null {
  const { classes, tokens, grammar } = context;
  const last = label.at(-1);
  if (last === undefined || label.some(isPersonItem) || hasVerb(label, context)) return null;
  let topic: TopicRow | null = null;
  let covered = -1;
  let strange = 0;
  for (const item of label) {
    if (item.from < covered || item.name?.type === "organisation") continue;
    const hit = longestPhrase(grammar.topics, tokens, item.from, last.to);
    if (hit !== null) {
      covered = hit.to;
      if (topic !== null && SETTINGS.includes(hit.value.kind)) continue;
      if (topic !== null && topic.kind !== hit.value.kind && !SETTINGS.includes(topic.kind))
        return null;
      topic = hit.value;
    } else if (
      !isPlaceItem(item) &&
      timeIn(item, context) === null &&
      !has(
        item,
        classes.of(
          "HUMAN",
          "IDENTITYN",
          "WHO",
          "ADJ",
          "DET",
          "DEF",
          "PREP",
          "OF",
          "DASH",
          "BULLET",
          "OPEN",
          "CLOSE",
          "NUMBERN",
        ),
      )
    )
      strange++;
  }
  return strange > 1 ? null : topic;
}

function draftBehind(
  line: Line,
  start: number,
  from: number,
  topic: TopicRow,
  headPeriod: PeriodMatch | null,
  context: ListContext,
): Labelled | null {
  const { items } = line;
  const { classes, tokens, grammar } = context;
  const end = endOf(line, from, context);
  const first = items[from];
  const label = items[start];
  if (first === undefined || label === undefined || from >= end) return null;
  const part = items.slice(from, end);
  const isNone =
    longestPhrase(grammar.none, tokens, first.from, items[end - 1]?.to ?? first.to) !== null;
  const count = has(first, classes.of("DET")) ? countIn(items[from + 1]) : countIn(first);
  const persons = part.flatMap((item, at) =>
    isPersonItem(item) && !isOfOther(part, at, context) ? [item.name] : [],
  );
  const opensWithPerson = firstPerson(part, context);
  if (!isNone && count === null && !opensWithPerson) return null;
  if (
    count !== null &&
    !countsPeople(
      items[from + (has(first, classes.of("DET")) ? 2 : 1)],
      end > from + 1,
      items[end - 1]?.to ?? 0,
      context,
    )
  )
    return null;
  if (opensWithPerson && count === null && hasVerb(part, context)) return null;
  const role = VICTIM_ROLE[topic.kind] ?? "other";
  const period =
    items.slice(start, end).flatMap((item) => timeIn(item, context) ?? [])[0] ?? headPeriod;
  const range: TokenRange = [label.from, items[end - 1]?.to ?? first.to];
  const anchor = first.from;
  const draft: Draft = {
    kind: topic.kind,
    range,
    anchor,
    sentence: sentenceAt(line, anchor, context),
    quantity: isNone
      ? null
      : count !== null
        ? countQuantity(count, context, null)
        : countOf(persons.length, first, tokens, null),
    period,
    places: items
      .slice(start, end)
      .filter(isPlaceItem)
      .map((item) => item.name),
    // "– lawyer of B" behind a name is who she is, and says nothing.
    speeches: speechesOver(anchor, context.speeches).filter(
      ({ speaker }) => speaker.range[0] < range[0] || speaker.range[1] > range[1],
    ),
    modality: isNone ? "negated" : topic.modality,
    hedge: null,
    persons: persons.map((name) => ({ name, role })),
    stage: null,
    tier: isNone ? "shown" : "counted",
    subsetOf: null,
    notes: [
      {
        code: "kind-from-heading",
        level: "info",
        span: { start: tokens.start[label.from] ?? 0, end: tokens.end[first.from - 1] ?? 0 },
      },
    ],
    rows: ["list.label", topic.id],
  };
  return { draft, range };
}

/** "A – lawyer of B", "A (sister of B)": the second is somebody else's. */
function isOfOther(part: readonly Item[], at: number, { classes }: ListContext): boolean {
  const before = part[at - 1];
  if (before === undefined || before.name !== null) return false;
  // "A (victim: B)": a label of its own.
  if ([classes.of_, classes.possessive, classes.colon].some((one) => has(before, one))) return true;
  return has(before, classes.of("KINOF")) && part.slice(0, at).some(isPersonItem);
}

/** A mark behind which another label stands, or a clause with a verb of its own. */
function isLabelEnd(items: readonly Item[], at: number, context: ListContext): boolean {
  const { classes } = context;
  if (!has(items[at], classes.semicolon)) return false;
  const stop = items.findIndex((item, i) => i > at && has(item, classes.of("SEMI", "DOT")));
  const behind = items.slice(at + 1, stop < 0 ? items.length : stop);
  const isLabel = behind.slice(0, LABEL_ITEMS).some((item) => has(item, classes.colon));
  return isLabel || hasVerb(behind, context);
}

/** The end of the sentence, and of the verbless sentences behind it that go on with names. */
function endOf(line: Line, from: number, context: ListContext): number {
  const { items } = line;
  const { classes } = context;
  let end = from;
  while (end < items.length && !has(items[end], classes.dot) && !isLabelEnd(items, end, context))
    end++;
  if (has(items[end], classes.of("SEMI"))) return end;
  const next = end + 1;
  if (end - from > 2 || !isPersonItem(items[next])) return end;
  let stop = next;
  while (stop < items.length && !has(items[stop], classes.dot)) stop++;
  return hasVerb(
    items.slice(next, stop).filter((item) => !has(item, classes.of("HAVE", "DO", "NEG"))),
    context,
  )
    ? end
    : stop;
}

/** Names right behind the label, with a word for the person before them at most. */
function firstPerson(part: readonly Item[], context: ListContext): boolean {
  const { classes } = context;
  for (const item of part.slice(0, 4)) {
    if (isPersonItem(item)) return true;
    if (!has(item, classes.of("HUMAN", "ADJ", "DET", "LOWER", "INDEF"))) return false;
  }
  return false;
}

/** Behind the number: the end, a mark, a word for people or cases; not "countries", "things", "years". */
function countsPeople(
  next: Item | undefined,
  hasNext: boolean,
  end: number,
  context: ListContext,
): boolean {
  const { classes, grammar, tokens } = context;
  if (next === undefined || !hasNext) return true;
  if (
    has(
      next,
      classes.of("HUMAN", "COMMA", "DOT", "OPEN", "INCL", "ADJ", "SEMI", "DASH", "PREP", "CONJ"),
    )
  )
    return true;
  return longestPhrase(grammar.reported, tokens, next.from, end) !== null;
}
