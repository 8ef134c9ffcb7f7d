/**
 * In: the drafts of a report, in its order. Out: the same, where those who are some of a group counted before are tied
 * to it: "Among the dead were X and Y", "only 11 of the executions", a figure that has its window from a larger one.
 * Never: ties to fewer than it tells of; ties what one says to what another says.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import { isNaming } from "./restated.ts";
import type { Sentence } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

/** So many sentences before the part its whole is looked for. */
const REACH = 5;
/** So many claims before it are looked at. */
const MOST = 24;

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Gives the parts of groups their wholes. Linear in the drafts. */
export function tieParts(drafts: readonly Draft[], words: Words): Draft[] {
  const owners = ownersOfWindows(drafts);
  return drafts.map((draft, at) => {
    if (draft.subsetOf !== null || draft.quantity?.measure === "share") return draft;
    const those = numberOfThose(draft, words);
    if (those !== null) {
      const told = wholeOfThose(those, draft, drafts, at);
      // "Six were arrested. Of those, two were hanged": of another kind, and a count of its own.
      return told === undefined ? draft : changeDraft(draft, { subsetOf: told });
    }
    const whole =
      isSome(draft, words) || isNaming(draft) || words.pack.partRows.has(draft.rows[0] ?? "")
        ? wholeBefore(draft, drafts, at, words)
        : ownerOf(draft, owners);
    if (whole !== undefined) return changeDraft(draft, { subsetOf: whole });
    // "One of the nine executions": some of those whom somebody told, in whatever words; no further ones.
    return isSome(draft, words) ? changeDraft(draft, { tier: "shown" }) : draft;
  });
}

/** "including four women and one man": where both parts are told apart, their sum, which nobody said, is none. */
export function dropLooseSums(drafts: readonly Draft[], parts: readonly Draft[]): readonly Draft[] {
  if (parts.length === 0) return drafts;
  const starts = new Set(parts.map(({ range }) => range[0]));
  return drafts.filter(
    ({ subsetOf, quantity, notes, range }) =>
      subsetOf === null ||
      quantity !== null ||
      !starts.has(range[0]) ||
      !notes.some(({ code }) => code === "quantity-doubtful"),
  );
}

/** The last figure of the kind before the part, where nothing says that it counts others. */
function wholeBefore(
  part: Draft,
  drafts: readonly Draft[],
  at: number,
  words: Words,
): Draft | undefined {
  for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
    const other = drafts[i] as Draft;
    if (part.sentence - other.sentence > REACH) break;
    if (other.kind !== part.kind || other.subsetOf !== null || isSome(other, words)) continue;
    if (other.quantity?.measure !== "count" || words.pack.partRows.has(other.rows[0] ?? ""))
      continue;
    const isWhole = canBeWhole(other, part) && least(other) > least(part) && !conflict(other, part);
    return isWhole && (haveOneVoice(other, part) || namesSomeOf(other, part, words))
      ? other
      : undefined;
  }
  return undefined;
}

/** "Three were hanged. HRANA declared the identity of one of the executed as A": whoever names them names some of those told. */
function namesSomeOf(other: Draft, { persons }: Draft, { pack }: Words): boolean {
  return pack.isVerbFinal && other.speeches.length === 0 && persons.length > 0;
}

/** Both say where, or both say when, and it is not the same. */
function conflict(a: Draft, b: Draft): boolean {
  const places = a.places.length > 0 && b.places.length > 0;
  if (places && !a.places.some(({ name }) => b.places.some((other) => other.name === name)))
    return true;
  return a.period !== null && b.period !== null && a.period !== b.period && !isInherited(b);
}

function canBeWhole(other: Draft, part: Draft): boolean {
  return (
    other.kind === part.kind &&
    other.modality === part.modality &&
    other.subsetOf === null &&
    other.quantity?.measure === "count" &&
    (other.quantity.max ?? other.quantity.min ?? 0) >= least(part)
  );
}

function least({ quantity, persons }: Draft): number {
  return quantity?.min ?? quantity?.max ?? persons.length;
}

/** "Only 11 of the executions", "two of those killed"; "two of them" and "two of the injured" may be of another kind. */
function isSome({ quantity, kind, range: [from, to] }: Draft, { tokens, pack }: Words): boolean {
  if (quantity === null || pack.isVerbFinal) return false;
  const of = pack.wordsIn("OF");
  const nouns = pack.wordsIn(`PART.${kind}`);
  for (let at = from; at < to; at++) {
    if ((tokens.start[at] ?? 0) < quantity.span.end) continue;
    const isOfThem = isPairOf(tokens, at, pack.wordsIn("OFTHEM"));
    if (!isOfThem && !(isOneOf(tokens, at, of) && isOneOf(tokens, at + 1, pack.wordsIn("DEF"))))
      return false;
    return holdsOneOf(tokens, at + 2, at + 5, nouns);
  }
  return false;
}

/**
 * "Of those, 58 were executed for murder", "Of the 112, 58 were": the number stands behind the whole that it is of. Null where it does
 * not; the number of the whole where it is said, else 0.
 */
function numberOfThose({ quantity, range }: Draft, { tokens, pack }: Words): number | null {
  if (quantity === null || pack.isVerbFinal) return null;
  const form = (at: number): string => tokens.form[at] ?? "";
  let first = range[0];
  while (first < range[1] && (tokens.start[first] ?? 0) < quantity.span.start) first++;
  let at = first - 1;
  while (at > first - OF_THOSE_REACH && (form(at) === "," || pack.wordsIn("ADV").has(form(at))))
    at--;
  if (at === first - 1) return null;
  const said = tokens.kind[at] === TOKEN.number ? Number(form(at).replaceAll(",", "")) : 0;
  if (said > 0) at--;
  if (said > 0 && pack.wordsIn("DEF").has(form(at)))
    return pack.wordsIn("OF").has(form(at - 1)) ? said : null;
  return isPairOf(tokens, at - 1, pack.wordsIn("OFTHEM")) ? said : null;
}

/** "Nine children were among the dead", "239 of them", "five of those executed": told of some of those before, whoever tells it. */
export function isOfThoseTold(part: Draft, sentence: Sentence, words: Words): boolean {
  const { tokens, pack } = words;
  if (isSome(part, words) || numberOfThose(part, words) !== null) return true;
  const parts = [pack.wordsIn(`PART.${part.kind}`), pack.wordsIn(`AMONG.${part.kind}`)];
  const isNoun = (at: number): boolean => parts.some((nouns) => isOneOf(tokens, at, nouns));
  const ofThem = pack.wordsIn("OFTHEM");
  const among = pack.wordsIn("AMONGW");
  const definite = pack.wordsIn("DEF");
  const from = Math.max(sentence.from, part.range[0] - AMONG_REACH);
  const to = Math.min(sentence.to, part.range[1] + AMONG_REACH);
  for (let at = from; at < to; at++) {
    if (isPairOf(tokens, at, ofThem)) return true;
    if (!isOneOf(tokens, at, among) || !isOneOf(tokens, at + 1, definite)) continue;
    if (isNoun(at + 2) || isNoun(at + 3)) return true;
  }
  return false;
}

/** Tokens between "among the dead" and the words of the claim. */
const AMONG_REACH = 6;

/** Tokens between "of those" and the number. */
const OF_THOSE_REACH = 5;

/** The figure that "those" are: the one of that number, else the last figure told where it is of the same kind. */
function wholeOfThose(
  said: number,
  part: Draft,
  drafts: readonly Draft[],
  at: number,
): Draft | undefined {
  for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
    const other = drafts[i] as Draft;
    if (part.sentence - other.sentence > REACH) break;
    if (other.subsetOf !== null || other.quantity?.measure !== "count") continue;
    if (said > 0 && other.quantity.min !== said && other.quantity.max !== said) continue;
    return canBeWhole(other, part) && least(other) > least(part) ? other : undefined;
  }
  return undefined;
}

/** The largest figure of each kind that said a window which others took from it. */
function ownersOfWindows(drafts: readonly Draft[]): ReadonlyMap<object, readonly Draft[]> {
  const owners = new Map<object, Draft[]>();
  for (const draft of drafts) {
    if (draft.period === null || draft.quantity === null || isInherited(draft)) continue;
    const own = owners.get(draft.period);
    if (own === undefined) owners.set(draft.period, [draft]);
    else own.push(draft);
  }
  return owners;
}

/** "148 were executed in November. 79 were executed for drugs": of the 148, where the same voice goes on. */
function ownerOf(draft: Draft, owners: ReadonlyMap<object, readonly Draft[]>): Draft | undefined {
  if (draft.period === null || draft.quantity === null || !isInherited(draft)) return undefined;
  return owners
    .get(draft.period)
    ?.find(
      (other) =>
        other.sentence < draft.sentence &&
        canBeWhole(other, draft) &&
        least(other) > least(draft) &&
        haveOneVoice(other, draft),
    );
}

function isInherited({ notes }: Draft): boolean {
  return notes.some(({ code }) => code === "period-inherited");
}

/** Both are told by the same one, or by the author. */
export function haveOneVoice(a: Draft, b: Draft): boolean {
  const voice = ({ speeches }: Draft): string | null =>
    speeches.at(-1)?.speaker.name?.name ?? (speeches.length === 0 ? "" : null);
  return voice(a) !== null && voice(a) === voice(b);
}
