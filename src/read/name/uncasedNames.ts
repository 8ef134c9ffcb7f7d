/**
 * In: the view of a document. Out: names in scripts without capitals, by gazetteer, titles and name lists.
 * Never: takes a word for a name only because it could be one: a given name needs a name word beside it.
 * Gap: surnames that no list or ending knows are cut off.
 */
import type { Sentence } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import type { NameDraft } from "./nameDraft.ts";
import { has, type NameView, previousToken } from "./nameView.ts";
import { toldName } from "./toldNames.ts";
import { WORD } from "./wordClass.ts";

/** Names of every sentence written without capitals. */
export function findUncasedNames(view: NameView): NameDraft[] {
  const drafts: NameDraft[] = [];
  for (const sentence of view.sentences) findInSentence(view, sentence, drafts);
  return [...drafts, ...namedAgain(view, drafts)];
}

/** Names that the document tells elsewhere, whole or by the given name alone, where nothing around tells them. */
function namedAgain(view: NameView, drafts: readonly NameDraft[]): NameDraft[] {
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
    const isGiven = !isStop(view, at) && (view.tokens.form[at] ?? "").length > 2;
    const to = whole !== undefined ? at + whole.words.length : isGiven ? at + 1 : at;
    if (to === at || taken[to - 1] === 1) continue;
    const words = Array.from({ length: to - at }, (_, i) => at + i);
    const detail = readAge(view, to);
    found.push({
      ...emptyDraft(at, to, words),
      type: "person",
      words: words.map((word) => view.tokens.form[word] ?? ""),
      weight: 3,
      age: detail?.age ?? null,
      detailTo: detail?.to ?? to,
    });
    at = to - 1;
  }
  return found;
}

function findInSentence(view: NameView, sentence: Sentence, drafts: NameDraft[]): void {
  for (let at = sentence.from; at < sentence.to; at++) {
    if (view.tokens.kind[at] !== TOKEN.word || !isUncased(view, at)) continue;
    const entry = view.phraseAt.get(at);
    const person = longer(readPerson(view, at, sentence.to), readTold(view, at, sentence.to));
    const phraseEnd = view.phraseEnd[at] ?? 0;
    if (person !== null && person.to > phraseEnd) {
      drafts.push(person);
      at = person.to - 1;
    } else if (entry !== undefined && entry.kind !== "people") {
      drafts.push({ ...emptyDraft(at, phraseEnd, [at]), type: entry.kind, id: entry.id });
      at = phraseEnd - 1;
    }
  }
}

function longer(one: NameDraft | null, other: NameDraft | null): NameDraft | null {
  if (one === null || other === null) return one ?? other;
  return other.to > one.to ? other : one;
}

/** A name that what stands around it tells. */
function readTold(view: NameView, at: number, limit: number): NameDraft | null {
  const told = toldName(view, at, limit);
  if (told === null) return null;
  const before = previousToken(view, at);
  const title = before >= 0 && has(view, before, WORD.title) ? before : at;
  const closed = told.to + (view.tokens.form[told.to] === "»" ? 1 : 0);
  const father = readFather(view, closed, limit);
  const age = readAge(view, father?.to ?? closed);
  const words: number[] = [];
  for (let word = at; word < told.to; word++) words.push(word);
  const isDetailInside = closed === told.to;
  return {
    ...emptyDraft(at, told.to, words),
    type: "person",
    words: words.map((word) => view.tokens.form[word] ?? ""),
    titleFrom: title,
    weight: 4,
    isOfficial: title < at && has(view, title, WORD.official),
    sex: title < at ? sexOfTitle(view, title) : null,
    father: father?.name ?? null,
    age: age?.age ?? null,
    detailTo: isDetailInside ? (age?.to ?? father?.to ?? told.to) : told.to,
  };
}

/** Arabic script and its neighbours. */
function isUncased(view: NameView, at: number): boolean {
  const code = view.tokens.text.charCodeAt(view.tokens.start[at] ?? 0);
  return code >= 0x590 && code < 0x900;
}

const NAME_BITS = WORD.given | WORD.surname | WORD.part | WORD.honorific;

function readPerson(view: NameView, at: number, limit: number): NameDraft | null {
  const before = previousToken(view, at);
  const isNamed = before >= 0 && view.grammar.uncased.namedCues.has(view.tokens.form[before] ?? "");
  const isHeld =
    before >= 0 && view.grammar.uncased.surnameTitles.has(view.tokens.form[before] ?? "");
  if (view.grammar.uncased.surnameTitles.has(view.tokens.form[at] ?? "")) return null;
  if (!opensName(view, at, isNamed, isHeld)) return null;
  let to = at + 1;
  let names = 1;
  while (to < limit && names < 6 && continuesName(view, to)) {
    to++;
    names++;
  }
  const title = before >= 0 && has(view, before, WORD.title) ? before : at;
  const father = readFather(view, to, limit);
  const age = readAge(view, father?.to ?? to);
  const weight = points([
    [isHeld, 3],
    [title < at, 2],
    [father !== null, 3],
    [age !== null, 2],
    [names > 1, 2],
    [isNamed, 1],
  ]);
  if (weight < 2 || (names === 1 && weight < 3 && !has(view, at, WORD.given | WORD.part)))
    return null;
  if (!isHeld && !isGivenLike(view, at)) return null;
  const words: number[] = [];
  for (let word = at; word < to; word++) words.push(word);
  return {
    ...emptyDraft(at, to, words),
    type: "person",
    words: words.map((word) => view.tokens.form[word] ?? ""),
    titleFrom: title,
    weight,
    isOfficial: title < at && has(view, title, WORD.official),
    sex: title < at ? sexOfTitle(view, title) : null,
    father: father?.name ?? null,
    age: age?.age ?? null,
    detailTo: age?.to ?? father?.to ?? to,
  };
}

function points(evidence: readonly (readonly [isSo: boolean, weight: number])[]): number {
  return evidence.reduce((sum, [isSo, weight]) => sum + (isSo ? weight : 0), 0);
}

/** A word known from names; behind a title that holds a surname any word that is nothing else. */
function opensName(view: NameView, at: number, isNamed: boolean, isHeld: boolean): boolean {
  if (isStop(view, at)) return isNamed && has(view, at, WORD.given | WORD.part);
  if (isGivenLike(view, at) || has(view, at, NAME_BITS)) return true;
  return isHeld && !view.phraseAt.has(at) && !has(view, at, WORD.title | WORD.people);
}

function isGivenLike(view: NameView, at: number): boolean {
  if (has(view, at, WORD.given | WORD.honorific | WORD.part)) return true;
  const form = view.tokens.form[at] ?? "";
  return view.grammar.uncased.givenBeginnings.some(
    (start) => form.length > start.length + 1 && form.startsWith(start),
  );
}

function sexOfTitle(view: NameView, title: number): "female" | "male" | null {
  if (has(view, title, WORD.female)) return "female";
  return has(view, title, WORD.male) ? "male" : null;
}

function isStop(view: NameView, at: number): boolean {
  return view.grammar.uncased.stops.has(view.tokens.form[at] ?? "");
}

/** A name word, or a word with a surname's ending, that is no function word. */
function continuesName(view: NameView, at: number): boolean {
  if (view.tokens.kind[at] !== TOKEN.word || isStop(view, at) || !isUncased(view, at)) return false;
  if (has(view, at, WORD.title)) return false;
  if (has(view, at, NAME_BITS)) return true;
  const form = view.tokens.form[at] ?? "";
  if (isTail(view, at) || isTail(view, at + 1) || isJoined(view, at + 1)) return true;
  if (view.phraseAt.has(at)) return false;
  if (view.grammar.uncased.nameJoiners.has(form)) return true;
  return (
    form.length > 4 && view.grammar.uncased.surnameEndings.some((ending) => form.endsWith(ending))
  );
}

/** "خامنه‌ای": an ending that a zero-width joiner sets apart. */
function isTail(view: NameView, at: number): boolean {
  return isCloseTo(view, at) && view.grammar.uncased.nameTails.has(view.tokens.form[at] ?? "");
}

/** "بلوچ‌زهی": the second half of a surname. */
function isJoined(view: NameView, at: number): boolean {
  return isCloseTo(view, at) && view.grammar.uncased.nameJoiners.has(view.tokens.form[at] ?? "");
}

/** One character, no space, stands between this token and the one before. */
function isCloseTo(view: NameView, at: number): boolean {
  const gap = view.tokens.end[at - 1] ?? 0;
  return (view.tokens.start[at] ?? -1) === gap + 1 && view.tokens.text[gap] === "\u200c";
}

function readFather(
  view: NameView,
  to: number,
  limit: number,
): { name: string; to: number } | null {
  let at = to;
  if (view.tokens.form[at] === "،" || view.tokens.form[at] === "(") at++;
  if (!view.grammar.uncased.fatherCues.has(view.tokens.form[at] ?? "")) return null;
  const first = at + 1;
  if (first >= limit || view.tokens.kind[first] !== TOKEN.word) return null;
  let end = first + 1;
  while (end < limit && end - first < 3 && has(view, end, NAME_BITS) && !isStop(view, end)) end++;
  const name = view.tokens.text.slice(view.tokens.start[first], view.tokens.end[end - 1]);
  return { name, to: view.tokens.form[end] === ")" ? end + 1 : end };
}

function readAge(view: NameView, to: number): { age: number; to: number } | null {
  let at = to;
  if (view.tokens.form[at] === "،" || view.tokens.form[at] === "(") at++;
  if (view.tokens.kind[at] !== TOKEN.number) return null;
  if (!view.grammar.uncased.ageCues.has(view.tokens.form[at + 1] ?? "")) return null;
  const age = Number(view.tokens.form[at]);
  return Number.isInteger(age) && age <= 115 ? { age, to: at + 2 } : null;
}

function emptyDraft(from: number, to: number, words: readonly number[]): NameDraft {
  return {
    from,
    to,
    titleFrom: from,
    type: "unknown",
    id: null,
    words: [],
    wordTokens: words,
    weight: 0,
    isOfficial: false,
    sex: null,
    inHeading: false,
    name: null,
    age: null,
    father: null,
    detailTo: null,
  };
}
