/**
 * In: a frame that leads from a noun ("the death sentence of A") over a gap to its verb ("was carried out"). Out: whether the verb has
 * another subject in the gap.
 * Never: reads a row of a language whose verbs stand last.
 */
import { skipLeft } from "./clauseOpenings.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { EventContext } from "./event.ts";
import type { FramePlace } from "./framePlace.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/**
 * "The sentence of A was upheld and |the fine of B| was carried out", "… came after |bombings which| were carried out", "The execution
 * of A drew anger and |talks| were halted", "… came as |a raid| was carried out".
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
  if (isOfOne && isOneOf(tokens, items[verb]?.from ?? 0, pack.wordsIn("PLURALBEW"))) return true;
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
    ({ set, from: token }, at) =>
      at >= from && at < verb && (classes.finiteBe[set] === 1 || isFinite(token, tokens, pack)),
  );
  if (said < 0 || isIn(relating, from, said)) return false;
  if (and > said) return opensSubject(items, and + 1, verb, classes);
  return classes.finiteBe[items[said]?.set ?? 0] !== 1 && said < verb - 1;
}

/** "drew", "came": a verb of its own that is no participle; "sparked protests", and not "sparked by". */
function isFinite(at: number, { form }: Tokens, pack: LanguagePack): boolean {
  const own = form[at] ?? "";
  if (pack.wordsIn("PASTW").has(own) || pack.wordsIn("STANDSW").has(own)) return true;
  return pack.wordsIn("SPARKEDW").has(own) && !pack.wordsIn("BYW").has(form[at + 1] ?? "");
}

/** Between "and" and the verb stands what it is said of, and not only when and where ("and on Monday in Karun Prison was …"). */
function opensSubject(
  items: readonly Item[],
  start: number,
  verb: number,
  classes: ClauseClasses,
): boolean {
  const passed = [classes.adverb, classes.comma, classes.aux];
  const first = items
    .slice(start, verb)
    .find(({ set }) => passed.every((members) => members[set] !== 1));
  if (first === undefined || first.period !== null) return false;
  return classes.preposition[first.set] !== 1 && classes.time[first.set] !== 1;
}
