/**
 * In: a frame that leads from a noun ("the death sentence of A") over a gap to its verb ("was carried out"). Out: whether the verb has
 * another subject in the gap.
 * Never: reads a row of a language whose verbs stand last.
 */
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import type { FramePlace } from "./framePlace.ts";
import { type Item, itemOf } from "./items.ts";

/**
 * "The sentence of A was upheld and |the fine of B| was carried out", "… came after |bombings which| were carried out", "The execution
 * of A drew anger and |talks| were halted".
 */
export function hasSecondSubject(
  { items, match, trigger, captured }: FramePlace,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (pack.isVerbFinal || captured === undefined) return false;
  const nouns = classes.of("DSENT", "EXECN");
  const noun = items.findIndex(
    ({ set }, at) => at >= match.from && at < trigger && nouns[set] === 1,
  );
  const verb = skipLeft(items, skipLeft(items, trigger - 1, classes.adverb), classes.aux) + 1;
  const from = Math.max(noun + 1, captured[1] <= trigger ? captured[1] : 0);
  const isSaidOf = classes.aux[itemOf(items, verb)?.set ?? 0] === 1;
  if (noun < 0 || !isSaidOf || from >= verb) return false;
  const group = items[captured[0]]?.group ?? null;
  const isOfMany = (group?.persons.length ?? 0) > 1 || (group?.quantity?.max ?? 1) !== 1;
  const head = tokens.form[(items[noun]?.to ?? 0) - 1] ?? "";
  const isPlural = pack.plurals.suffixes.some((suffix) => head.endsWith(suffix));
  const isOfOne = group?.persons.length === 1 && !isOfMany && !isPlural;
  if (isOfOne && pack.wordsIn("PLURALBEW").has(tokens.form[items[verb]?.from ?? 0] ?? ""))
    return true;
  const isIn = (members: Uint8Array, start: number, end: number): boolean =>
    items.slice(start, end).some(({ set }: Item) => members[set] === 1);
  const relating = classes.of("REL", "WHOSE", "WHO");
  const related = items.findLastIndex(
    ({ set }, at) => at >= from && at < verb && relating[set] === 1,
  );
  // "whose attack |was| carried out", "bombings which |were|": no verb of the clause's own stands before.
  if (related >= 0 && !isIn(classes.comma, related, verb)) {
    const verbs = [classes.aux, classes.told, classes.of("ED", "T.past", "T.part")];
    if (!verbs.some((members) => isIn(members, related, verb))) return true;
  }
  const and = items.findLastIndex(
    ({ set }, at) => at >= from && at < verb && classes.and[set] === 1,
  );
  const said = items.findIndex(
    ({ set }, at) => at >= from && at < and && classes.finiteBe[set] === 1,
  );
  if (said < 0 || isIn(relating, from, said)) return false;
  return isIn(classes.determiner, and, verb);
}
