/**
 * In: a sentence and the claims that it tells. Out: the figures that go on without a verb, told apart by what people were
 * convicted of: "79 were executed for drug offences and 63 for murder", "148 were executed: 79 for drugs, 63 for murder".
 * Never: reads a number behind which no charge stands.
 */
import type { Modality } from "../model/claim.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPlaceItem, LISTED, timeIn } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { toQuantity } from "./quantityOf.ts";
import { isOneOf } from "./wordSets.ts";

export type GroundGap = { readonly draft: Draft; readonly at: number };

type Told = {
  readonly items: readonly Item[];
  /** What the sentence tells by its verbs. */
  readonly drafts: readonly Draft[];
  readonly isTaken: (offset: number) => boolean;
  readonly holdsCharge: (from: number, to: number) => boolean;
};

/** Items of one ground ("for drug-related charges of smuggling"). */
const LONGEST_GROUND = 10;

const REAL: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);

/** The figures behind a claim that differ from it by their charge alone, in order. Linear in the sentence. */
export function behindGrounds(told: Told, context: DraftContext): GroundGap[] {
  if (context.pack.isVerbFinal) return [];
  const { items } = told;
  const { classes, tokens } = context;
  const found: GroundGap[] = [];
  let topic: Draft | null = null;
  let isBroken = false;
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (item.quantity?.measure !== "count" || has(item, classes.of("AGE"))) continue;
    if (told.isTaken(tokens.start[item.from] ?? -1) || !opensGap(items, at, context)) continue;
    const by = groundBehind(items, at, context);
    const end = by < 0 ? -1 : groundEnd(items, by + 1, context);
    if (end < 0 || !told.holdsCharge(items[by]?.to ?? 0, items[end - 1]?.to ?? 0)) continue;
    if (topic === null) {
      topic = topicBefore(told.drafts, item.from);
      if (topic === null) return [];
      // "were executed for drugs and 63 for murder" goes on; "were executed, 63 for murder" tells of some of them.
      isBroken = !items
        .slice(0, at)
        .some(
          (one, i) =>
            one.to > (topic?.anchor ?? 0) &&
            endsInGround(one, context) &&
            told.holdsCharge(one.to, items[Math.min(at, i + LONGEST_GROUND)]?.from ?? one.to),
        );
    }
    found.push({ at, draft: gapDraft(topic, isBroken, item, items, [at, end], context) });
  }
  return found;
}

function topicBefore(drafts: readonly Draft[], token: number): Draft | null {
  return (
    drafts.findLast(
      ({ kind, modality, quantity, anchor }) =>
        LISTED.has(kind) && REAL.has(modality) && quantity?.measure === "count" && anchor < token,
    ) ?? null
  );
}

/** Behind a comma, "and", a colon or a dash. */
function opensGap(items: readonly Item[], at: number, { classes }: DraftContext): boolean {
  let before = at - 1;
  while (has(itemOf(items, before), classes.adverb)) before--;
  const item = itemOf(items, before);
  return [classes.comma, classes.and, classes.of("SEMI"), classes.colon, classes.dash].some(
    (members) => has(item, members),
  );
}

/** Where "for" stands behind a number and what it counts ("63 others for", "five women for"), or −1. */
function groundBehind(items: readonly Item[], at: number, context: DraftContext): number {
  const { classes } = context;
  const noun = classes.of("HUMAN", "ADJ", "CAP", "LOWER");
  for (let i = at + 1; i <= at + 3; i++) {
    if (endsInGround(items[i], context)) return i;
    if (!has(items[i], noun)) return -1;
  }
  return -1;
}

/** "for", or the last word of "hanged for". */
function endsInGround(item: Item | undefined, { tokens, pack }: DraftContext): boolean {
  return item !== undefined && isOneOf(tokens, item.to - 1, pack.wordsIn("GROUNDP"));
}

/** Where a ground ends: before a mark or "and" that a number follows, or the end; −1 where a verb stands in it. */
function groundEnd(items: readonly Item[], from: number, context: DraftContext): number {
  const { classes } = context;
  const marks = [classes.comma, classes.and, classes.of("SEMI"), classes.close, classes.dash];
  for (let i = from; i < Math.min(items.length, from + LONGEST_GROUND); i++) {
    const item = items[i] as Item;
    if (has(item, classes.stop)) return i;
    if (isVerbOf(item, i === from, context)) return -1;
    if (!marks.some((members) => has(item, members))) continue;
    const next = items
      .slice(i + 1, i + 4)
      .find((one) => !marks.some((members) => has(one, members)));
    if (next === undefined || next.quantity !== null || has(item, classes.comma)) return i;
  }
  return from + LONGEST_GROUND >= items.length ? items.length : -1;
}

/** "20 for drug offences await execution", "… are on trial": something else is told of them. Only words for a charge stand in it. */
function isVerbOf(item: Item, isFirst: boolean, { classes }: DraftContext): boolean {
  if (has(item, classes.finite)) return !isFirst;
  if (has(item, classes.told) && !has(item, classes.nominal)) return true;
  if (item.entry === null) return false;
  const ofCharge = classes.of(
    "CHARGEHEAD",
    "T.base",
    "HUMAN",
    "ADJ",
    "T.noun",
    "VIOLENT",
    "NOUNISH",
    "PREP",
    "OF",
    "DET",
    "CONJ",
    "COMMA",
    "DOT",
    "QO",
    "QC",
    "SEMI",
  );
  return !has(item, ofCharge) || has(item, classes.aux) || has(item, classes.wantOp);
}

function gapDraft(
  topic: Draft,
  isBroken: boolean,
  item: Item,
  items: readonly Item[],
  [at, end]: readonly [number, number],
  context: DraftContext,
): Draft {
  const { tokens, classes, speeches } = context;
  const { quantity } = item;
  const own = items.slice(at, end);
  // "and in 2020, 63 for murder": the time between the two marks is that of the second.
  const leads =
    has(items[at - 1], classes.comma) &&
    (has(items[at - 3], classes.and) || has(items[at - 3], classes.comma));
  const before = leads ? timeIn(items[at - 2], context) : null;
  const time = before ?? own.flatMap((one) => timeIn(one, context) ?? [])[0] ?? null;
  const places = own.filter(isPlaceItem).map((one) => one.name);
  const noun = items[at + 1];
  const unit =
    noun !== undefined && has(noun, classes.of("HUMAN"))
      ? tokens.text.slice(tokens.start[noun.from], tokens.end[noun.to - 1])
      : null;
  return changeDraft(topic, {
    range: [item.from, items[end - 1]?.to ?? item.to],
    anchor: item.from,
    quantity: quantity === null ? null : toQuantity(quantity, tokens, unit, null),
    period: time ?? topic.period,
    places: places.length > 0 ? places : topic.places,
    persons: [],
    hedge: null,
    subsetOf: isBroken && time === null ? topic : topic.subsetOf,
    speeches: speechesOver(item.from, speeches),
    rows: ["own.ground", ...topic.rows.slice(0, 1)],
    notes: [
      {
        code: "topic-continued",
        level: "info",
        span: {
          start: tokens.start[topic.range[0]] ?? 0,
          end: tokens.end[topic.range[1] - 1] ?? 0,
        },
      },
    ],
  });
}
