/**
 * In: a speech and the drafts of events and figures. Out: whether they tell all that is said.
 * Never: drops a saying because of an event that is a small part of it.
 */
import { changeSpeech } from "./changeSpeech.ts";
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ClaimKind } from "../model/claim.ts";
import { type Item, itemOf } from "./items.ts";
import { kindsOf } from "./periodClauses.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { cuesOf } from "./speechCues.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** Words left over, besides those of events, up to which a saying says nothing more. */
const SPARE_WORDS = 7;

/** Where verbs stand last, circumstances stand before the words of the event. */
const SPARE_WORDS_FINAL = 14;

/** Whether the events and figures in what is said are all of it; a number in reported words counts as a figure. */
export function isToldWhole(
  speech: Speech,
  told: readonly Draft[],
  context: DraftContext,
): boolean {
  const { tokens } = context;
  const inside = speech.contents.flatMap((content) => anchoredIn(told, content));
  const isQuoted = speech.quotes.length > 0;
  const isFronted =
    !isQuoted &&
    speech.kind === "say" &&
    speech.cue !== null &&
    (speech.contents[0]?.[0] ?? 0) < speech.cue[0];
  if (
    isFronted &&
    (inside.length > 0 || holdsFigure(speech, context) || holdsTrigger(speech, context))
  )
    return true;
  const length = speech.contents.reduce((sum, [from, to]) => sum + to - from, 0);
  if (!isQuoted && length <= FIGURE_REACH && holdsFigure(speech, context)) return true;
  if (inside.length === 0)
    return (
      !isQuoted && speech.kind === "say" && length <= FIGURE_REACH && holdsTrigger(speech, context)
    );
  if (!isQuoted && inside.some((draft) => isToldInFull(draft, context))) return true;
  if (context.pack.isVerbFinal && !endsInQuote(speech) && endsInEvent(speech, inside)) return true;
  const spare = context.pack.isVerbFinal ? SPARE_WORDS_FINAL : SPARE_WORDS;
  let words = 0;
  let left = 0;
  let sentences = 0;
  for (const [from, to] of speech.contents) {
    for (let at = from; at < to; at++) {
      if (tokens.form[at] === "." || tokens.form[at] === "?" || tokens.form[at] === "!")
        sentences++;
      if (tokens.kind[at] !== TOKEN.word) continue;
      words++;
      if (!inside.some((draft) => isWithin(at, draft.range))) left++;
    }
  }
  if (isQuoted) return left * 10 <= words * 4 && sentences <= 1;
  return left <= spare || left * 2 <= words;
}

/** Words that a saying of its own has at least. */
const OWN_WORDS = 4;

/**
 * "Said that the policy had failed, while 12 people were killed": the saying before the events of another clause,
 * from its speaker on, or null where the events begin what is said.
 */
export function sayingBefore(
  speech: Speech,
  told: readonly Draft[],
  context: DraftContext,
): TokenRange | null {
  const { classes, pack, readings, tokens } = context;
  const [content] = speech.contents;
  if (pack.isVerbFinal || speech.kind !== "say" || content === undefined || speech.cue === null)
    return null;
  if (speech.contents.length > 1 || content[0] < speech.cue[1]) return null;
  const inside = anchoredIn(told, content);
  if (inside.length === 0) return null;
  const first = Math.min(...inside.map(({ range }) => range[0]));
  const { comma, but, quoteClose } = cuesOf(classes);
  const items = readings[speech.sentence]?.items ?? [];
  const turn = items.findLastIndex(
    (item) => item.from > content[0] && item.from < first && but[item.set] === 1,
  );
  const mark = itemOf(items, turn - 1);
  const isClosing = mark !== undefined && quoteClose[mark.set] === 1;
  const pause = isClosing ? itemOf(items, turn - 2) : mark;
  if (mark === undefined || pause === undefined || comma[pause.set] !== 1) return null;
  const end = isClosing ? mark.to : pause.from;
  let words = 0;
  for (let token = content[0]; token < end; token++) if (tokens.kind[token] === TOKEN.word) words++;
  const own: Speech = changeSpeech(speech, { contents: [[content[0], end]] });
  if (words < OWN_WORDS || holdsTrigger(own, context) || holdsFigure(own, context)) return null;
  return [speech.whole[0], end];
}

/** An event that counts: what stands beside it in reported words are its circumstances; not "the raid in which two died". */
function isToldInFull({ tier, modality, range }: Draft, { tokens, pack }: DraftContext): boolean {
  if (tier !== "counted" || !TOLD.has(modality)) return false;
  return !isOneOf(tokens, range[0] - 1, pack.wordsIn("REL"));
}

const TOLD: ReadonlySet<Draft["modality"]> = new Set(["happened", "ongoing", "alleged"]);

/** Where verbs stand last, the last one is what is said: "the men who fled were arrested". */
function endsInEvent({ contents }: Speech, inside: readonly Draft[]): boolean {
  const end = contents.at(-1)?.[1] ?? 0;
  return inside.some(({ range }) => range[1] >= end - END_MARKS);
}

/** Its last words are quoted, so that they may be more than an event. */
function endsInQuote({ contents, quotes }: Speech): boolean {
  const end = contents.at(-1)?.[1] ?? 0;
  return quotes.some(({ to }) => to >= end - END_MARKS);
}

/** Marks that can stand behind the last verb. */
const END_MARKS = 2;

const byAnchor = new WeakMap<readonly Draft[], readonly Draft[]>();

/** The drafts whose anchor lies in a range; the list is sorted once for all speeches of a document. */
function anchoredIn(told: readonly Draft[], [from, to]: TokenRange): Draft[] {
  const sorted = byAnchor.get(told) ?? [...told].sort((a, b) => a.anchor - b.anchor);
  byAnchor.set(told, sorted);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.anchor ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Draft[] = [];
  for (let i = low; i < sorted.length && (sorted[i]?.anchor ?? to) < to; i++)
    found.push(sorted[i] as Draft);
  return found;
}

/** Tokens up to which a reported saying with a number or an event word in it says no more than that. */
const FIGURE_REACH = 28;

/** A verb of an event in what is said, even where it could not be read as one. */
function holdsTrigger(speech: Speech, context: DraftContext): boolean {
  const verbs = eventVerbs(context);
  return (
    context.readings[speech.sentence]?.items.some(
      (item) =>
        verbs[item.set] === 1 &&
        kindsOf(item, context.pack).some((kind) => COUNTED.has(kind)) &&
        speech.contents.some(([from, to]) => from <= item.from && item.to <= to),
    ) === true
  );
}

/** Kinds whose verb, where nobody could be read with it, leaves no opinion to tell. */
const COUNTED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "release",
  "stay",
  "clemency",
]);

const knownVerbs = new WeakMap<object, Uint8Array>();

/** Where verbs stand last, a participle is no verb without the one that ends the clause. */
function eventVerbs({ classes, pack }: DraftContext): Uint8Array {
  const forms = pack.isVerbFinal ? [] : ["T.part"];
  const known = knownVerbs.get(classes) ?? classes.of(...forms, "T.past", "T.intr", "T.phrase");
  knownVerbs.set(classes, known);
  return known;
}

function isWithin(at: number, [from, to]: TokenRange): boolean {
  return from <= at && at < to;
}

/** "said 60,000 men were taking part": a number of people, money or a percentage. */
function holdsFigure(speech: Speech, context: DraftContext): boolean {
  const reading = context.readings[speech.sentence];
  if (reading === undefined || speech.kind !== "say") return false;
  return reading.items.some((item) => {
    const quantity = item.quantity ?? item.group?.quantity ?? null;
    if (quantity === null || !FIGURES.has(quantity.measure)) return false;
    if (!speech.contents.some(([from, to]) => from <= item.from && item.to <= to)) return false;
    if (isOfThings(reading.items, item, context)) return false;
    return (
      (quantity.min ?? quantity.max ?? 0) >= 10 ||
      quantity.measure === "percent" ||
      quantity.measure === "money"
    );
  });
}

/** "fled with |130 cattle|": things that are no people, no deeds and no money are no figure of their own. */
function isOfThings(
  items: readonly Item[],
  item: Item,
  { classes, pack, tokens }: DraftContext,
): boolean {
  if (pack.isVerbFinal || item.group !== null || item.quantity?.measure !== "count") return false;
  const next = items[items.indexOf(item) + 1];
  if (next === undefined || next.group !== null || next.name !== null) return false;
  const people = classes.of("HUMAN", "PROTESTERW", "DEADN", "CASEN", "FURTHER");
  const isVerb = classes.aux[next.set] === 1 || classes.trigger[next.set] === 1;
  return (
    tokens.kind[next.from] === TOKEN.word &&
    people[next.set] !== 1 &&
    !isVerb &&
    classes.preposition[next.set] !== 1 &&
    classes.of_[next.set] !== 1 &&
    classes.determiner[next.set] !== 1 &&
    classes.time[next.set] !== 1
  );
}

const FIGURES: ReadonlySet<string> = new Set(["count", "percent", "money", "share"]);
