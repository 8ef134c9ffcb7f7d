/**
 * In: a run of capitalised words. Out: the names in it, each with what it is and what speaks for it.
 * Never: takes a run for a person without evidence in or beside it.
 */
import type { NameEntry } from "./grammarTypes.ts";
import { TOKEN } from "../tokens.ts";
import { isGlued } from "../sentences.ts";
import { apposedRole } from "./context.ts";
import { PERSON_MIN, SINGLE_MIN, weigh } from "./evidence.ts";
import { findHead, isOpener } from "./heads.ts";
import { type NameDraft, makeDraft } from "./nameDraft.ts";
import { endingWeight } from "./nameShape.ts";
import { CASE, has, isAlsoLower, isCue, type NameView, previousToken } from "./nameView.ts";
import { extendOrganisation } from "./organisationNames.ts";
import { isPlaceCued, isPlaceUse, isTownIn } from "./placeCues.ts";
import { prisonAfter, prisonBeside, prisonIdOf, prisonTown } from "./prisonNames.ts";
import type { Run } from "./run.ts";
import { findTitle, isCourtesyAt, isTitleInName, readLead } from "./titles.ts";
import { HEADS, NAME_BITS, WORD } from "./wordClass.ts";
import { hasParticle, isAcronym, isHyphened, opensSentence } from "./wordShape.ts";

/** The names of one run, left to right. */
export function classifyRun(view: NameView, run: Run, limit: number): NameDraft[] {
  const isHeading = view.isHeading[view.sentenceOf[run.from] ?? 0] === 1;
  const pieces = isHeading ? splitHeading(view, run.words) : [run.words];
  return pieces.flatMap((words) => classifyPiece(view, words, run, limit));
}

/** In a heading every word is capitalised: names are what stands between the common words. */
function splitHeading(view: NameView, words: readonly number[]): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  let covered = 0;
  for (const at of words) {
    covered = Math.max(covered, view.phraseEnd[at] ?? 0);
    const isKept =
      at < covered ||
      !has(view, at, WORD.common | WORD.notName) ||
      has(view, at, NAME_BITS | HEADS | WORD.title);
    if (isKept) piece.push(at);
    else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function classifyPiece(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft[] {
  const entry = view.phraseAt.get(run.from);
  if (
    entry !== undefined &&
    run.from < (words[0] ?? 0) &&
    (view.phraseEnd[run.from] ?? 0) >= run.to
  ) {
    const draft = draftOfEntry(view, run.from, run.to, entry, run, limit);
    return draft === null ? [] : [draft];
  }
  const title = findTitle(view, words);
  if (title !== null) {
    const before =
      title.first > 0 ? classifyWords(view, words.slice(0, title.first), run, limit) : [];
    const isInName = words.length === title.last + 2 && isTitleInName(view, words[title.last] ?? 0);
    const rest = words.slice(isInName ? title.last : title.last + 1);
    const after = classifyWords(view, rest, run, limit, words[title.first] ?? run.from);
    return [...before, ...after];
  }
  return classifyWords(view, words, run, limit);
}

function classifyWords(
  view: NameView,
  allWords: readonly number[],
  run: Run,
  limit: number,
  titleToken: number | null = null,
): NameDraft[] {
  const words = titleToken === null ? stripOpening(view, allWords) : allWords;
  if (words.length === 0) return [];
  const prison = titleToken === null ? prisonBeside(view, words) : null;
  if (prison !== null) return [prison];
  const whole = phraseOver(view, words, run, limit);
  if (whole !== null && titleToken === null) return [whole];
  const headed = classifyHeaded(view, allWords, words, run, limit);
  if (headed !== null) return headed;
  const split = titleToken === null ? splitAtPhrase(view, words, run, limit) : null;
  if (split !== null) return split;
  return classifyPerson(view, words, run, limit, titleToken);
}

/** Takes off what is capitalised only because a sentence begins there. */
function stripOpening(view: NameView, words: readonly number[]): readonly number[] {
  let first = 0;
  while (first < words.length) {
    const at = words[first] ?? 0;
    if (view.phraseEnd[at] !== 0) break;
    const isInitial = view.letterCase[at] === CASE.initial && view.tokens.form[at + 1] === ".";
    const isNever = has(view, at, WORD.notName) && !isInitial;
    const isDull =
      isNever ||
      (opensSentence(view, at) &&
        !has(view, at, NAME_BITS | WORD.organisationOpener) &&
        (has(view, at, WORD.common) || isAlsoLower(view, at)));
    const next = words[first + 1];
    if (!isDull || (next !== undefined && isOpener(view, at, next))) break;
    const after = words[first + 2];
    if (next !== undefined && after !== undefined && isOpener(view, next, after)) {
      first++;
      break;
    }
    if (
      !isNever &&
      has(view, at, WORD.common) &&
      first + 1 < words.length &&
      isCommonName(view, words[first + 1] ?? 0)
    )
      break;
    first++;
  }
  return first === 0 ? words : words.slice(first);
}

/** "Supreme Court", "Human Rights Watch": a common word that is capitalised inside a sentence too. */
function isCommonName(view: NameView, at: number): boolean {
  return has(view, at, WORD.common | HEADS) && !has(view, at, NAME_BITS);
}

function phraseOver(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft | null {
  const first = words[0] ?? 0;
  const entry = view.phraseAt.get(first);
  const end = view.phraseEnd[first] ?? 0;
  if (entry === undefined || end < (words.at(-1) ?? 0) + 1) return null;
  return draftOfEntry(view, first, end, entry, run, limit);
}

function draftOfEntry(
  view: NameView,
  from: number,
  end: number,
  entry: NameEntry,
  run: Run,
  limit: number,
): NameDraft | null {
  const prison = prisonAfter(view, from, end);
  if (prison !== null) return prison;
  if (entry.kind === "people") return null;
  const type = entry.kind;
  const last = run.words.findLast((at) => at >= from && at < end) ?? from;
  const isHeaded = type === "organisation" && has(view, last, WORD.organisationHead);
  const to = isHeaded ? extendOrganisation(view, end, limit, last) : end;
  const draft = makeDraft(
    view,
    from,
    to,
    run.words.filter((at) => at >= from && at < end),
  );
  draft.type = type;
  draft.id = entry.id;
  if (entry.isAmbiguous && type === "place" && !isPlaceUse(view, from, end)) {
    draft.type = "unknown";
    draft.id = null;
  }
  return draft;
}

/** Runs with a head word: an organisation, a prison, a place, an event. */
function classifyHeaded(
  view: NameView,
  allWords: readonly number[],
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft[] | null {
  const head = findHead(view, words);
  if (head === null) return null;
  const at = words[head] ?? 0;
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? 0;
  if (has(view, at, WORD.prisonHead)) {
    const place = prisonTown(view, at, limit);
    const draft = makeDraft(view, first, place?.to ?? at + 1, words.slice(0, head + 1));
    draft.type = "prison";
    draft.id = place === null ? prisonIdOf(view, first, at) : place.id;
    return [draft, ...classifyTail(view, words.slice(head + 1), run, limit)];
  }
  const isLoneHead = words.length === 1;
  if (has(view, at, WORD.organisationHead | WORD.organisationOpener)) {
    const from = allWords.length > words.length && words.length === 1 ? first : first;
    const to = extendOrganisation(view, last + 1, limit, at);
    if (isLoneHead && to === last + 1) return [];
    const draft = makeDraft(view, from, to, words);
    draft.type = "organisation";
    const entry = view.phraseAt.get(first);
    draft.id = entry !== undefined && entry.kind === "organisation" ? entry.id : null;
    return [draft];
  }
  if (isLoneHead) return [];
  const draft = makeDraft(view, first, last + 1, words);
  draft.type = has(view, at, WORD.placeHead) ? "place" : "unknown";
  if (draft.type === "place") {
    const entry = view.phraseAt.get(first);
    draft.id = entry?.kind === "place" && has(view, at, WORD.area) ? entry.id : null;
  }
  return [draft];
}

function classifyTail(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft[] {
  return words.length === 0 ? [] : classifyWords(view, words, run, limit);
}

/** A gazetteer name inside a longer run: "Iran Human Rights", "Tehran Ali Karimi". */
function splitAtPhrase(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft[] | null {
  for (let index = 0; index < words.length; index++) {
    const at = words[index] ?? 0;
    const end = view.phraseEnd[at] ?? 0;
    const entry = view.phraseAt.get(at);
    if (end === 0 || entry === undefined) continue;
    const covered = words.filter((word) => word >= at && word < end).length;
    const isWhole = covered === words.length;
    if (!isWhole && covered === 1 && isNamePart(view, words, index)) continue;
    const before = words.slice(0, index);
    const after = words.slice(index + covered);
    if (!isWhole && entry.kind === "people" && before.length > 0) continue;
    const draft = draftOfEntry(view, at, end, entry, run, limit);
    return [
      ...(before.length === 0 ? [] : classifyWords(view, before, run, limit)),
      ...(draft === null ? [] : [draft]),
      ...classifyTail(view, after, run, limit),
    ];
  }
  return null;
}

/** A place's or people's name that is part of a person's here ("Jack London", "Ali Tehrani", "Jordan Miles"). */
function isNamePart(view: NameView, words: readonly number[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  const at = words[index] ?? 0;
  const isLast = before !== undefined && index === words.length - 1;
  if (isLast && has(view, before, WORD.given)) return true;
  // "Tanisha London, 17,": a town has no age.
  if (isLast && isAged(view, at) && !has(view, before, WORD.common | HEADS)) return true;
  if (
    after !== undefined &&
    view.letterCase[after] === CASE.initial &&
    view.tokens.form[after + 1] === "."
  )
    return true;
  if (after !== undefined && hasParticle(view, at, after)) return true;
  if (before !== undefined && hasParticle(view, before, at)) return true;
  if (
    before !== undefined &&
    has(view, before, WORD.part) &&
    has(view, at, WORD.people | NAME_BITS)
  )
    return true;
  if (!has(view, at, NAME_BITS)) return false;
  return (
    after !== undefined &&
    !has(view, after, HEADS) &&
    (has(view, after, NAME_BITS) || !has(view, after, WORD.common))
  );
}

function classifyPerson(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
  titleToken: number | null,
): NameDraft[] {
  const isPolite = titleToken !== null && words.length === 1 && isCourtesyAt(view, titleToken);
  const core = isPolite ? words : nameWords(view, words, titleToken !== null);
  if (core.length === 0) return [];
  const from = core[0] === run.words[0] ? run.from : (core[0] ?? 0);
  const to = endOfName(view, run, core, limit);
  const draft = makeDraft(view, from, to, core);
  const lead = readLead(view, titleToken ?? from, titleToken !== null, from);
  draft.titleFrom = lead.from;
  draft.isOfficial = lead.isOfficial || isApposedOfficial(view, lead.from);
  draft.sex = lead.sex;
  draft.weight = weigh(view, core, to, limit, lead);
  const isSingle = core.length === 1;
  if (isSingle && isAcronym(view, from)) {
    draft.type = view.grammar.acronymsOut.has(view.tokens.form[from] ?? "")
      ? "unknown"
      : "organisation";
    return draft.type === "unknown" ? [] : [draft];
  }
  const building = buildingAfter(view, to, limit);
  const isTitledPlace = titleToken !== null && isPlaceBefore(view, titleToken);
  if (building > 0 && (titleToken === null ? core.length > 1 : isTitledPlace)) {
    draft.to = building;
    draft.type = has(view, building - 1, WORD.organisationHead) ? "organisation" : "place";
    return [draft];
  }
  if (titleToken === null && isTownIn(view, from, to)) draft.type = "place";
  else if (isPolite || draft.weight >= (isSingle ? SINGLE_MIN : PERSON_MIN)) draft.type = "person";
  else if (draft.weight < 1.5 && isPlaceCued(view, from, to, core)) draft.type = "place";
  else if (isSingle && has(view, from, WORD.common) && !has(view, from, NAME_BITS)) return [];
  return [draft];
}

/** "|at| Imam Karimi airport", "|near the| Doctor Karimi hospital": not "met Doctor Karimi hospital staff said". */
function isPlaceBefore(view: NameView, title: number): boolean {
  const before = previousToken(view, title);
  return before >= 0 && has(view, before, WORD.placeBefore);
}

/** "the Minister for the Middle East, Lord Farn". */
function isApposedOfficial(view: NameView, from: number): boolean {
  const comma = previousToken(view, from);
  if (comma < 0 || view.sentenceOf[comma] !== view.sentenceOf[from]) return false;
  const role = apposedRole(view, comma);
  return role >= 0 && has(view, role, WORD.official);
}

/** The end of a building's word behind a name ("Ali Ibn Abi Talib hospital", "… high school"); 0 without one. */
function buildingAfter(view: NameView, to: number, limit: number): number {
  for (let at = to; at < limit && at < to + 2; at++) {
    if (view.letterCase[at] !== CASE.none || view.tokens.kind[at] !== TOKEN.word) return 0;
    if (view.grammar.namedAfter.has(view.tokens.form[at] ?? "")) return at + 1;
    if (!isCue(view, at, "buildingKind")) return 0;
  }
  return 0;
}

/** The end of a name: an initial keeps its full stop, a second surname in brackets belongs to it. */
function endOfName(view: NameView, run: Run, core: readonly number[], limit: number): number {
  const last = core.at(-1) ?? 0;
  const { form } = view.tokens;
  let to = last === (run.words.at(-1) ?? -1) ? run.to : last + 1;
  if (
    to === last + 1 &&
    view.letterCase[last] === CASE.initial &&
    form[to] === "." &&
    isGlued(view.tokens, to)
  )
    to++;
  if (core.length < 2 || form[to] !== "(" || to + 2 >= limit || form[to + 2] !== ")") return to;
  const inside = to + 1;
  const isSurname =
    has(view, inside, WORD.surname | WORD.part) ||
    endingWeight(view.grammar, form[inside] ?? "") > 0;
  if (view.letterCase[inside] !== CASE.capital || !isSurname) return to;
  return has(view, inside, WORD.common | WORD.people) || view.phraseEnd[inside] !== 0 ? to : to + 3;
}

/** "Abdul Hai Kurd": a people's name behind two name words is a surname. */
function isClan(view: NameView, words: readonly number[], last: number): boolean {
  return has(view, words[last] ?? 0, WORD.people) && has(view, words[0] ?? 0, WORD.given);
}

/** A common word capitalised inside a sentence is meant as a name ("Spin Gul"). */
function isWrittenSo(view: NameView, at: number): boolean {
  if (has(view, at, WORD.title | WORD.notName | WORD.people | HEADS) || opensSentence(view, at))
    return false;
  return view.isHeading[view.sentenceOf[at] ?? 0] !== 1 && has(view, at, WORD.common);
}

/** "Tommy Lynn Sells, 49,": what stands before an age is a surname, whatever it means in lower case. */
function isAged({ tokens }: NameView, last: number): boolean {
  return (
    tokens.form[last + 1] === "," &&
    tokens.kind[last + 2] === TOKEN.number &&
    tokens.form[last + 3] === ","
  );
}

/** Leaves out common words at both ends; a heading keeps name words only. */
function nameWords(view: NameView, words: readonly number[], hasTitle: boolean): readonly number[] {
  let first = 0;
  let last = words.length - 1;
  const isDull = (at: number): boolean =>
    has(view, at, WORD.common | WORD.notName | WORD.people | WORD.title) &&
    !has(view, at, NAME_BITS | WORD.suffix) &&
    view.letterCase[at] !== CASE.initial &&
    !isHyphened(view, at);
  if (hasTitle && isTitleInName(view, words[0] ?? 0)) return words;
  while (first <= last && isDull(words[first] ?? 0)) first++;
  if (first > 0 && first === last && isWrittenSo(view, words[first - 1] ?? 0)) first--;
  const isHeading = view.isHeading[view.sentenceOf[words[0] ?? 0] ?? 0] === 1;
  if (isHeading && !hasTitle) {
    let end = first;
    while (end <= last && !isDull(words[end] ?? 0)) end++;
    return words.slice(first, end);
  }
  while (
    last - first > 1 &&
    isDull(words[last] ?? 0) &&
    !isClan(view, words, last) &&
    !isAged(view, words[last] ?? 0)
  )
    last--;
  return words.slice(first, last + 1);
}
