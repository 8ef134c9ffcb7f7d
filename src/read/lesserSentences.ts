/**
 * In: drafts of a report, and its sentences. Out: the same without what is told of "his sentence" where the last sentence that was
 * told of him is none of death ("Two men were hanged. A got five years. His sentence was carried out").
 * Never: touches what says itself which sentence it is ("his death sentence was carried out").
 */
import type { Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentences } from "./readSentences.ts";
import type { TokenRange } from "./speech.ts";
import { holdsOneOf } from "./wordSets.ts";

/** Drafts without those of a sentence that is no death sentence. */
export function withoutLesserSentences(
  drafts: readonly Draft[],
  text: Sentences,
  pack: LanguagePack,
): readonly Draft[] {
  const { bareSentenceRows: rows } = pack;
  if (!drafts.some((draft) => rows.has(draft.rows[0] ?? ""))) return drafts;
  const sentencing = drafts.filter((draft) => penaltyOf(draft) !== null);
  return drafts.filter(
    (draft) => !rows.has(draft.rows[0] ?? "") || isOfDeath(draft, sentencing, text, pack),
  );
}

type Penalty = "death" | "lesser";

function penaltyOf({ kind, modality, stage }: Draft): Penalty | null {
  const isDone = modality === "happened" || modality === "ongoing";
  // An overturned sentence may have been given again.
  if (kind === "death-sentence") return modality === "negated" ? null : "death";
  if (kind === "imminent-execution") return "death";
  if (kind === "execution") return isDone ? "death" : null;
  if (!isDone) return null;
  const isTerm = kind === "arrest" && stage === "sentenced-prison";
  const isLess = kind === "corporal-punishment" || kind === "clemency" || kind === "release";
  return isTerm || isLess ? "lesser" : null;
}

function isOfDeath(
  draft: Draft,
  sentencing: readonly Draft[],
  text: Sentences,
  pack: LanguagePack,
): boolean {
  if (isSaidToBeLesser(draft, text, pack)) return false;
  if (holdsDeath(draft.sentence, text, ownWords(draft, text, pack))) return true;
  const whom = concernedBy(draft);
  const others = sentencing.filter((one) => one !== draft && one.anchor < draft.anchor);
  const own = others.filter(
    (one) => whom.size === 0 || [...concernedBy(one)].some((name) => whom.has(name)),
  );
  const last = own.reduce<Draft | null>(
    (latest, one) => (latest === null || one.anchor >= latest.anchor ? one : latest),
    null,
  );
  if (last === null && vouchesForItself(draft, text, pack)) return false;
  if (last === null) return whom.size === 0 || !isToldBefore(draft, whom, text, pack);
  if (draft.kind === "execution" && isOpen(draft) && isBesideLesser(last, draft, text, pack))
    return false;
  const beside = own.filter((one) => one.sentence === last.sentence);
  if (!beside.some((one) => penaltyOf(one) === "death") && !isBesideDeath(last, whom, text, pack))
    return false;
  // A sentence that was overturned may be given, and upheld, once more.
  return draft.kind === "death-sentence" || !isLessened(last, draft, text, pack);
}

/** "|His| sentence", "|the| sentence": its own words name nobody. */
function isOpen({ persons, notes }: Draft): boolean {
  return persons.length === 0 || notes.some(({ code }) => code === "person-from-pronoun");
}

/** "A was sentenced to death |and B to 74 lashes|. His sentence …": somebody else who is named there has another penalty. */
function isBesideLesser(last: Draft, draft: Draft, text: Sentences, pack: LanguagePack): boolean {
  const whom = new Set([...concernedBy(last), ...concernedBy(draft)]);
  const lesser = pack.wordsIn("LESSERPENALTYW");
  const { classes } = text.tables;
  const terms = classes.of("LASHW", "LASHES", "PRISONTERM");
  const lengths = classes.of("DURATION", "QTYDUR");
  return text.sentences.slice(last.sentence, draft.sentence).some(({ from, to }, behind) => {
    const others = text.names.filter(
      (one) => one.type === "person" && one.from >= from && one.to <= to && !whom.has(one.name),
    );
    const items = text.bases[last.sentence + behind]?.items ?? [];
    return others.some(({ to: end }) => {
      const at = items.findIndex((item) => item.from >= end);
      const own = at < 0 ? [] : items.slice(at, at + OWN_PENALTY);
      return own.some(
        ({ set, from: token }, i) =>
          terms[set] === 1 ||
          (lengths[set] === 1 && classes.to[own[i - 1]?.set ?? 0] === 1) ||
          lesser.has(text.tokens.form[token] ?? ""),
      );
    });
  });
}

/** Items from a name to its penalty ("B |to 74 lashes|", "B |was fined|"). */
const OWN_PENALTY = 5;

/** "sentenced |him| to five years for theft and to death for murder": nobody else is named there. */
function isBesideDeath(
  { sentence }: Draft,
  whom: ReadonlySet<string>,
  text: Sentences,
  pack: LanguagePack,
): boolean {
  const { from = 0, to = 0 } = text.sentences[sentence] ?? {};
  const { form } = text.tokens;
  const toDeath = pack.wordsIn("TODEATH");
  const says = form.some(
    (word, at) => at >= from && at < to && toDeath.has(`${word} ${form[at + 1] ?? ""}`),
  );
  if (!says) return false;
  return text.names.every(
    ({ type, name, from: at }) => type !== "person" || at < from || at >= to || whom.has(name),
  );
}

/** "was sentenced to death, later reduced to ten years": between the sentence and what was done with it. */
function isLessened(
  last: Draft,
  { anchor, sentence }: Draft,
  text: Sentences,
  pack: LanguagePack,
): boolean {
  const { tokens, bases, tables } = text;
  // "to death, then |to ten years|".
  const { of, to } = tables.classes;
  const length = of("DURATION", "QTYDUR");
  const items = bases[last.sentence]?.items ?? [];
  const isTerm = items.some(
    ({ set, from }, at) =>
      from > last.anchor && length[set] === 1 && to[items[at - 1]?.set ?? 0] === 1,
  );
  if (isTerm && penaltyOf(last) === "death") return true;
  if (isSentencedSince(last, sentence, text, pack)) return true;
  const between = tokens.form.slice(last.anchor, anchor);
  const [lessened, refused] = [pack.wordsIn("LESSENEDW"), pack.wordsIn("LESSENINGREFUSEDW")];
  return between.some((form) => lessened.has(form)) && !between.some((form) => refused.has(form));
}

function concernedBy({ persons }: Draft): ReadonlySet<string> {
  return new Set(persons.flatMap(({ name, role }) => (role === "other" ? [] : [name.name])));
}

/** "The sentence of A was |executed|", "of A, brother of the executed B, was upheld": the only word of death there and beside it. */
function vouchesForItself(draft: Draft, text: Sentences, pack: LanguagePack): boolean {
  const { sentence } = draft;
  if (!holdsDeath(sentence, text)) return false;
  const own = ownWords(draft, text, pack);
  return ![sentence - 1, sentence, sentence + 1].some((at) => holdsDeath(at, text, own));
}

/** What tells of what is done with the sentence; where it says to what ("of a man sentenced to death"), the verb alone. */
function ownWords({ range, anchor }: Draft, { tokens }: Sentences, pack: LanguagePack): TokenRange {
  const sentenced = pack.wordsIn("SENTENCEDW");
  const says = holdsOneOf(tokens, range[0], range[1], sentenced);
  return says ? [anchor, anchor + 1] : range;
}

/** "A faces the death penalty. |He was sentenced to a year for insult|. His sentence was carried out." */
function isSentencedSince(
  last: Draft,
  sentence: number,
  text: Sentences,
  pack: LanguagePack,
): boolean {
  const sentenced = pack.wordsIn("SENTENCEDW");
  return text.sentences
    .slice(last.sentence + 1, sentence)
    .some(
      ({ from, to }, at) =>
        holdsOneOf(text.tokens, from, to, sentenced) && !holdsDeath(last.sentence + 1 + at, text),
    );
}

/** They are named in a sentence before, and in none of death, or there with another penalty ("B to death and |A to five years|"). */
function isToldBefore(
  { sentence }: Draft,
  whom: ReadonlySet<string>,
  text: Sentences,
  pack: LanguagePack,
): boolean {
  const start = text.sentences[sentence]?.from ?? 0;
  const before = text.names.filter(({ from, name }: NameMatch) => from < start && whom.has(name));
  return before.length > 0 && !before.some((name) => isOfDeathBehind(name, text, pack));
}

/** The sentence of a name speaks of death, and no other penalty stands right behind the name. */
function isOfDeathBehind({ from, to }: NameMatch, text: Sentences, pack: LanguagePack): boolean {
  const at = text.sentences.findIndex((one) => from >= one.from && from < one.to);
  if (!holdsDeath(at, text)) return false;
  const lesserWords = pack.wordsIn("LESSERPENALTYW");
  const own = text.sentences[at];
  if (text.tokens.form.slice(own?.from, own?.to).some((form) => lesserWords.has(form)))
    return false;
  const { bases, tables } = text;
  const { classes } = tables;
  const [death, lesser] = [tables.named.get("death"), classes.of("LASHW", "PRISONTERM")];
  for (const item of bases[at]?.items ?? []) {
    if (item.from < to || classes.preposition[item.set] === 1) continue;
    const isTerm = lesser[item.set] === 1 || classes.of("DURATION", "QTYDUR")[item.set] === 1;
    if (isTerm) return false;
    if (death?.[item.set] === 1 || item.from > to + BEHIND_NAME) return true;
  }
  return true;
}

/** Tokens from a name to a penalty that is the name's own. */
const BEHIND_NAME = 3;

/** A word of death stands in the sentence, outside what tells of what is done with the sentence. */
function holdsDeath(
  sentence: number,
  { bases, tables }: Sentences,
  [start, end]: TokenRange = [0, 0],
): boolean {
  const death = tables.named.get("death");
  const items = bases[sentence]?.items ?? [];
  return items.some(({ set, from, to }) => death?.[set] === 1 && (to <= start || from >= end));
}

/** "The sentence of A was carried out: 74 lashes", "the sentence of A, a fine, was carried out". */
function isSaidToBeLesser(
  { sentence, range, anchor }: Draft,
  text: Sentences,
  pack: LanguagePack,
): boolean {
  const lesser = pack.wordsIn("LESSERPENALTYW");
  const { from = 0, to = 0 } = text.sentences[sentence] ?? {};
  const { form } = text.tokens;
  if (form.slice(range[0], range[1]).some((one) => lesser.has(one))) return true;
  if (holdsTerm(sentence, range, text)) return true;
  const isAlone = !holdsDeath(sentence, text, [anchor, anchor + 1]);
  return isAlone && form.slice(from, to).some((one) => lesser.has(one));
}

/** "the sentence of A, |five years in prison|, was": a term in an aside of its own. */
function holdsTerm(sentence: number, range: TokenRange, { bases, tables }: Sentences): boolean {
  const { comma, of } = tables.classes;
  const [length, term] = [of("DURATION", "QTYDUR"), of("PRISONTERM")];
  const items = bases[sentence]?.items ?? [];
  return items.some(
    ({ set, from }, at) =>
      length[set] === 1 &&
      from >= range[0] &&
      from < range[1] &&
      comma[items[at - 1]?.set ?? 0] === 1 &&
      term[items[at + 1]?.set ?? 0] === 1,
  );
}
