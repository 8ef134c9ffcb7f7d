/**
 * In: the names that a document tells in a script without capitals. Out: the same names where nothing around tells them.
 * Never: takes a word that stops names, or is a common one, for somebody's given name.
 */
import { isOneOf } from "../wordSets.ts";
import { makeDraft, type NameDraft } from "./nameDraft.ts";
import { has, type NameView } from "./nameView.ts";
import { readDetail } from "./uncasedDetail.ts";
import { isStop, unitAt } from "./uncasedWords.ts";
import { TOKEN } from "../tokens.ts";
import { WORD } from "./wordClass.ts";

/** Names that the document tells elsewhere, whole or by the given name alone, where nothing around tells them. */
export function namedAgain(view: NameView, drafts: readonly NameDraft[]): NameDraft[] {
  const byFirst = new Map<string, NameDraft[]>();
  for (const draft of drafts) {
    if (draft.type !== "person" || draft.words.length < 2) continue;
    const first = draft.words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), draft]);
  }
  if (byFirst.size === 0) return [];
  const taken = new Uint8Array(view.tokens.size);
  for (const draft of drafts) taken.fill(1, draft.from, draft.to);
  const found: NameDraft[] = [];
  for (let at = 0; at < view.tokens.size; at++) {
    const known = taken[at] === 1 ? undefined : byFirst.get(view.tokens.form[at] ?? "");
    if (known === undefined) continue;
    const whole = known.find(({ words }) =>
      words.every((word, i) => view.tokens.form[at + i] === word),
    );
    const { kind } = unitAt(view, at, view.tokens.size);
    const isGiven = !isStop(view, at) && (kind === "given" || isTownHere(view, at));
    const to = whole !== undefined ? at + whole.words.length : isGiven ? at + 1 : at;
    if (to === at || taken[to - 1] === 1) continue;
    const words = Array.from({ length: to - at }, (_, i) => at + i);
    const sentence = view.sentences[view.sentenceOf[at] ?? -1];
    const detail = readDetail(view, to, sentence?.to ?? to);
    found.push({
      ...makeDraft(view, at, to, words),
      type: "person",
      weight: 3,
      age: detail.age,
      father: detail.father,
      detailTo: detail.to,
    });
    at = to - 1;
  }
  return found;
}

/** "مهران در مرداد بازداشت شد": a given name that is a town's too, where a clause begins and no list calls it an everyday word. */
function isTownHere(view: NameView, at: number): boolean {
  const { tokens, grammar } = view;
  if (!has(view, at, WORD.given) || isOneOf(tokens, at, grammar.uncased.everydayNames))
    return false;
  const isOpening = at === 0 || tokens.kind[at - 1] !== TOKEN.word;
  return isOpening && tokens.kind[at + 1] === TOKEN.word;
}
