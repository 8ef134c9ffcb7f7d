/**
 * In: a verb of taking back ("withdrew"), where a row found it. Out: the stretch before it in which the same speaker told what is taken
 * back: "The group said forty had been hanged. It later withdrew the figure.", "… , a figure the group later withdrew".
 * Never: takes back what the report itself tells or another said; what was never withdrawn, or only in part ("the claim about children").
 */
import type { Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import type { Stance } from "./stances.ts";
import type { Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
};

/** Where it stands: `from` is the first token of its own words; `by` whom it names, or null for a pronoun or nobody. */
type Withdrawal = {
  readonly from: number;
  readonly by: readonly string[] | null;
  /** A pronoun of one person, who may be the one told of. */
  readonly isPersonal: boolean;
  /** "They": of a speaker who is several. */
  readonly isMany?: boolean;
  /** Behind what it takes back in the same sentence, or at the head of the next. */
  readonly isSameSentence: boolean;
};

/** The stretch that a verb takes back and of whose drafts, or null where it takes nothing back for sure. */
export function withdrawnBefore(
  sentences: readonly Sentence[],
  index: number,
  verb: number,
  words: Words,
): Pick<Stance, "from" | "to" | "isOf"> | null {
  const sentence = sentences[index] as Sentence;
  const found =
    activeAt(sentence, verb, words) ??
    passiveAt(sentence, verb, words) ??
    relativeAt(sentence, verb, words);
  if (found === null) return null;
  const first = found.isSameSentence ? sentence : sentences[index - 1];
  if (first === undefined) return null;
  return {
    from: first.from,
    to: found.from,
    isOf: (draft) => isSaidBy(draft, found, words),
  };
}

/** "It later |withdrew| the figure.", "…, but later |retracted| the statement." */
function activeAt(sentence: Sentence, verb: number, words: Words): Withdrawal | null {
  const { form } = words.tokens;
  const isIn = (name: string, at: number): boolean => words.pack.wordsIn(name).has(form[at] ?? "");
  const noun = verb + (isIn("BACKW", verb + 1) ? 3 : 2);
  if (!isIn("ITSTHATW", noun - 1) || !isIn("REPORTEDTHINGN", noun)) return null;
  if (!isClosedAt(noun + 1, words)) return null;
  const subjectEnd = beforeAdverbs(verb, sentence.from, words);
  const isThen = COMMAS.has(form[subjectEnd - 1] ?? "") && isIn("ANDTHENW", subjectEnd);
  if ((isThen || isIn("ANDTHENW", subjectEnd - 1)) && subjectEnd - 1 > sentence.from)
    return { from: verb, by: null, isPersonal: isIn("HISHERW", noun - 1), isSameSentence: true };
  const head = headOf(sentence, words);
  const subject = form.slice(head, subjectEnd);
  // "The committee that had reported his execution withdrew its report".
  const opening = subject.slice(1, SUBJECT);
  if (subject.length > SUBJECT && opening.some((word) => isRelative(word, words)))
    return { from: verb, by: null, isPersonal: isIn("HISHERW", noun - 1), isSameSentence: true };
  if (subject.length === 1 && isIn("SUBJECTPRONOUNW", head))
    return {
      from: head,
      by: null,
      isPersonal: isIn("HESHEW", head),
      isMany: isIn("THEYW", head),
      isSameSentence: false,
    };
  return named(subject, head, false, words);
}

function isRelative(form: string, { pack }: Words): boolean {
  return ["THATW", "WHICHW", "WHOSUBJECTW"].some((name) => pack.wordsIn(name).has(form));
}

/** "The figure was later |withdrawn|." */
function passiveAt(sentence: Sentence, verb: number, words: Words): Withdrawal | null {
  const { form } = words.tokens;
  const isIn = (name: string, at: number): boolean => words.pack.wordsIn(name).has(form[at] ?? "");
  const head = headOf(sentence, words);
  if (!isIn("ITSTHATW", head) || !isIn("REPORTEDTHINGN", head + 1)) return null;
  if (beforeAdverbs(verb, sentence.from, words) !== head + 2) return null;
  if (head + 2 === verb || !isClosedAt(verb + 1, words)) return null;
  return { from: head, by: null, isPersonal: false, isSameSentence: false };
}

/** ", a figure it later |withdrew|." */
function relativeAt(sentence: Sentence, verb: number, words: Words): Withdrawal | null {
  const { form } = words.tokens;
  const isIn = (name: string, at: number): boolean => words.pack.wordsIn(name).has(form[at] ?? "");
  if (!isClosedAt(verb + 1, words)) return null;
  const end = beforeAdverbs(verb, sentence.from, words);
  let from = end - 1;
  if (isIn("SUBJECTPRONOUNW", from)) from--;
  else while (from > sentence.from && !isIn("REPORTEDTHINGN", from)) from--;
  const who = from + 1;
  if (isIn("REPORTEDTHINGN", from) && isIn("INDEF", from - 1)) from--;
  else if (!isIn("WHICHW", from)) return null;
  if (!COMMAS.has(form[from - 1] ?? "")) return null;
  const isPronoun = end - who === 1 && isIn("SUBJECTPRONOUNW", who);
  if (isPronoun)
    return {
      from,
      by: null,
      isPersonal: isIn("HESHEW", who),
      isMany: isIn("THEYW", who),
      isSameSentence: true,
    };
  return named(form.slice(who, end), from, true, words);
}

/** "the ministry": not "a ministry", who is another. */
function named(
  subject: readonly string[],
  from: number,
  isSameSentence: boolean,
  { pack }: Words,
): Withdrawal | null {
  if (
    subject.length === 0 ||
    subject.length > SUBJECT ||
    pack.wordsIn("INDEF").has(subject[0] ?? "")
  )
    return null;
  const by = subject.filter((form) => !pack.wordsIn("DEF").has(form));
  return by.length === 0 ? null : { from, by, isPersonal: false, isSameSentence };
}

/** Tokens of a subject. */
const SUBJECT = 5;

/** Where the subject's words begin: "Later, it …", "On Tuesday it …". */
function headOf({ from, to }: Sentence, { tokens, pack }: Words): number {
  const form = (at: number): string => tokens.form[at] ?? "";
  const isLater = pack.wordsIn("SINCELATERW").has(form(from)) && COMMAS.has(form(from + 1));
  if (isLater) return Math.min(from + 2, to);
  if (!isDay(from, { tokens, pack })) return from;
  const at = from + (COMMAS.has(form(from + 2)) ? 3 : 2);
  return pack.wordsIn("SUBJECTPRONOUNW").has(form(at)) ? at : from;
}

/** The token behind the subject: before "has since", "later", "was"; "never" and "did not" are none of them. */
function beforeAdverbs(verb: number, from: number, { tokens, pack }: Words): number {
  const adverbs = pack.wordsIn("SINCELATERW");
  let at = verb;
  while (at > from && isOneOf(tokens, at - 1, adverbs)) at--;
  return at;
}

/** Nothing goes on about it: not "the figure of twelve", "the claim that none had died". */
function isClosedAt(at: number, { tokens, pack }: Words): boolean {
  const form = tokens.form[at] ?? "";
  if (!/[\p{L}\p{N}]/u.test(form) || pack.wordsIn("WITHDRAWNWHENW").has(form)) return true;
  return isDay(at, { tokens, pack });
}

/** "on Monday", "in June". */
function isDay(at: number, { tokens, pack }: Words): boolean {
  return (
    isOneOf(tokens, at, pack.wordsIn("ONINW")) && isOneOf(tokens, at + 1, pack.wordsIn("DAYMONTHW"))
  );
}

const COMMAS: ReadonlySet<string> = new Set([",", "،"]);

/** The innermost one who says it is the one who takes it back, and nobody else spoke in between. */
function isSaidBy(draft: Draft, found: Withdrawal, words: Words): boolean {
  const { from, by, isPersonal, isMany } = found;
  const speech = draft.speeches.at(-1);
  if (speech === undefined || speech.isAuthor) return false;
  if (isPersonal && draft.persons.length > 0) return false;
  if (isMany === true && !speech.speaker.isPlural) return false;
  if (by === null) return !anotherSpeaks(speech, draft.anchor, from, words);
  const { range, source } = speech.speaker;
  const own = words.tokens.form.slice(...range);
  const told = `${own.join(" ")} ${(source ?? "").toLowerCase()}`.split(" ");
  return by.every((form) => told.includes(form));
}

/** Between what is told and what takes it back stands a verb of saying that is not the speaker's own. */
function anotherSpeaks({ cue }: Speech, anchor: number, to: number, words: Words): boolean {
  const says = words.pack.wordsIn("SPEAKSW");
  for (let at = anchor; at < to; at++) {
    const isOwn = cue !== null && cue[0] <= at && at < cue[1];
    if (!isOwn && isOneOf(words.tokens, at, says)) return true;
  }
  return false;
}
