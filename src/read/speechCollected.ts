/**
 * In: a verb of showing, and its subject. Out: who gathered what shows it ("Information received by |the group| shows that …").
 * Never: takes whom the evidence was shown to, or what it is about, for them.
 */
import { itemOf } from "./items.ts";
import { type NounPhrase, changePhrase } from "./nounPhrase.ts";
import type { SpeechContext } from "./speech.ts";
import { type Line, is } from "./speechCues.ts";
import { phraseEnding } from "./speechPhrases.ts";
import { closesWith } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** Items from the evidence to "by" ("data on the killings gathered by"). */
const GATHERED = 6;

/** The phrase of those who gathered it, right before the verb; null where the subject is something else. */
export function collectorOf(
  line: Line,
  subject: NounPhrase | null,
  start: number,
  context: SpeechContext,
): NounPhrase | null {
  const { cues, pack, tokens } = context;
  if (pack.isVerbFinal || subject === null) return null;
  const head = subject.headTo - 1;
  if (!is(line, head, cues.evidence) && !is(line, head, cues.noun)) return null;
  let by = head + 1;
  while (by < start && !closesWith(line, by, cues.by, context)) by++;
  if (by >= start || by > head + GATHERED) return null;
  const isBroken = line.items
    .slice(head + 1, by)
    .some((_, at) => is(line, head + 1 + at, cues.comma) || is(line, head + 1 + at, cues.aux));
  if (isBroken) return null;
  // "A mistaken report by the agency said": it was false, whoever gathered it; "a report by the agency" is the agency's own.
  const isFalse = line.items
    .slice(subject.from, by)
    .some(({ from }) => isOneOf(tokens, from, pack.wordsIn("FALSEREPORTW")));
  const { from: first, to: last } = itemOf(line.items, by) ?? { from: 0, to: 0 };
  // "Evidence of torture by guards": a deed of theirs, and nothing that they gathered.
  const gathered = pack.wordsIn("GATHEREDW");
  const verb = last - first === 1 ? (tokens.form[first - 1] ?? "") : (tokens.form[first] ?? "");
  if (isFalse || !gathered.has(verb)) return null;
  const own = phraseEnding(line, start, cues);
  if (own === null || own.to !== start) return null;
  // "Information received by the judge shows": what reached a person is not their word.
  const type = itemOf(line.items, own.headTo - 1)?.group?.type;
  if (type === "noun" || type === "person" || type === "counted") return null;
  let from = by + 1;
  while (from < start - 1 && is(line, from, cues.determiner)) from++;
  if (from >= start) return null;
  // "Data collected by A": all of it was one phrase.
  const headTo = own.headTo > from ? own.headTo : start;
  return changePhrase(own, { from, headFrom: from, headTo, aside: null });
}
