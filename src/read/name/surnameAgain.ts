/**
 * In: the names that a document tells in a script without capitals. Out: their surnames alone, where one of them can be meant.
 * Never: takes a surname that two share; takes a word or a town for a surname but where it opens a sentence and speaks.
 */
import { TOKEN } from "../tokens.ts";
import { isOneOf } from "../wordSets.ts";
import { makeDraft, type NameDraft } from "./nameDraft.ts";
import { has, type NameView } from "./nameView.ts";
import { isApartTail, isStop, unitAt } from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

/** A surname told before, and where its bearer was first named; null where two bear it. */
type Bearer = { readonly words: readonly string[]; readonly given: string; readonly to: number };

/** "A Karimi said … . Karimi added": the surname of somebody named before, where a phrase begins. */
export function surnamesAgain(view: NameView, drafts: readonly NameDraft[]): NameDraft[] {
  const bearers = collectBearers(view, drafts);
  if (bearers.size === 0) return [];
  const taken = new Map<number, NameDraft>();
  for (const draft of drafts) for (let at = draft.from; at < draft.to; at++) taken.set(at, draft);
  const found: NameDraft[] = [];
  for (let at = 0; at < view.tokens.size; at++) {
    const known = bearers.get(view.tokens.form[at] ?? "");
    const bearer = known?.find((one) => isAt(view, at, one));
    if (bearer === undefined || known?.some((other) => isOther(view, at, other, bearer))) continue;
    const holder = taken.get(at);
    if (holder !== undefined && holder.type !== "place") continue;
    if (!isMeant(view, at, at + bearer.words.length)) continue;
    const words = bearer.words.map((_, i) => at + i);
    const draft = makeDraft(view, at, at + words.length, words);
    found.push({ ...draft, type: "person", weight: 3 });
  }
  return found;
}

/** Surnames by their first word: of each person what stands behind the given name. */
function collectBearers(
  view: NameView,
  drafts: readonly NameDraft[],
): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const { type, words, from, to } of drafts) {
    if (type !== "person" || words.length < 2) continue;
    const given = unitAt(view, from, to);
    for (let cut = Math.max(1, given.to - from); cut < words.length; cut++) {
      if (isApartTail(view, from + cut)) continue;
      const first = words[cut] ?? "";
      const bearer = { words: words.slice(cut), given: words.slice(0, cut).join(" "), to };
      bearers.set(first, [...(bearers.get(first) ?? []), bearer]);
    }
  }
  return bearers;
}

function isAt(view: NameView, at: number, { words, to }: Bearer): boolean {
  return to <= at && words.every((word, i) => view.tokens.form[at + i] === word);
}

/** Somebody else of the same surname. */
function isOther(view: NameView, at: number, other: Bearer, { given }: Bearer): boolean {
  if (!other.words.every((word, i) => view.tokens.form[at + i] === word)) return false;
  return !(other.given.startsWith(given) || given.startsWith(other.given));
}

/** The surname opens a phrase; one that is a word or a town too opens the sentence and speaks. */
function isMeant(view: NameView, from: number, to: number): boolean {
  const { tokens, grammar } = view;
  const { sayOpeners, voiceWords } = grammar.uncased;
  const sentence = view.sentences[view.sentenceOf[from] ?? -1];
  if (sentence === undefined || to >= sentence.to) return false;
  const speaks = isOneOf(tokens, to, sayOpeners);
  if (from === sentence.from && speaks) return true;
  const { kind } = unitAt(view, from, sentence.to);
  if (kind !== "surname" && kind !== "strange" && kind !== "part") return false;
  if (isStop(view, from) || view.phraseAt.has(from) || has(view, from, WORD.people)) return false;
  if (from === sentence.from) return tokens.kind[to] === TOKEN.word || tokens.form[to] === ",";
  return isOneOf(tokens, from - 1, voiceWords);
}
