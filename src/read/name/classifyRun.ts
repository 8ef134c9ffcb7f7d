/**
 * In: a run of capitalised words. Out: the names in it, each with what it is and what speaks for it.
 * Never: takes a run for a person without evidence in or beside it.
 */
import type { NameEntry } from "../nameGrammar.ts";
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import type { NameDraft } from "./nameDraft.ts";
import { CASE, has, type NameView, nextToken, previousToken } from "./nameView.ts";
import { ageBefore, readPersonDetail } from "./personDetail.ts";
import { endingWeight } from "./nameShape.ts";
import { longestPhrase } from "./phraseTrie.ts";
import type { Run } from "./run.ts";
import { WORD } from "./wordClass.ts";

/** A run with less is no person; one word needs more than two. */
const PERSON_MIN = 2;
const SINGLE_MIN = 3.5;

const NAME_BITS = WORD.given | WORD.surname | WORD.part | WORD.honorific;
const HEADS =
  WORD.organisationHead |
  WORD.placeHead |
  WORD.prisonHead |
  WORD.eventHead |
  WORD.organisationOpener;

/** The names of one run, left to right. */
export function classifyRun(view: NameView, run: Run, limit: number): NameDraft[] {
  const words = run.words;
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

/** "Lord Farnfield": without the title the name is none. */
function isTitleInName(view: NameView, at: number): boolean {
  return view.grammar.titlesInName.has(view.tokens.form[at] ?? "");
}

/** The title inside a run: its last title word with a name after it, and the first word that belongs to it. */
function findTitle(
  view: NameView,
  words: readonly number[],
): { first: number; last: number } | null {
  for (let index = words.length - 2; index >= 0; index--) {
    const at = words[index] ?? 0;
    if (!has(view, at, WORD.title)) continue;
    if (!isTitleUse(view, words, index)) continue;
    let first = index;
    while (first > 0 && isTitleWord(view, words[first - 1] ?? 0)) first--;
    return { first, last: index };
  }
  return null;
}

/** "Judge Karimi" is a title; "Justice Department", "Imam Khomeini Hospital" and "Martin King Smith" are not. */
function isTitleUse(view: NameView, words: readonly number[], index: number): boolean {
  if ((view.phraseEnd[words[index] ?? 0] ?? 0) > (words[index + 1] ?? 0)) return false;
  if (isHyphened(view, words[index] ?? 0) && index > 0) return false;
  for (let next = index + 1; next < words.length; next++) {
    const at = words[next] ?? 0;
    if (has(view, at, HEADS) && !has(view, at, WORD.surname | WORD.given)) return false;
    if (has(view, at, HEADS) && next === words.length - 1 && next > index + 1) {
      if (!has(view, words[index + 1] ?? 0, WORD.given)) return false;
    }
  }
  const next = words[index + 1] ?? 0;
  if (has(view, next, WORD.title | WORD.modifier) && !has(view, next, NAME_BITS)) return false;
  const isPlain =
    has(view, next, WORD.notName | WORD.people) && view.letterCase[next] !== CASE.initial;
  if (isPlain && !has(view, next, NAME_BITS)) return false;
  if (has(view, next, WORD.common) && !has(view, next, NAME_BITS)) {
    const after = words[index + 2];
    if (after === undefined || has(view, after, WORD.common)) return false;
  }
  const at = words[index] ?? 0;
  if (
    index > 0 &&
    has(view, at, WORD.given | WORD.surname) &&
    has(view, words[index - 1] ?? 0, WORD.given)
  ) {
    return false;
  }
  if (has(view, at, WORD.plural) && (view.letterCase[at] ?? 0) === CASE.none) return true;
  return true;
}

function isTitleWord(view: NameView, at: number): boolean {
  return has(view, at, WORD.title | WORD.modifier | WORD.people);
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
        (has(view, at, WORD.common) || view.lowerForms.has(view.tokens.form[at] ?? "")));
    if (!isDull || (first + 1 < words.length && isOpener(view, at, words[first + 1] ?? 0))) break;
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

/** "Lake Urmia", "Hurricane Otis": a head that stands first. */
function isOpener(view: NameView, at: number, next: number): boolean {
  return view.grammar.openers.has(view.tokens.form[at] ?? "") && !has(view, next, WORD.title);
}

/** "Supreme Court", "Human Rights Watch": a common word that is capitalised inside a sentence too. */
function isCommonName(view: NameView, at: number): boolean {
  return has(view, at, WORD.common | HEADS) && !has(view, at, NAME_BITS);
}

/** First word of a sentence, or of a quotation. */
export function opensSentence(view: NameView, at: number): boolean {
  const sentence = view.sentences[view.sentenceOf[at] ?? -1];
  if (sentence === undefined) return true;
  for (let before = at - 1; before >= sentence.from; before--) {
    if (view.tokens.kind[before] === TOKEN.newline) continue;
    if (view.tokens.kind[before] !== TOKEN.punctuation && view.tokens.kind[before] !== TOKEN.number)
      return false;
    const form = view.tokens.form[before] ?? "";
    if (form === "“" || form === '"' || form === "‘" || form === ":" || form === "•") return true;
    if (form === "," || form === ")" || form === "(") return false;
  }
  return true;
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
  if (entry === undefined || end < (words[words.length - 1] ?? 0) + 1) return null;
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

/** "prison term", "jail sentence": what a person got, no place. */
const NOT_A_PRISON: ReadonlySet<string> = new Set([
  "term",
  "terms",
  "sentence",
  "sentences",
  "time",
  "break",
]);

/** "Karaj prison", "Evin and Qarchak prisons", "Zahedan Central Prison": the prison word beside a name. */
function prisonAfter(view: NameView, from: number, end: number): NameDraft | null {
  const entry = view.phraseAt.get(from);
  if (entry?.isCountry === true || entry?.kind === "people") return null;
  const phrase = longestPhrase(view.grammar.prisonPhrases, view.tokens, end, end + 4);
  let to = phrase?.to ?? 0;
  if (to === 0 && has(view, end, WORD.prisonHead)) to = end + 1;
  if (to === 0 || has(view, to, WORD.title) || NOT_A_PRISON.has(view.tokens.form[to] ?? ""))
    return null;
  const draft = makeDraft(view, from, to, [from]);
  draft.type = "prison";
  draft.id = prisonIdOf(view, from, end);
  return draft;
}

/** A run that nothing else claims in front of a prison word ("Dowlatabad prison"). */
function prisonBeside(view: NameView, words: readonly number[]): NameDraft | null {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? 0;
  if (
    view.phraseAt.has(first) ||
    words.some((at) => !isStrange(view, at) && !has(view, at, NAME_BITS))
  )
    return null;
  return prisonAfter(view, first, last + 1);
}

function prisonIdOf(view: NameView, from: number, end: number): string | null {
  const entry = view.phraseAt.get(from);
  if (entry?.kind === "prison") return entry.id;
  const words: string[] = [];
  for (let at = from; at < end; at++) {
    const form = view.tokens.form[at] ?? "";
    if (form !== "-" && form !== "\n" && form !== "central") words.push(form);
  }
  return view.grammar.prisonByTown.get(words.join(" ")) ?? null;
}

/** An ambiguous name is a place behind a place preposition or beside a place word. */
function isPlaceUse(view: NameView, from: number, end: number): boolean {
  const before = previousToken(view, from);
  if (before >= 0 && (has(view, before, WORD.placeBefore) || view.tokens.form[before] === "from"))
    return true;
  if (has(view, end, WORD.placeHead | WORD.prisonHead)) return true;
  const comma = view.tokens.form[end] === "," ? nextToken(view, end) : -1;
  return comma > 0 && view.phraseAt.get(comma)?.kind === "place";
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
  const last = words[words.length - 1] ?? 0;
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

/** "Central Prison of Zahedan". */
function prisonTown(
  view: NameView,
  head: number,
  limit: number,
): { to: number; id: string | null } | null {
  const of = nextToken(view, head);
  const town = nextToken(view, of);
  if (view.tokens.form[of] !== "of" || town >= limit || view.letterCase[town] === CASE.none)
    return null;
  const to = view.phraseEnd[town] ?? 0;
  return to === 0 ? null : { to, id: prisonIdOf(view, town, to) };
}

function classifyTail(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
): NameDraft[] {
  return words.length === 0 ? [] : classifyWords(view, words, run, limit);
}

/** The word that says what the run is; a surname after a given name ("Danielle Hill") says nothing. */
function findHead(view: NameView, words: readonly number[]): number | null {
  const isPerson = looksPerson(view, words) && !isWay(view, words);
  for (const bits of [WORD.prisonHead, WORD.organisationHead, WORD.placeHead, WORD.eventHead]) {
    for (let index = words.length - 1; index >= 0; index--) {
      const at = words[index] ?? 0;
      if (!has(view, at, bits)) continue;
      if (isPerson && has(view, at, WORD.surname | WORD.given)) continue;
      if (has(view, at, WORD.given) && !has(view, at, WORD.common)) continue;
      if (bits === WORD.eventHead && index < words.length - 1) continue;
      return index;
    }
  }
  const first = words[0] ?? 0;
  if (words.length > 1 && isOpener(view, first, words[1] ?? 0) && has(view, first, HEADS)) return 0;
  return words.length > 1 &&
    has(view, first, WORD.organisationOpener) &&
    !has(view, first, NAME_BITS)
    ? 0
    : null;
}

/** "on Vali Asr Lane", "of Laleh Park": a place word behind a place preposition. */
function isWay(view: NameView, words: readonly number[]): boolean {
  const last = words[words.length - 1] ?? 0;
  if (!has(view, last, WORD.placeHead)) return false;
  const before = previousToken(view, words[0] ?? 0);
  return before >= 0 && has(view, before, WORD.placeBefore);
}

function looksPerson(view: NameView, words: readonly number[]): boolean {
  const first = words[0] ?? 0;
  const last = words[words.length - 1] ?? 0;
  if (words.length < 2 || words.length > 4) return false;
  const isGiven = has(view, first, WORD.given) || view.letterCase[first] === CASE.initial;
  return isGiven && has(view, last, WORD.surname | WORD.given | WORD.part);
}

const CONNECTORS: ReadonlySet<string> = new Set([
  "of",
  "for",
  "on",
  "against",
  "in",
  "to",
  "and",
  "the",
  "without",
]);

/** "Ministry of Culture and Islamic Guidance", "Center for Human Rights in Iran (CHRI)". */
function extendOrganisation(view: NameView, end: number, limit: number, head: number): number {
  let to = end;
  let hasOf = false;
  const isOpener = has(view, head, WORD.organisationOpener);
  for (let round = 0; round < 4; round++) {
    let at = to;
    let connector = "";
    while (at < limit && at - to < 3 && CONNECTORS.has(view.tokens.form[at] ?? "")) {
      if (connector === "" || connector === "the") connector = view.tokens.form[at] ?? "";
      at = nextToken(view, at);
    }
    if (at === to || at >= limit || (view.letterCase[at] ?? 0) === CASE.none) break;
    if (has(view, at, WORD.calendar)) break;
    if (connector === "of" || connector === "for") {
      if (!isOpener && connector === "for") break;
    } else if (connector === "and") {
      if (!hasOf || looksName(view, at) || view.phraseAt.get(at)?.kind === "organisation") break;
    } else if (connector === "in") {
      if (!hasOf || view.phraseAt.get(at)?.id?.includes("/country/") !== true) break;
    } else if (!isOpener || hasOf || connector === "the") break;
    hasOf = true;
    to = Math.max(at + 1, view.phraseEnd[at] ?? 0);
    while (to < limit && isInsideName(view, to)) to++;
  }
  return to;
}

function looksName(view: NameView, at: number): boolean {
  return has(view, at, WORD.given) && !has(view, at, WORD.common);
}

function isInsideName(view: NameView, at: number): boolean {
  if ((view.letterCase[at] ?? 0) !== CASE.none) return true;
  if (view.tokens.form[at] !== "-" || !isGlued(view.tokens, at)) return false;
  return (view.letterCase[at + 1] ?? 0) !== CASE.none && isGlued(view.tokens, at + 1);
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
  if (before !== undefined && has(view, before, WORD.given) && index === words.length - 1)
    return true;
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

/** A particle between two words of a run ("Ludovic de Saint-Clair"). */
function hasParticle(view: NameView, left: number, right: number): boolean {
  for (let at = left + 1; at < right; at++) {
    if (view.letterCase[at] === CASE.none && has(view, at, WORD.particle | WORD.gluedParticle))
      return true;
  }
  return false;
}

function classifyPerson(
  view: NameView,
  words: readonly number[],
  run: Run,
  limit: number,
  titleToken: number | null,
): NameDraft[] {
  const core = nameWords(view, words, titleToken !== null);
  if (core.length === 0) return [];
  const from = core[0] === run.words[0] ? run.from : (core[0] ?? 0);
  const to = endOfName(view, run, core, limit);
  const draft = makeDraft(view, from, to, core);
  const lead = readLead(view, titleToken ?? from, titleToken !== null, from);
  draft.titleFrom = lead.from;
  draft.isOfficial = lead.isOfficial;
  draft.sex = lead.sex;
  draft.weight = weigh(view, core, to, limit, lead);
  const isSingle = core.length === 1;
  if (isSingle && isAcronym(view, from)) {
    draft.type = view.grammar.acronymsOut.has(view.tokens.form[from] ?? "")
      ? "unknown"
      : "organisation";
    return draft.type === "unknown" ? [] : [draft];
  }
  if (draft.weight >= (isSingle ? SINGLE_MIN : PERSON_MIN)) draft.type = "person";
  else if (draft.weight < 1.5 && isPlaceCued(view, from, to, core)) draft.type = "place";
  else if (isSingle && has(view, from, WORD.common) && !has(view, from, NAME_BITS)) return [];
  return [draft];
}

/** "in Ntsiha", "Kwamjilari village", "a village called Kabula": an unknown name that only a place can be. */
function isPlaceCued(view: NameView, from: number, to: number, core: readonly number[]): boolean {
  if (!core.every((at) => isStrange(view, at)) || view.isHeading[view.sentenceOf[from] ?? 0] === 1)
    return false;
  if (view.letterCase[to] === CASE.none && has(view, to, WORD.placeHead)) return true;
  const before = previousToken(view, from);
  if (before < 0 || view.sentenceOf[before] !== view.sentenceOf[from]) return false;
  if (has(view, before, WORD.named)) return namesPlace(view, before);
  const form = view.tokens.form[before] ?? "";
  if (form === "of") return has(view, previousToken(view, before), WORD.area);
  return LOCATIVE.has(form);
}

const LOCATIVE: ReadonlySet<string> = new Set(["in", "near", "outside", "at", "around"]);

function isAcronym(view: NameView, at: number): boolean {
  if (view.letterCase[at] !== CASE.allCaps || view.isHeading[view.sentenceOf[at] ?? 0] === 1)
    return false;
  const length = (view.tokens.end[at] ?? 0) - (view.tokens.start[at] ?? 0);
  return length >= 2 && length <= 7 && !has(view, at, WORD.given | WORD.suffix);
}

/** The end of a name: an initial keeps its full stop, a second surname in brackets belongs to it. */
function endOfName(view: NameView, run: Run, core: readonly number[], limit: number): number {
  const last = core[core.length - 1] ?? 0;
  const { form } = view.tokens;
  let to = last === (run.words[run.words.length - 1] ?? -1) ? run.to : last + 1;
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
  const isHeading = view.isHeading[view.sentenceOf[words[0] ?? 0] ?? 0] === 1;
  if (isHeading && !hasTitle) {
    let end = first;
    while (end <= last && !isDull(words[end] ?? 0)) end++;
    return words.slice(first, end);
  }
  while (last >= first && isDull(words[last] ?? 0) && last - first > 1) last--;
  return words.slice(first, last + 1);
}

/** Part of a double name ("Zamani-Nejad"): never cut off. */
function isHyphened(view: NameView, at: number): boolean {
  const { tokens } = view;
  if (tokens.form[at - 1] === "-" && isGlued(tokens, at) && isGlued(tokens, at - 1)) {
    return view.letterCase[at - 2] !== CASE.allCaps || has(view, at - 2, WORD.given);
  }
  return (
    tokens.form[at + 1] === "-" &&
    isGlued(tokens, at + 1) &&
    (view.letterCase[at + 2] ?? 0) !== CASE.none
  );
}

type Lead = {
  readonly from: number;
  readonly isOfficial: boolean;
  readonly sex: "female" | "male" | null;
  readonly weight: number;
};

/** Titles and roles directly in front: "former president", "Judge", "the activist". */
function readLead(view: NameView, at: number, isTitled: boolean, nameFrom: number): Lead {
  let from = at;
  let isOfficial = false;
  let sex: Lead["sex"] = null;
  let weight = 0;
  const take = (word: number): void => {
    if (has(view, word, WORD.official) || isOfficialPair(view, word)) isOfficial = true;
    if (has(view, word, WORD.female)) sex = "female";
    if (has(view, word, WORD.male)) sex = "male";
    if (!has(view, word, WORD.title)) return;
    weight = Math.max(weight, has(view, word, WORD.personal | WORD.kin) ? 4 : 3);
  };
  if (isTitled) for (let word = at; word < Math.max(nameFrom, at + 1); word++) take(word);
  let hasHead = isTitled;
  let before = previousToken(view, at);
  let pending = from;
  while (before >= 0 && view.sentenceOf[before] === view.sentenceOf[at]) {
    const form = view.tokens.form[before] ?? "";
    const isMark = (form === "." || form === "-") && isGlued(view.tokens, before);
    const isLead =
      has(view, before, WORD.title | WORD.modifier | WORD.people) &&
      !(has(view, before, WORD.capitalTitle) && view.letterCase[before] === CASE.none);
    if (!isMark && !isLead) break;
    if (isLead && !hasHead && !has(view, before, WORD.title)) break;
    if (isLead) {
      hasHead = true;
      take(before);
      pending = before;
    }
    before = previousToken(view, before);
  }
  from = hasHead ? Math.min(pending, from) : from;
  return { from, isOfficial, sex, weight };
}

/** "District Attorney": an office only together. */
function isOfficialPair(view: NameView, at: number): boolean {
  const before = previousToken(view, at);
  const pair = `${view.tokens.form[before] ?? ""} ${view.tokens.form[at] ?? ""}`;
  return view.grammar.officialPairs.has(pair);
}

/** Adds up what speaks for a person and against one. */
function weigh(
  view: NameView,
  core: readonly number[],
  to: number,
  limit: number,
  lead: Lead,
): number {
  const first = core[0] ?? 0;
  const last = core[core.length - 1] ?? 0;
  const inHeading = view.isHeading[view.sentenceOf[first] ?? 0] === 1;
  let weight = lead.weight;
  weight += firstWeight(view, first);
  if (core.length > 1) weight += Math.max(lastWeight(view, last), hyphenWeight(view, core));
  else weight += singleWeight(view, first);
  for (const at of core) weight += wordWeight(view, at, first);
  if (core.length > 1) weight += strangeWeight(view, core);
  if (core.length > 1 && isAcronym(view, last) && view.letterCase[first] === CASE.capital)
    weight -= 3;
  for (let index = 1; index < core.length; index++) {
    if (!hasParticle(view, core[index - 1] ?? 0, core[index] ?? 0)) continue;
    weight += 1.5;
    for (const at of core)
      if (view.phraseEnd[at] === at + 1 && !has(view, at, NAME_BITS)) weight += 2;
  }
  if (core.length > 5) weight -= 2;
  const detail = readPersonDetail(view, to, limit);
  if (detail.age !== null || detail.father !== null) weight += 4;
  if (ageBefore(view, lead.from) !== null) weight += 3;
  if (!inHeading) weight += contextWeight(view, lead.from, to, limit, core);
  else weight -= 1;
  return weight;
}

/** Two to four words that nothing knows are a person more often than not, unless they open or look like something else. */
function strangeWeight(view: NameView, core: readonly number[]): number {
  const isAllStrange = core.every((at) => isStrange(view, at));
  const ends = [core[0] ?? 0, core[core.length - 1] ?? 0];
  if (ends.some((at) => view.grammar.placeFirst.has(view.tokens.form[at] ?? ""))) return -1.5;
  if (!isAllStrange || core.length > 4) return 0.5;
  return core.some((at) => hasInnerCapital(view, at)) ? 0.5 : 2;
}

/** "HiLux", "PhillyVoice"; but not "McAdam", "DiLoreto", "O'Neil". */
function hasInnerCapital(view: NameView, at: number): boolean {
  const start = view.tokens.start[at] ?? 0;
  const end = view.tokens.end[at] ?? 0;
  for (let offset = start + 4; offset < end; offset++) {
    const code = view.tokens.text.charCodeAt(offset);
    if (code >= 0x41 && code <= 0x5a) return view.letterCase[at] === CASE.capital;
  }
  return false;
}

/** No word of the language and nothing that the gazetteers know. */
function isStrange(view: NameView, at: number): boolean {
  return (
    !has(view, at, WORD.common | WORD.notName | WORD.people | HEADS) && view.phraseEnd[at] === 0
  );
}

function firstWeight(view: NameView, at: number): number {
  if (has(view, at, WORD.honorific)) return 3;
  if (has(view, at, WORD.given))
    return has(view, at, WORD.common | WORD.ambiguousPlace) ? 1.5 : 2.5;
  if (view.letterCase[at] === CASE.initial) return 1;
  return has(view, at, WORD.part) ? 1.5 : 0;
}

/** "Vidal-Quadrino": either half may be the surname that is known. */
function hyphenWeight(view: NameView, core: readonly number[]): number {
  const before = core[core.length - 2] ?? 0;
  const last = core[core.length - 1] ?? 0;
  if (core.length < 3 || view.tokens.form[last - 1] !== "-") return 0;
  return Math.max(1, lastWeight(view, before));
}

/** One word by itself: a surname that is nothing else is enough. */
function singleWeight(view: NameView, at: number): number {
  if (has(view, at, WORD.common | WORD.ambiguousPlace | WORD.calendar) || view.phraseEnd[at] !== 0)
    return 0;
  if (has(view, at, WORD.given)) return 1;
  if (view.letterCase[at] === CASE.initial)
    return view.tokens.form[at]?.includes(".") === true ? 0.5 : -1;
  if (has(view, at, WORD.surname) && !has(view, at, WORD.given)) return SINGLE_MIN;
  return has(view, at, WORD.part) ? 0 : Math.min(1, lastWeight(view, at));
}

function lastWeight(view: NameView, at: number): number {
  if (view.letterCase[at] === CASE.initial) return 2;
  if (has(view, at, WORD.surname)) return has(view, at, WORD.common) ? 1.5 : 2;
  if (has(view, at, WORD.part | WORD.given)) return 1.5;
  if (has(view, at, WORD.common)) return 0;
  return endingWeight(view.grammar, view.tokens.form[at] ?? "");
}

function wordWeight(view: NameView, at: number, first: number): number {
  if (has(view, at, NAME_BITS | WORD.suffix) || view.letterCase[at] === CASE.initial) return 0;
  if ((isHyphened(view, at) && at !== first) || isTitleInName(view, at)) return 0;
  if (has(view, at, WORD.notName)) return -4;
  if (has(view, at, HEADS)) return -4;
  if (has(view, at, WORD.people)) return -1;
  if (has(view, at, WORD.common)) return at === first ? -3 : -2;
  return view.phraseEnd[at] !== 0 ? -2 : 0;
}

function contextWeight(
  view: NameView,
  from: number,
  to: number,
  limit: number,
  core: readonly number[],
): number {
  let weight = 0;
  const size = core.length;
  const before = previousToken(view, from);
  const form =
    before >= 0 && view.sentenceOf[before] === view.sentenceOf[from]
      ? (view.tokens.form[before] ?? "")
      : "";
  if (form === "the")
    weight -= from < (core[0] ?? 0) && has(view, from, WORD.title | WORD.modifier) ? 0 : 4;
  else if (isNamed(view, before)) weight += namesPlace(view, before) ? -3 : 2;
  else if (before >= 0 && has(view, before, WORD.said)) weight += 1;
  else if (has(view, before, WORD.placeBefore) && form !== "of" && form !== "between")
    weight -= size > 1 ? 1.5 : 3;
  else if (form === "from" || form === "between" || form === "via") weight -= 0.5;
  if (to < limit && view.letterCase[to] === CASE.none && has(view, to, WORD.placeHead)) weight -= 2;
  if (form === "," && isApposed(view, before)) weight += 2;
  if (to >= limit) return weight;
  const next = view.tokens.form[to] ?? "";
  if (next === "-" && isGlued(view.tokens, to) && isGlued(view.tokens, to + 1)) {
    return view.tokens.kind[to + 1] === TOKEN.number ? weight - 5 : weight - 2;
  }
  if (has(view, to, WORD.said)) return weight + 1.5;
  if (view.tokens.kind[to] === TOKEN.possessive) return weight;
  if (next === "(" && isRealName(view, to)) return weight + 3;
  if (has(view, to, WORD.fate)) return weight + 1;
  if (next !== ",") return weight;
  let after = nextToken(view, to);
  if (view.tokens.form[after] === "who" || view.tokens.form[after] === "whose") return weight + 2;
  if (has(view, after, WORD.said)) return weight + 1;
  while (
    has(view, after, WORD.modifier) &&
    view.letterCase[after] === CASE.none &&
    !has(view, after, WORD.title)
  ) {
    weight += weight < 1 ? 1 : 0;
    after = nextToken(view, after);
  }
  const noun = APPOSITIVE.has(view.tokens.form[after] ?? "") ? nextToken(view, after) : after;
  for (let step = 0; step < 4 && noun + step < limit; step++) {
    if (view.tokens.kind[noun + step] !== TOKEN.word) break;
    if (has(view, noun + step, WORD.title) && !has(view, noun + step, WORD.capitalTitle))
      return weight + 2;
  }
  return weight;
}

/** "named", "identified as", "named only as". */
function isNamed(view: NameView, before: number): boolean {
  let at = before;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (has(view, at, WORD.named)) return true;
    if (!BETWEEN_NAMED.has(view.tokens.form[at] ?? "")) return false;
    at = previousToken(view, at);
  }
  return false;
}

const BETWEEN_NAMED: ReadonlySet<string> = new Set([
  "as",
  "only",
  "to",
  "be",
  ":",
  "“",
  '"',
  "‘",
  "'",
]);

/** "a village called Kabula". */
function namesPlace(view: NameView, named: number): boolean {
  const noun = previousToken(view, named);
  return noun >= 0 && has(view, noun, HEADS) && !has(view, noun, WORD.title);
}

/** "a police inspector, Ishaku Dogo": a role in lower case in front of the comma. */
function isApposed(view: NameView, comma: number): boolean {
  const noun = previousToken(view, comma);
  if (noun < 0 || view.letterCase[noun] !== CASE.none) return false;
  return has(view, noun, WORD.title) && !has(view, noun, WORD.capitalTitle | WORD.plural);
}

/** "Nadia (not her real name)". */
function isRealName(view: NameView, at: number): boolean {
  const { form } = view.tokens;
  return form[at + 1] === "not" && form[at + 3] === "real" && form[at + 4] === "name";
}

const APPOSITIVE: ReadonlySet<string> = new Set([
  "a",
  "an",
  "the",
  "another",
  "one",
  "his",
  "her",
  "their",
]);

function makeDraft(view: NameView, from: number, to: number, words: readonly number[]): NameDraft {
  return {
    from,
    to,
    titleFrom: from,
    type: "unknown",
    id: null,
    words: words.map((at) => view.tokens.form[at] ?? ""),
    wordTokens: words,
    weight: 0,
    isOfficial: false,
    sex: null,
    inHeading: view.isHeading[view.sentenceOf[from] ?? 0] === 1,
    name: null,
    age: null,
    father: null,
    detailTo: null,
  };
}
