/**
 * In: a cue of a source that ends in a relative clause ("by the figures that X has published"), where verbs stand last.
 * Out: the noun phrase of the source in that clause, without its verb.
 * Never: takes the verb for a part of the name, nor who denied what was told, nor who was handed it, for its source.
 */
import { changePhrase, type NounPhrase } from "./nounPhrase.ts";
import type { Speaker, SpeechContext } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import { isWordOf } from "./speechWords.ts";
import { holdsOneOf } from "./wordSets.ts";

/** So many items the clause of a ground can have. */
const REACH = 10;

/** The phrase cut before the verb that made the ground public; null where none did, undefined where the cue ends in no relative. */
export function groundPhrase(
  line: Line,
  k: number,
  phrase: NounPhrase,
  context: SpeechContext,
): NounPhrase | null | undefined {
  const { pack, cues, tokens } = context;
  const cue = line.items[k];
  if (!pack.isVerbFinal || cue === undefined) return undefined;
  const that = pack.wordsIn("REL");
  if (!holdsOneOf(tokens, cue.from, cue.to, that)) return undefined;
  const made = pack.wordsIn("MADEPUBLICW");
  const form = (at: number): string => tokens.form[line.items[at]?.from ?? -1] ?? "";
  let verb = phrase.from;
  const end = Math.min(line.items.length, phrase.from + REACH);
  while (verb < end && !made.has(form(verb)) && !is(line, verb, cues.comma)) verb++;
  if (verb === phrase.from || !made.has(form(verb))) return null;
  let to = phrase.from;
  while (to < verb && !is(line, to, cues.preposition)) to++;
  if (to === phrase.from) return null;
  return changePhrase(phrase, {
    to: Math.min(phrase.to, to),
    headTo: Math.min(phrase.headTo, to),
  });
}

/** "By the information |that to| X has come": X is who was handed it, and not who made it. */
export function isReached(line: Line, k: number, { pack, tokens }: SpeechContext): boolean {
  const cue = line.items[k];
  if (!pack.isVerbFinal || cue === undefined) return false;
  const forms = tokens.form.slice(cue.from, cue.to);
  const that = forms.findLastIndex((form) => pack.wordsIn("REL").has(form));
  if (that < 0 || that === forms.length - 1) return false;
  return !pack.wordsIn("BYMAKERW").has(forms.at(-1) ?? "");
}

/** A body by its name; or by its noun where no list knows it ("in the hands of the committee X"). */
export function isBody(
  { name, range }: Speaker,
  line: Line,
  k: number,
  context: SpeechContext,
): boolean {
  if (name !== null) return name.type === "organisation";
  const last = context.tokens.form[(line.items[k]?.to ?? 0) - 1] ?? "";
  if (context.pack.wordsIn("BAREPREPW").has(last)) return false;
  return range[1] > range[0] + 1 && isWordOf(range[0], context.cues.orgNoun, context);
}
