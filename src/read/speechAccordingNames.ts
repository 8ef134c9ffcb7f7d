/**
 * In: who stands behind "according to" where verbs stand last. Out: that source without the name of the clause that follows it.
 * Never: takes an official's name from his office ("by what the prosecutor, A, says").
 */
import { changePhrase, type NounPhrase } from "./nounPhrase.ts";
import type { SpeechContext, TokenRange } from "./speech.ts";
import type { Line } from "./speechCues.ts";
import { isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** "By what |the family|, A was arrested, says", read as one group: a family is nobody of that name. */
export function speakerOfFamily(
  line: Line,
  { from }: NounPhrase,
  { pack, tokens }: Pick<SpeechContext, "pack" | "tokens">,
) {
  const item = line.items[from];
  const person = item?.group?.persons[0];
  if (item === undefined || person === undefined || person.from < item.from + 2) return null;
  const { form } = tokens;
  if (
    !isOneOf(tokens, item.from, pack.wordsIn("FAMILYW")) ||
    !/^[،,]$/.test(form[item.from + 1] ?? "")
  )
    return null;
  const range: TokenRange = [item.from, item.from + 1];
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[0]]);
  return { range, source, name: null, isNamed: false, isUnnamed: false, isPlural: false };
}

/**
 * "By the report of rights sources, |A, a teacher, was held|", where verbs stand last: a name behind those who are no person of office
 * is the next clause's, and so is one that has a description of its own behind it.
 */
export function withoutSubject(
  line: Line,
  phrase: NounPhrase | null,
  context: SpeechContext,
): NounPhrase | null {
  const { cues, pack } = context;
  if (!pack.isVerbFinal || phrase === null || phrase.aside === null) return phrase;
  const [from, to] = phrase.aside;
  // "By the report of the court, |the death sentence of A|, a ringleader, was carried out".
  const sentence = context.classes.of("DEATHSENT", "SENTN", "DEATHWORD", "CARRYN");
  if (sentence[line.items[from]?.set ?? 0] === 1) return changePhrase(phrase, { aside: null });
  const persons = line.items[from]?.group?.persons ?? [];
  if (persons.length === 0) return phrase;
  const heads = line.items.slice(phrase.from, phrase.to);
  const holds = (members: Uint8Array): boolean =>
    heads.some((item) => isWordOf(item.from, members, context));
  const next = line.items[to + 1] ?? null;
  if (holds(cues.office)) {
    const isDescribed =
      next?.group?.type === "noun" && to === from + 1 && !isWordOf(next.from, cues.office, context);
    return isDescribed ? changePhrase(phrase, { aside: null }) : phrase;
  }
  const many = pack.wordsIn("PLURALSOURCEW");
  const { tokens } = context;
  const isBody = heads.some(
    (item) =>
      isOneOf(tokens, item.from, many) ||
      isWordOf(item.from, cues.unnamed, context) ||
      (item.group?.type !== "noun" && isWordOf(item.from, cues.orgNoun, context)),
  );
  return isBody ? changePhrase(phrase, { aside: null }) : phrase;
}
