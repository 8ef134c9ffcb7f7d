/**
 * In: a cue verb in a line. Out: the noun phrase that speaks, with its head, before the verb or behind it.
 * Never: takes a noun inside a prepositional phrase for the speaker while a head stands before it.
 */
import {
  changePhrase,
  chunkEnd,
  chunkStart,
  endsInComma,
  isMark,
  type NounPhrase,
} from "./nounPhrase.ts";
import { nameBehindComma } from "./speechNames.ts";
import { phraseBeginning, phraseEnding } from "./speechPhrases.ts";
import {
  type CueClasses,
  is,
  isClosed,
  isPronoun,
  isVerbal,
  leadsOn,
  type Line,
  skipBack,
} from "./speechCues.ts";
import { isPlural } from "./speechMemory.ts";
import { openerOf } from "./speechOpener.ts";
import { hasEnding } from "./speechWords.ts";

/** Start of the verb group that ends in the verb at `k`. "A man who was there said": "was" is no part of it. */
export function verbStart(line: Line, k: number, cues: CueClasses): number {
  const start = overAside(line, skipBack(line, k - 1, cues.aux, cues.adverb) + 1, cues);
  if (line.pack.isVerbFinal || !isRelativeWord(line, start - 1, cues)) return start;
  for (let at = k - 1; at > start; at--) if (isWhereabouts(line, at)) return at + 1;
  return start;
}

/** "State media |have, however,| said": words between commas part the verb from what helps it. */
function overAside(line: Line, start: number, cues: CueClasses): number {
  if (line.pack.isVerbFinal || !is(line, start - 1, cues.comma)) return start;
  for (let at = start - 2; at > Math.max(0, start - ASIDE_REACH); at--) {
    if (is(line, at, cues.comma))
      return is(line, at - 1, cues.aux) ? skipBack(line, at - 1, cues.aux, cues.adverb) + 1 : start;
    if (is(line, at, cues.finite) || is(line, at, cues.group) || is(line, at, cues.name))
      return start;
  }
  return start;
}

/** Items between the commas. */
const ASIDE_REACH = 6;

/** The subject before the verb group that begins at `start`, or null. */
export function subjectBefore(line: Line, start: number, cues: CueClasses): NounPhrase | null {
  let i = skipBack(line, start - 1, cues.time, cues.adverb);
  if (i < 0) return null;
  if (is(line, i, cues.relative) && !isFreeRelative(line, i)) {
    const isThing = cues.whichWord[line.items[i]?.set ?? 0] === 1;
    i = skipBack(line, i - 1, cues.comma, cues.preposition);
    const whose = i < 0 ? null : phraseEnding(line, i + 1, cues);
    return isThing && !isSpokenFor(line, whose) ? null : whose;
  }
  if (is(line, i, cues.comma) || is(line, i, cues.dash) || is(line, i, cues.close))
    return besideAside(line, i, cues);
  // `X, head of the “Alborz Union,” said`: the comma stands within the marks.
  if (is(line, i, cues.quoteClose) && is(line, i - 1, cues.comma) && nameOpening(line, i, cues) > 0)
    return besideAside(line, i - 1, cues);
  const described = describedBefore(line, i + 1, cues);
  if (described !== null) return described;
  const phrase = phraseEnding(line, i + 1, cues);
  if (phrase === null) return null;
  return (
    gatheredBefore(line, phrase, cues) ??
    besideName(line, phrase, cues) ??
    besideRole(line, phrase, start, cues) ??
    openerOf(line, phrase, cues) ??
    phrase
  );
}

/**
 * "A lawyer who asked not to be named said", "a man whose name is withheld said", "a lawyer whom the court named said": whom the clause
 * between describes, where the verb of that clause has come; in "a man who says police told" the police tell.
 */
function describedBefore(line: Line, end: number, cues: CueClasses): NounPhrase | null {
  if (line.pack.isVerbFinal || isClauseOf(line, end, cues)) return null;
  for (let at = end - 1; at > Math.max(0, end - DESCRIBED); at--) {
    if (isMark(line, at, cues) && !is(line, at, cues.conjunction)) return null;
    if (!isRelativeWord(line, at, cues) || is(line, at - 1, cues.any)) continue;
    const whose = phraseEnding(line, at, cues);
    if (
      whose === null ||
      !(isOpening(line, whose.from, cues) || is(line, whose.from - 1, cues.place))
    )
      continue;
    const subject =
      isWhose(line, at) || opensNoun(line, at + 1, cues) ? nounEnd(line, at + 1, cues) : at + 1;
    const isOfOther = subject > at + 1 && !isWhose(line, at);
    if (subject >= end || (isOfOther && !isVerbWord(line, end - 1, cues))) return null;
    return changePhrase(whose, { to: end });
  }
  return null;
}

/** Items of a clause with "who" that stands between a speaker and the cue. */
const DESCRIBED = 18;

/** Right before the cue stands a subject of its own: behind "that", "when", "what" or a verb of saying. */
function isClauseOf(line: Line, end: number, cues: CueClasses): boolean {
  const inner = phraseEnding(line, end, cues);
  if (inner === null) return false;
  const before = inner.from - 1;
  return (
    (isPronoun(line, inner.from) && !is(line, inner.from, cues.objective)) ||
    is(line, before, cues.core) ||
    is(line, before, cues.thatWord) ||
    is(line, before, cues.subordinator) ||
    (is(line, before, cues.wh) && !is(line, before, cues.relative)) ||
    // "who was arrested and his lawyer said": nothing stands before "and" that could be joined.
    (is(line, before, cues.conjunction) && chunkStart(line, before, cues) < 0)
  );
}

/** "who police", "whom the court": the clause has a subject of its own. */
function opensNoun(line: Line, at: number, cues: CueClasses): boolean {
  return (
    isPronoun(line, at) ||
    is(line, at, cues.group) ||
    is(line, at, cues.name) ||
    is(line, at, cues.determiner) ||
    is(line, at, cues.orgNoun) ||
    is(line, at, cues.unnamed)
  );
}

function nounEnd(line: Line, at: number, cues: CueClasses): number {
  return isPronoun(line, at) ? at + 1 : Math.max(at, chunkEnd(line, at, cues));
}

function isVerbWord(line: Line, at: number, cues: CueClasses): boolean {
  return (
    is(line, at, cues.aux) ||
    is(line, at, cues.finite) ||
    is(line, at, cues.participle) ||
    isVerbal(line, at)
  );
}

function isRelativeWord(line: Line, at: number, cues: CueClasses): boolean {
  return is(line, at, cues.relative) || isWhose(line, at);
}

function isWhose(line: Line, at: number): boolean {
  return line.pack.wordsIn("WHOSE").has(formAt(line, at));
}

/** "there", "here": where somebody was, no part of a passive. */
function isWhereabouts(line: Line, at: number): boolean {
  return line.pack.wordsIn("THEREADV").has(formAt(line, at));
}

function formAt(line: Line, at: number): string {
  return line.tokens.form[line.items[at]?.from ?? -1] ?? "";
}

/** "Relatives gathered outside the prison said": those who stood there speak, not the prison. */
function gatheredBefore(line: Line, phrase: NounPhrase, cues: CueClasses): NounPhrase | null {
  const last = line.items[phrase.from - 1];
  const isOneWord = last !== undefined && last.to - last.from > 1;
  const verb = isOneWord ? phrase.from - 1 : phrase.from - 2;
  if (line.pack.isVerbFinal || verb < 1) return null;
  if (!isOneWord && !is(line, phrase.from - 1, cues.preposition)) return null;
  if (is(line, phrase.from - 1, cues.by) || is(line, phrase.from - 1, cues.of)) return null;
  const isHeld = is(line, verb, cues.that) && !is(line, verb, cues.say);
  const isVerb =
    isHeld ||
    ((is(line, verb, cues.participle) ||
      (isOneWord && (is(line, verb, cues.finite) || isParticipleForm(line, verb)))) &&
      !is(line, verb, cues.any));
  if (!isVerb || line.items[verb]?.group != null || line.items[verb]?.name != null) return null;
  const whose = phraseEnding(line, verb, cues);
  return whose !== null && isOpening(line, whose.from, cues) ? whose : null;
}

function isParticipleForm(line: Line, at: number): boolean {
  return hasEnding(formAt(line, at), "ED", line.pack);
}

/** "a report which says", "the union, which says"; of "crimes, which refers to" nothing speaks. */
function isSpokenFor(line: Line, phrase: NounPhrase | null): boolean {
  const head = line.items[(phrase?.headTo ?? 0) - 1];
  const type = head?.group?.type ?? null;
  return (
    head?.name != null ||
    type === "institution" ||
    type === "person" ||
    head?.entry?.classes.some((name) => SPEAKING.has(name)) === true
  );
}

const SPEAKING: ReadonlySet<string> = new Set(["CUE.noun", "CUE.orgnoun", "CUE.evidence", "INST"]);

/** `"…," X, district police chief told`: the office stands behind the name though no comma closes it. */
function besideName(line: Line, phrase: NounPhrase, cues: CueClasses): NounPhrase | null {
  const at = phrase.from - 2;
  const name = line.items[at]?.group ?? null;
  if (at < 0 || !is(line, at + 1, cues.comma) || name?.type !== "person") return null;
  const head = line.items[phrase.headTo - 1];
  const isOffice = head?.group?.type === "noun" && !is(line, phrase.from, cues.determiner);
  if (!isOffice || isClosed(line, phrase.from) || !is(line, at - 1, cues.quoteClose)) return null;
  return { from: at, to: at + 1, headFrom: at, headTo: at + 1, aside: [phrase.from, phrase.to] };
}

/** "X, a spokesman for the group told": the role stands behind the name that opens the clause, and no comma closes it. */
function besideRole(
  line: Line,
  phrase: NounPhrase,
  start: number,
  cues: CueClasses,
): NounPhrase | null {
  const at = phrase.from - 2;
  const { pack, items, tokens } = line;
  if (pack.isVerbFinal || at < 0 || !is(line, at + 1, cues.comma)) return null;
  const named = items[at]?.group ?? null;
  const role = items[phrase.headTo - 1];
  if (named?.type !== "person" || named.persons.length !== 1) return null;
  if (role?.group?.type !== "noun" || role.group.persons.length > 0) return null;
  const opening = tokens.form[items[phrase.from]?.from ?? -1] ?? "";
  if (!pack.wordsIn("INDEF").has(opening) && !pack.wordsIn("DEF").has(opening)) return null;
  // "A, a guard said": who says it may be another.
  const isTold = phrase.to > phrase.headTo || role.to - role.from > 2;
  const isHead =
    at === 0 ||
    [cues.stop, cues.dash, cues.quoteClose, cues.comma].some((marks) => is(line, at - 1, marks));
  if (!isTold || !isHead) return null;
  // "A, a spokesman for the group said, was hanged".
  let cue = start;
  while (cue < items.length && !is(line, cue, cues.any)) cue++;
  if (isPronoun(line, cue + 1) || isPronoun(line, cue + 2)) return null;
  for (let next = cue + 1; next < items.length && !is(line, next, cues.stop); next++)
    if (is(line, next, cues.comma)) return null;
  return { from: at, to: at + 1, headFrom: at, headTo: at + 1, aside: [phrase.from, phrase.to] };
}

/** "what police said", "who knows": the relative word has no noun before it. */
function isFreeRelative(line: Line, at: number): boolean {
  return at === 0;
}

/** "A, lawyer for B, 32, told": the age is of the one whom the role names, and A speaks. */
function roleBearer(line: Line, close: number, cues: CueClasses): NounPhrase | null {
  const role = close - 3;
  const group = line.items[role]?.group ?? null;
  if (line.pack.isVerbFinal || group === null || group.type !== "noun") return null;
  if (group.persons.length > 0 || is(line, role, cues.determiner)) return null;
  if (!is(line, close - 2, cues.preposition) || !is(line, role - 1, cues.comma)) return null;
  const outer = phraseEnding(line, role - 1, cues);
  const named = outer === null ? undefined : line.items[outer.headTo - 1];
  const isPerson = named?.group?.type === "person" || named?.name?.type === "person";
  return outer !== null && isPerson ? changePhrase(outer, { aside: [role, close] }) : null;
}

/** `X, a lawyer, said`: steps over what stands between the marks; `X, said` has one mark too many. */
function besideAside(line: Line, close: number, cues: CueClasses): NounPhrase | null {
  const apposed = line.items[close - 1]?.group ?? null;
  const end = line.items[close - 1]?.to ?? 0;
  const [person] = apposed?.persons ?? [];
  const served = phraseEnding(line, close, cues);
  if (served !== null && isNameBehind(line, close - 1, cues) && served.headTo < close)
    return changePhrase(served, { headFrom: close - 1, headTo: close });
  if (
    apposed?.persons.length === 1 &&
    person !== undefined &&
    (apposed.head !== null || end > person.to)
  )
    return roleBearer(line, close, cues) ?? phraseEnding(line, close, cues);
  const listed = describedList(line, close, cues);
  if (listed !== null) return listed;
  const marks = is(line, close, cues.dash)
    ? cues.dash
    : is(line, close, cues.close)
      ? cues.open
      : cues.comma;
  const inner = nameOpening(line, close + 1, cues);
  for (let open = (inner > 0 ? inner : close) - 1, tries = 0; open > 0 && tries < 3; open--) {
    // "X, an official at the hospital, where the explosion occurred, told": the comma before "where" is part of the item before.
    if (is(line, open, cues.wh) && endsInComma(line, open - 1) && marks === cues.comma) {
      const whose = phraseEnding(line, open, cues);
      return whose === null ? null : changePhrase(whose, { aside: [open, close] });
    }
    if (is(line, open, cues.stop) || (is(line, open, cues.dash) && marks !== cues.dash))
      return null;
    const opening = nameOpening(line, open, cues);
    if (opening > 0) {
      open = opening;
      continue;
    }
    if (is(line, open, cues.quoteClose) || is(line, open, cues.quoteOpen)) return null;
    if (!is(line, open, marks)) continue;
    tries++;
    if (open === close - 1) continue;
    const before = skipBack(line, open - 1, cues.time);
    const phrase = describedBefore(line, before + 1, cues) ?? phraseEnding(line, before + 1, cues);
    if (phrase === null || !isOpening(line, phrase.from, cues)) continue;
    return changePhrase(phrase, { aside: [open + 1, close] });
  }
  // "the media building, Inter Services Public Relations (ISPR), said": a body's name alone, whatever it stands beside.
  const isBody = line.items[close - 1]?.name?.type === "organisation";
  const isAlone = close === 1 && apposed?.type === "person";
  return marks === cues.comma && !isBody && !isAlone ? null : phraseEnding(line, close, cues);
}

/** "A, a lawyer, and B, a judge |of the court|, said": the comma closes what is said of the last of them. */
function describedList(line: Line, close: number, cues: CueClasses): NounPhrase | null {
  if (line.pack.isVerbFinal || !is(line, close, cues.comma)) return null;
  for (let at = close - 1; at >= Math.max(0, close - LIST_REACH); at--) {
    if (is(line, at, cues.comma) || is(line, at, cues.stop)) return null;
    const { group, to } = line.items[at] as Line["items"][number];
    if (group?.type !== "list") continue;
    const last = group.persons.at(-1);
    if (last === undefined) return null;
    if (to <= last.to) return at === close - 1 ? countedList(line, close, cues) : null;
    if (at < close - 1 && !is(line, at + 1, cues.preposition)) return null;
    const phrase = phraseEnding(line, at + 1, cues);
    return phrase === null || at === close - 1
      ? phrase
      : changePhrase(phrase, { aside: [at + 1, close] });
  }
  return null;
}

/** "|Two relatives, A and B|, said": the commas close the names of those who are counted or described before them. */
function countedList(line: Line, close: number, cues: CueClasses): NounPhrase | null {
  const { from = 0, group = null } = line.items[close - 1] ?? {};
  const first = group?.persons[0];
  if (first === undefined || Math.min(first.from, first.titleFrom) <= from + 1) return null;
  const comma = line.pack.wordsIn("COMMAW");
  if (!comma.has(line.tokens.form[Math.min(first.from, first.titleFrom) - 1] ?? "")) return null;
  const phrase = phraseEnding(line, close, cues);
  return phrase !== null && isOpening(line, phrase.from, cues) ? phrase : null;
}

/** Items from a list of names to the comma that closes what is said of the last. */
const LIST_REACH = 6;

/** Where the quotation opens that closes at an item and is a name in marks (“Alborz Union”): few words, no verb; -1 else. */
function nameOpening(line: Line, close: number, cues: CueClasses): number {
  if (!is(line, close, cues.quoteClose)) return -1;
  for (let at = close - 1; at > Math.max(0, close - QUOTED_NAME); at--) {
    if (is(line, at, cues.quoteOpen)) return at;
    if (is(line, at, cues.stop) || is(line, at, cues.any) || is(line, at, cues.aux)) return -1;
  }
  return -1;
}

/** Items of a name in quotation marks. */
const QUOTED_NAME = 12;

/** "A lawyer for the family, X, said", "the mother of A, X, said": the name behind the comma is that of the first noun. */
function isNameBehind(line: Line, at: number, cues: CueClasses): boolean {
  const group = line.items[at]?.group ?? null;
  if (group === null || line.pack.isVerbFinal || !isPreposition(line, at - 1, cues)) return false;
  if (group.type === "list") return nameBehindComma(line, at) !== null;
  const head = group.head?.split(" ").at(-1) ?? "";
  return (
    group.type === "person" &&
    group.persons.length === 1 &&
    (group.persons[0]?.to ?? 0) === line.items[at]?.to &&
    (line.pack.wordsIn("FOLK").has(head) || isPlural(head, line.pack))
  );
}

function isPreposition(line: Line, at: number, cues: CueClasses): boolean {
  return is(line, at, cues.preposition) || leadsOn(line, at);
}

/** The phrase opens a clause: nothing before it, or a mark, a time or a conjunction. */
function isOpening(line: Line, from: number, cues: CueClasses): boolean {
  const before = from - 1;
  if (before < 0) return true;
  return (
    is(line, before, cues.comma) ||
    is(line, before, cues.stop) ||
    is(line, before, cues.dash) ||
    is(line, before, cues.quoteClose) ||
    is(line, before, cues.quoteOpen) ||
    is(line, before, cues.time) ||
    is(line, before, cues.adverb) ||
    is(line, before, cues.conjunction) ||
    is(line, before, cues.but) ||
    is(line, before, cues.subordinator) ||
    is(line, before, cues.thatWord) ||
    is(line, before, cues.close) ||
    is(line, before, cues.noun)
  );
}

/** `TEL AVIV (Agency) - Thousands …`: the mark behind a place and an agency. */
function isDatelineMark(line: Line, at: number, cues: CueClasses): boolean {
  if (!is(line, at, cues.dash) || at === 0 || at > DATELINE_REACH) return false;
  let isOpen = false;
  for (let i = 0; i < at; i++) {
    if (is(line, i, cues.open)) isOpen = true;
    const isHead = is(line, i, cues.place) || is(line, i, cues.name) || is(line, i, cues.time);
    if (!isOpen && !isHead && !is(line, i, cues.comma)) return false;
    if (is(line, i, cues.close)) isOpen = false;
  }
  return true;
}

/** Items that a dateline may have. */
const DATELINE_REACH = 8;

/** First noun phrase before `limit` at which a clause opens. */
export function firstPhrase(
  line: Line,
  limit: number,
  { cues }: { readonly cues: CueClasses },
): NounPhrase | null {
  let from = 0;
  for (let i = limit - 1; i >= 0; i--) {
    if (isDatelineMark(line, i, cues)) {
      from = i + 1;
      break;
    }
    if (
      is(line, i, cues.semicolon) ||
      is(line, i, cues.colon) ||
      is(line, i, cues.quoteClose) ||
      is(line, i, cues.quoteOpen) ||
      is(line, i, cues.but)
    ) {
      from = i + 1;
      break;
    }
  }
  for (let i = from; i < limit; i++) {
    if (is(line, i, cues.preposition) || is(line, i, cues.subordinator)) {
      const end =
        is(line, i, cues.subordinator) && !is(line, i, cues.preposition)
          ? -1
          : phraseBeginning(line, i + 1, cues)?.to;
      if (end === undefined || end < 0) continue;
      i = end - 1;
      continue;
    }
    const phrase = phraseBeginning(line, i, cues);
    if (phrase === null) continue;
    return phrase.to < limit ? phrase : null;
  }
  return null;
}
