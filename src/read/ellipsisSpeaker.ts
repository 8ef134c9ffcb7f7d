/**
 * In: a number whose own words say who gives it ("activists put it at 200"). Out: the speeches that hold it.
 * Never: leaves it to whoever spoke in the clause before.
 */
import { plainSpeech } from "./changeSpeech.ts";
import type { Draft } from "./draft.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import type { Item } from "./items.ts";
import { has } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import type { Speaker, Speech, TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** Who gives the number at a token: the subject (`s`) or the words with "by" (`b`) that the row names, else whoever speaks there. */
export function speechesOfNumber(
  match: PatternMatch,
  token: number,
  sentence: Plain,
  context: EllipsisContext,
): readonly Speech[] {
  const over = speechesOver(token, context.speeches);
  // "fewer than the 200 |counted by| rights groups": theirs, whoever the sentence is said by.
  const by = sentence.items[match.parts["b"]?.[0] ?? -1];
  const theirs = by === undefined ? [] : over.filter(({ cue }) => cue?.[0] === by.from);
  if (theirs.length > 0) return theirs;
  const [at, end] = match.parts["s"] ?? [-1, -1];
  const first = sentence.items[at];
  const last = sentence.items[end - 1];
  if (first === undefined || last === undefined) return over;
  // "the Supreme Court confirmed 66": a ruling, and no report.
  if (isOneOf(context.tokens, last.to - 1, context.pack.wordsIn("COURTHEAD"))) return over;
  // Found as a speech already ("Some scholars say 4,500").
  if (over.some(({ speaker: { range } }) => range[0] < last.to && last.to <= range[1])) return over;
  const speaker = speakerOf(first, last, sentence, context);
  const item = sentence.items[end];
  const whole: TokenRange = [speaker.range[0], token + 1];
  const own = plainSpeech({
    kind: "record",
    sentence: sentence.index,
    speaker,
    cue: item === undefined ? null : [item.from, item.to],
    contents: [[last.to, token + 1]],
    whole,
  });
  // "Officials put the toll at 35, |while| activists put it at 200": a clause of its own takes the number out of the first one's mouth.
  const outer = over.filter(({ sentence: index }) => index !== sentence.index);
  return [...outer, own];
}

/**
 * The number follows right on those counted before: told of in this sentence or the one before, with no other number or count since
 * ("Ten were killed and 300 arrested. Officials said 200": of whom, nobody can say), and somebody does give it ("No group has documented 20").
 */
export function isGivenFor(
  match: PatternMatch,
  topic: Draft,
  sentence: Plain,
  memory: Memory,
  { readings, tokens, pack, classes }: EllipsisContext,
): boolean {
  const subject = match.parts["s"];
  if (subject === undefined) return true;
  const before = sentence.items[subject[0] - 1];
  if (before !== undefined && isOneOf(tokens, before.to - 1, pack.wordsIn("NONEW"))) return false;
  if (topic.sentence === sentence.index) return true;
  if (topic.sentence < sentence.index - 1) return false;
  const since = memory
    .of(topic.sentence)
    .some(
      ({ kind, anchor, quantity }) =>
        kind !== topic.kind && anchor > topic.anchor && quantity !== null,
    );
  const age = classes.of("AGE");
  const counted = readings[topic.sentence]?.items.some(
    (item) =>
      item.from > topic.anchor &&
      item.quantity !== null &&
      !has(item, age) &&
      !memory.isTaken(tokens.start[item.from] ?? -1),
  );
  return !since && counted !== true;
}

/** The subject with the words before its head: "the main opposition group". */
function speakerOf(
  first: Item,
  last: Item,
  { index }: Plain,
  { readings, classes, tokens, pack }: EllipsisContext,
): Speaker {
  const items = readings[index]?.items ?? [];
  const at = items.findIndex(({ from, to }) => from <= first.from && last.to <= to);
  const grouped = items[at] ?? first;
  let from = Math.min(grouped.from, first.from);
  // "Some scholars": what counts or points stands before the group.
  const before = items[at - 1];
  const isThat = before !== undefined && isOneOf(tokens, before.from, pack.wordsIn("THATW"));
  if (before !== undefined && has(before, classes.determiner) && !isThat) from = before.from;
  const names = grouped.group?.persons ?? [];
  const name = (names.length === 1 ? names[0] : undefined) ?? first.name ?? null;
  const range: TokenRange = [from, last.to];
  const isNamed = name !== null && name.type !== "place";
  return {
    range,
    source: isNamed
      ? name.name
      : tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]),
    name: isNamed ? name : null,
    isNamed,
    isUnnamed: !isNamed && grouped.group?.type !== "institution",
    isPlural: !isNamed,
  };
}
